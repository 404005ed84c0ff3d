package import Flags
import TOMLKit

extension Parameters {
  /// Reads a rulebook; thresholds that it leaves out are those of `others`.
  ///
  /// Its bank holidays are added to those of the calendar.
  /// - Throws: all faults of the text; for a text that is no TOML, the first only.
  package init(toml text: String, over others: Parameters) throws(RulebookFaults) {
    let scan = KeyScan(text)
    let root = try TOMLTable(parsing: text, scan)
    var reader = RulebookReader(KeyPlaces(scan), over: others)
    reader.read(root)
    guard reader.faults.isEmpty else { throw RulebookFaults(reader.faults) }
    self = reader.parameters
  }
}

extension TOMLTable {
  /// Parses a text, or that part of it that the parser may see.
  /// - Throws: the first syntax error.
  fileprivate convenience init(parsing text: String, _ scan: KeyScan) throws(RulebookFaults) {
    if let end = text.unicodeScalars.firstIndex(of: "\0") {
      // The parser would end the text at its first NUL.
      let line = text.unicodeScalars[..<end].count { $0 == "\n" } + 1
      throw RulebookFaults(notTOML: "it holds a NUL", KeyPlaces.Place(line: line))
    }
    do {
      try self.init(string: scan.parsable)
    } catch {
      let error = error as? TOMLParseError
      let place = error.map { KeyPlaces.Place($0.source.begin, in: text) } ?? KeyPlaces.Place()
      throw RulebookFaults(notTOML: error?.reason ?? "the parser gives no reason", place)
    }
    if let refusal = scan.refusal {
      throw RulebookFaults(notTOML: refusal.reason, refusal.place)
    }
  }
}

extension RulebookFaults {
  fileprivate init(notTOML reason: String, _ place: KeyPlaces.Place) {
    self.init(
      [RulebookFault(line: place.line, column: place.column, key: nil, kind: .syntax(reason))])
  }
}

extension TOMLParseError {
  /// The description without what was being parsed, which comes before a colon.
  fileprivate var reason: String {
    guard description.hasPrefix("Error while parsing"), let colon = description.firstIndex(of: ":")
    else { return description }
    return String(description[colon...].dropFirst(2))
  }
}

extension KeyPlaces.Place {
  /// A place that the parser gives, moved back to the end of a text that ends too early.
  fileprivate init(_ position: TOMLSourcePosition, in text: String) {
    let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
    let line = min(position.line, lines.count)
    self.init(line: line, column: min(position.column, lines[line - 1].count + 1))
  }
}
