import Flags
package import Rulebook

// The sentences for people: what is wrong with a rulebook, and how to mend it.

extension RulebookFault {
  /// Place, key and fault in one sentence, with what is allowed.
  package func sentence(file: String) -> String {
    let column = column.map { ", column \($0)" } ?? ""
    let key = key.map { " \(RulebookFault.shortened($0)):" } ?? ""
    return "\(file), line \(line)\(column):\(key) \(words)."
  }

  private var words: String {
    switch kind {
    case .syntax(let reason): "this can't be read: \(reason)"
    case .noEdition:
      "there is no edition; begin with edition = \"…\", a name for this state of the rulebook"
    case .notAnEdition: "an edition is a text in quotes, of 1 to 80 characters on one line"
    case .unknownTable(let nearest):
      """
      there is no such table\(meant(nearest)); there are \
      \(Setting.Table.every.map(\.name).joined(separator: ", "))
      """
    case .unknownKey(let nearest): "there is no such key\(meant(nearest))"
    case .notATable: "this is a table; write its name in brackets, and its keys below"
    case .notAWholeNumber(let allowed, let unit):
      "this must be a whole number in decimal digits, \(from(allowed, unit))"
    case .outOfRange(let number, let allowed, let unit):
      "\(number) is not allowed; this must be \(from(allowed, unit))"
    case .notAListOfDays: "this must be a list of days, such as [2036-01-01, 2036-04-14]"
    case .notADay: "this must be a day, such as 2036-01-01, without quotes and without a time"
    }
  }

  private func meant(_ nearest: String?) -> String {
    nearest.map { "; \($0) may be meant" } ?? ""
  }

  private func from(_ allowed: ClosedRange<Int>, _ unit: Setting.Unit) -> String {
    "from \(allowed.lowerBound) to \(allowed.upperBound) \(unit.rawValue)"
  }

  /// Shortens a key to 80 characters, since what was typed may be of any length.
  private static func shortened(_ key: String) -> String {
    key.count <= 80 ? key : key.prefix(79) + "…"
  }
}
