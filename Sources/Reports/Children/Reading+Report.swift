package import Reading

extension Reading: Report {
  /// The reading in the shape that the contract specifies.
  package var json: JSON {
    .object([
      ("field", .string(field.rawValue)), ("injury", .word(injury)),
      ("sites", .array(sites.map { .string($0) })), ("kinds", .array(kinds.map { .string($0) })),
      ("count", .number(count)), ("as_before", .bool(asBefore)),
      ("concern", concern.map { .bool($0) } ?? .null),
      ("explanation", explanation.map { .bool($0) } ?? .null),
      ("adults", .array(adults.map { .string($0.name ?? "?") })),
      ("medical_opinion", .word(medicalOpinion)), ("nfa", nfa.map { .bool($0) } ?? .null),
      ("cancelled_by", .word(cancelledBy)), ("seen_mode", .word(seenMode)),
      ("ask", .text(ask?.written)), ("mentions", .array(mentions.map(\.json))),
      ("edition", .number(Reading.edition)),
    ])
  }

  package var lines: [String] {
    ["Read: \(written)."] + (ask.map { ["It asks: \($0.written)"] } ?? [])
      + mentions.map { "  " + $0.sentence }
  }
}

extension Mention {
  fileprivate var json: JSON {
    .object([
      ("class", .string(sort.rawValue)), ("words", .string(words)),
      ("status", .string(status.rawValue)), ("whose", .string(whose.written)),
      ("said_by", .text(saidBy)),
    ])
  }

  /// The words and how they are read.
  fileprivate var sentence: String {
    var parts = ["\"\(words)\": \(sort.rawValue)", status.rawValue]
    if case .other(let who) = whose { parts.append("of \(who)") }
    if let saidBy { parts.append("by \(saidBy)") }
    return parts.joined(separator: ", ") + "."
  }
}

/// Whether two mentions are read as the same adult.
package struct SameAdultReport: Report {
  private let isSame: Bool

  package init(_ first: String, _ second: String) {
    isSame = isSameAdult(first, second)
  }

  package var json: JSON { .object([("same", .bool(isSame))]) }

  package var lines: [String] {
    [isSame ? "Taken for the same adult." : "Taken for two adults."]
  }
}
