package import Flags

/// What is wrong at one place of a rulebook.
package struct RulebookFault: Error, Hashable, Sendable {
  /// The line of the text, counted from 1.
  package let line: Int
  /// In characters, counted from 1; nil when the text as a whole is wrong.
  package let column: Int?
  /// As TOML joins it, `R01.tempo-days`; nil where no key is at fault.
  package let key: String?
  package let kind: Kind

  package init(line: Int, column: Int?, key: String?, kind: Kind) {
    self.line = line
    self.column = column
    self.key = key
    self.kind = kind
  }

  package enum Kind: Hashable, Sendable {
    /// The text is no TOML, for a reason in words.
    case syntax(String)
    case noEdition
    case notAnEdition
    case unknownTable(nearest: String?)
    case unknownKey(nearest: String?)
    case notATable
    case notAWholeNumber(allowed: ClosedRange<Int>, Setting.Unit)
    case outOfRange(Int, allowed: ClosedRange<Int>, Setting.Unit)
    case notAListOfDays
    case notADay
  }
}

/// Everything that is wrong with a rulebook, in the order of its lines.
package struct RulebookFaults: Error, Hashable, Sendable {
  /// At least one.
  package let faults: [RulebookFault]

  package init(_ faults: [RulebookFault]) {
    precondition(!faults.isEmpty, "a rulebook is refused for a reason")
    self.faults = faults.sorted { ($0.line, $0.column ?? 0) < ($1.line, $1.column ?? 0) }
  }
}
