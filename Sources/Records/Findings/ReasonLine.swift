/// The sentence that says why a flag is raised, with day counts that stay true as days pass.
///
/// A rule writes it by interpolation: `"\(n) contacts in \(daysFrom: first)"`. It is rendered for
/// the day on which it is read.
package struct ReasonLine: Hashable, Sendable, ExpressibleByStringInterpolation {
  package enum Part: Hashable, Sendable {
    case text(String)
    /// "124 days", first and last day both counted.
    case daysFrom(CalendarDate)
    /// "124 days", from that day to this.
    case daysSince(CalendarDate)
  }

  package let parts: [Part]

  package init(parts: [Part]) {
    self.parts = parts
  }

  package init(stringLiteral value: String) {
    parts = [.text(value)]
  }

  package init(stringInterpolation: StringInterpolation) {
    parts = stringInterpolation.parts
  }

  package static func + (left: ReasonLine, right: ReasonLine) -> ReasonLine {
    ReasonLine(parts: left.parts + right.parts)
  }

  /// The sentence as it reads on a day.
  package func written(on day: CalendarDate) -> String {
    parts.map { part in
      switch part {
      case .text(let text): text
      case .daysFrom(let start): counted(day.days(since: start) + 1, "day")
      case .daysSince(let start): counted(day.days(since: start), "day")
      }
    }.joined()
  }

  package struct StringInterpolation: StringInterpolationProtocol {
    fileprivate var parts: [Part] = []

    package init(literalCapacity: Int, interpolationCount: Int) {}

    package mutating func appendLiteral(_ literal: String) {
      if !literal.isEmpty { parts.append(.text(literal)) }
    }

    package mutating func appendInterpolation(_ value: some CustomStringConvertible) {
      parts.append(.text(value.description))
    }

    package mutating func appendInterpolation(daysFrom day: CalendarDate) {
      parts.append(.daysFrom(day))
    }

    package mutating func appendInterpolation(daysSince day: CalendarDate) {
      parts.append(.daysSince(day))
    }
  }
}

extension ReasonLine {
  /// One line of text that `init(encoded:)` reads back; its parts are separated by the ASCII unit separator,
  /// which no stored text can contain.
  package var encoded: String {
    parts.map { part in
      switch part {
      case .text(let text): "t" + text
      case .daysFrom(let day): "f\(day.dayNumber)"
      case .daysSince(let day): "s\(day.dayNumber)"
      }
    }.joined(separator: "\u{1f}")
  }

  package init(encoded: String) {
    parts = encoded.split(separator: "\u{1f}").map { part in
      let payload = String(part.dropFirst())
      switch (part.first, Int(payload)) {
      case ("f", let number?): return .daysFrom(CalendarDate(dayNumber: number))
      case ("s", let number?): return .daysSince(CalendarDate(dayNumber: number))
      default: return .text(payload)
      }
    }
  }
}

/// `1 day`, `2 days`.
package func counted(_ count: Int, _ noun: String, plural: String? = nil) -> String {
  "\(count) \(count == 1 ? noun : plural ?? noun + "s")"
}
