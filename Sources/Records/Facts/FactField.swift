/// One field of a fact: what it is called, and what kind of value it accepts.
package struct FactField: Hashable, Sendable {
  /// The name in files, commands and the store, `first_seen`; never changed once published.
  package let name: String
  /// What a form calls it.
  package let label: String
  package let kind: Kind

  package enum Kind: Hashable, Sendable {
    case text, day, time, yesNo
    case number(ClosedRange<Int>)
    /// One word or phrase of a list.
    case word([String])
  }

  package init(_ name: String, _ label: String, _ kind: Kind = .text) {
    self.name = name
    self.label = label
    self.kind = kind
  }

  /// Within one kind of fact a name means one field.
  package static func == (left: FactField, right: FactField) -> Bool { left.name == right.name }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(name)
  }

  /// What may be typed, for help and for a refusal.
  package var allowed: String {
    switch kind {
    case .text: "words"
    case .day: "a day, such as 2026-11-23"
    case .time: "a time, such as 14:30"
    case .yesNo: "yes or no"
    case .number(let range): "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .word(let words): words.joined(separator: ", ")
    }
  }
}

/// What a fact says in one field.
package enum FactValue: Hashable, Sendable {
  case text(String)
  case day(CalendarDate)
  case time(TimeOfDay)
  case yes(Bool)
  case number(Int)

  /// The text written to files and the store, which `FactField.read` reads back.
  package var written: String {
    switch self {
    case .text(let text): text
    case .day(let day): day.iso
    case .time(let time): time.description
    case .yes(let isYes): isYes ? "yes" : "no"
    case .number(let number): String(number)
    }
  }
}

extension FactField {
  /// Reads `text` as files and the store write it.
  ///
  /// - Throws: `notAllowed` when it is not a value of this field's kind.
  package func read(_ text: String) throws(FactFault) -> FactValue {
    guard let value = value(of: trimmed(text)) else { throw .notAllowed(self) }
    return value
  }

  /// Whether a character is a control character: a fact is one line, except an account, which may have
  /// several.
  private func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    if scalar == "\n", self == .accountWords { return false }
    return scalar.value < 32 || (0x7f...0x9f).contains(scalar.value)
  }

  private func value(of text: String) -> FactValue? {
    switch kind {
    case .text:
      return text.isEmpty || text.unicodeScalars.contains(where: isForbidden) ? nil : .text(text)
    case .day:
      return (try? CalendarDate(iso: text)).map { .day($0) }
    case .time:
      return TimeOfDay(typed: text).map { .time($0) }
    case .yesNo:
      return text == "yes" ? .yes(true) : text == "no" ? .yes(false) : nil
    case .number(let range):
      return Int(text).flatMap { range.contains($0) ? .number($0) : nil }
    case .word(let words):
      let typed = text.lowercased()
      return words.first { $0.lowercased() == typed }.map { .text($0) }
    }
  }
}
