import Flags
import Records
import TOMLKit

/// Reads the values of a parsed rulebook, and records every fault instead of stopping at the first.
struct RulebookReader {
  private(set) var parameters: Parameters
  private(set) var faults: [RulebookFault] = []
  private let places: KeyPlaces

  static let edition = "edition"
  static let bankHolidays = "bank-holidays"
  /// In characters; an edition is printed in the heading of a page.
  static let longestEdition = 80

  private static let tables = Dictionary(
    Setting.Table.every.map { ($0.name, $0) }, uniquingKeysWith: { first, _ in first })
  private static let settings = Dictionary(
    Setting.all.map { ($0.path, $0) }, uniquingKeysWith: { first, _ in first })

  init(_ places: KeyPlaces, over others: Parameters) {
    parameters = others
    self.places = places
  }

  mutating func read(_ root: TOMLTable) {
    if !root.contains(key: RulebookReader.edition) {
      faults.append(RulebookFault(line: 1, column: nil, key: nil, kind: .noEdition))
    }
    for (name, value) in root.entries {
      if name == RulebookReader.edition {
        readEdition(value)
      } else if name == RulebookReader.bankHolidays {
        readBankHolidays(value)
      } else if RulebookReader.tables[name] != nil {
        readTable(name, value)
      } else if value.type == .table {
        let nearest = name.nearest(among: Setting.Table.every.map(\.name))
        note(.unknownTable(nearest: nearest), at: [name])
      } else {
        note(.unknownKey(nearest: RulebookReader.nearest(to: name, in: nil)), at: [name])
      }
    }
  }

  private mutating func readEdition(_ value: TOMLValue) {
    let text = value.string ?? ""
    let isPlain = text.unicodeScalars.allSatisfy { $0.properties.generalCategory != .control }
    let isBlank = text.allSatisfy(\.isWhitespace)
    guard isPlain, !isBlank, text.count <= RulebookReader.longestEdition else {
      return note(.notAnEdition, at: [RulebookReader.edition])
    }
    parameters.edition = text
  }

  private mutating func readBankHolidays(_ value: TOMLValue) {
    let path = [RulebookReader.bankHolidays]
    guard let list = value.array else { return note(.notAListOfDays, at: path) }
    var days = parameters.calendar.bankHolidays
    for (index, item) in list.enumerated() {
      if let date = item.date,
        let day = CalendarDate(year: date.year, month: date.month, day: date.day)
      {
        days.insert(day)
      } else {
        note(.notADay, at: path + [String(index)], key: path)
      }
    }
    parameters.calendar = WorkingCalendar(
      bankHolidays: days, answerTimes: parameters.calendar.answerTimes)
  }

  private mutating func readTable(_ table: String, _ value: TOMLValue) {
    guard let entries = value.table?.entries else { return note(.notATable, at: [table]) }
    for (name, value) in entries {
      let path = [table, name]
      guard let setting = RulebookReader.settings["\(table).\(name)"] else {
        note(.unknownKey(nearest: RulebookReader.nearest(to: name, in: table)), at: path)
        continue
      }
      guard let number = value.int else {
        note(.notAWholeNumber(allowed: setting.range, setting.unit), at: path)
        continue
      }
      guard setting.range.contains(number) else {
        note(.outOfRange(number, allowed: setting.range, setting.unit), at: path)
        continue
      }
      parameters[keyPath: setting.value] = number
    }
  }

  private mutating func note(
    _ kind: RulebookFault.Kind, at path: [String], key: [String]? = nil
  ) {
    let place = places[path]
    faults.append(
      RulebookFault(
        line: place.line, column: place.column, key: (key ?? path).joined(separator: "."),
        kind: kind))
  }

  /// The key that was probably meant: one like it in its table, or the same in another.
  private static func nearest(to name: String, in table: String?) -> String? {
    let own = Setting.all.filter { $0.table.name == table }
    if let near = name.nearest(among: own.map(\.name)), let table { return "\(table).\(near)" }
    if table == nil, let near = name.nearest(among: [edition, bankHolidays]) { return near }
    return Setting.all.first { $0.name == name }?.path
  }
}

extension TOMLTable {
  /// Its keys with their values; a key that contains a NUL has none, and is told by its text alone.
  fileprivate var entries: [(name: String, value: TOMLValue)] { Array(zip(keys, values)) }
}
