package import Flags
import Records

/// What one rulebook changes against another.
package struct RulebookChanges: Report {
  private let old: Parameters
  private let new: Parameters

  package init(from old: Parameters, to new: Parameters) {
    self.old = old
    self.new = new
  }

  /// A threshold that differs.
  fileprivate struct Change {
    let setting: Setting
    let old: Int
    let new: Int
  }

  /// The thresholds that differ, in the order of the rulebook.
  private var changes: [Change] {
    Setting.all.compactMap { setting in
      let change = Change(
        setting: setting, old: old[keyPath: setting.value], new: new[keyPath: setting.value])
      return change.old == change.new ? nil : change
    }
  }

  private var addedBankHolidays: [CalendarDate] {
    new.calendar.bankHolidays.subtracting(old.calendar.bankHolidays).sorted()
  }

  package var lines: [String] {
    let changes = changes
    let holidays = addedBankHolidays.map(\.iso).joined(separator: ", ")
    return editionLines + Setting.Table.every.flatMap { lines(of: $0, changes) }
      + (holidays.isEmpty ? [] : ["Further bank holidays: \(holidays)"])
      + [
        changes.isEmpty
          ? "No threshold differs from the defaults."
          : "\(changes.count) of \(Setting.all.count) thresholds differ from the defaults."
      ]
  }

  private var editionLines: [String] {
    let isNamed = old.edition != new.edition
    let line = "Edition: " + (isNamed ? "\(old.edition) -> " : "") + new.edition
    let isUnnamed = !isNamed && new != old
    return [line]
      + (isUnnamed ? ["The edition is that of the defaults: give it a new name."] : [])
  }

  /// Returns what changes in one table; nothing when nothing does.
  private func lines(of table: Setting.Table, _ changes: [Change]) -> [String] {
    let own = changes.filter { $0.setting.table == table }
    return own.isEmpty ? [] : ["\(table.name), \(table.words)"] + own.map { "  \($0.words)" }
  }

  package var json: JSON {
    .object([
      ("edition", .string(new.edition)), ("default_edition", .string(old.edition)),
      ("changes", .array(changes.map(\.json))),
      ("bank_holidays", .array(addedBankHolidays.map { .day($0) })),
    ])
  }
}

extension RulebookChanges.Change {
  fileprivate var words: String { "\(setting.name): \(old) -> \(setting.unit.written(new))" }

  fileprivate var json: JSON {
    .object([
      ("rule", .text(setting.rule?.description)), ("key", .string(setting.path)),
      ("old", .number(old)), ("new", .number(new)), ("unit", .word(setting.unit)),
    ])
  }
}
