/// The parts of Heed that read what anybody may have written.
///
/// Any bytes at all are an input of each. The same checks run under libFuzzer, which looks for new
/// inputs, and in the ordinary suite, which replays the seeds and all that was ever found.
package enum FuzzTarget: String, CaseIterable, Sendable {
  case csv, dates, search, toml, gate, keys

  /// Checks every property of this part for one input.
  /// - Throws: `BrokenProperty`.
  package func check(_ input: [UInt8]) throws(BrokenProperty) {
    switch self {
    case .csv: try checkCSV(input)
    case .dates: try checkDates(input)
    case .search: try checkSearch(input)
    case .toml: try checkRulebook(input)
    case .gate: try checkGate(input)
    case .keys: try checkKeys(input)
    }
  }
}

/// A property that an input has shown not to hold, in words.
package struct BrokenProperty: Error, Hashable, Sendable, CustomStringConvertible {
  package let description: String
}

/// Throws a sentence that does not hold, with what shows it.
func hold(
  _ sentence: String, _ evidence: @autoclosure () -> Any, _ isTrue: Bool
) throws(BrokenProperty) {
  guard !isTrue else { return }
  throw BrokenProperty(description: "\(sentence): \(String(reflecting: evidence()))")
}
