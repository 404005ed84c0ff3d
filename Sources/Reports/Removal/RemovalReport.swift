package import Records

// A removal and its certificate, in sentences and JSON; it names the child by reference alone.

extension Removal: Report {
  /// What is to be destroyed, on what ground, and what came of the proposal.
  package var sentence: String {
    let head = """
      \(id.receipt): \(part) of \(childRef). \(right) \(because.endingOnce) Proposed \
      \(proposed.at.londonDay.shortWithYear) by \(proposed.name), \(proposed.role.title).
      """
    if let refusal {
      let refused = refusal.refused
      let day = refused.at.londonDay.shortWithYear
      return head
        + " Refused \(day) by \(refused.name), \(refused.role.title): \(refusal.because.endingOnce)"
    }
    guard let certificate else { return head + " Nobody has approved it." }
    return head + " " + certificate.sentence
  }

  private var part: String {
    switch scope {
    case .child: "the whole record"
    case .contact(let contact): "contact \(contact.receipt)"
    case .formerVersions(let contact, _): "what contact \(contact.receipt) said before"
    }
  }

  private var right: String {
    switch ground {
    case .retention(let keeping):
      "Kept as \(keeping.kind.rawValue) until \(keeping.until.shortWithYear) (\(keeping.source)):"
    case .erasure: "Erasure:"
    case .rectification: "Rectification:"
    }
  }

  /// What was saved just now, and what to do next.
  package var lines: [String] {
    if isOpen {
      return [
        sentence, "Another person approves it: heed approve \(id.receipt) --account THEIRS",
      ]
    }
    let backups = "Backups made before now still hold it: destroy them, or let them lapse."
    return [sentence] + (certificate == nil ? [] : [backups])
  }

  package var json: JSON {
    let keeping = ground.keeping
    return .object([
      ("id", .string(id.description)), ("child_ref", .string(childRef)), ("scope", scope.json),
      ("ground", .string(ground.name)), ("because", .string(because)),
      ("kept_as", .word(keeping?.kind)), ("kept_until", .day(keeping?.until)),
      ("source", .text(keeping?.source)), ("proposed", proposed.json),
      ("certificate", certificate?.json ?? .null), ("refusal", refusal?.json ?? .null),
    ])
  }
}

extension String {
  /// The text with one full stop at its end, whether it had one or not.
  var endingOnce: String { last.map { ".!?".contains($0) } == true ? self : self + "." }
}

extension Removal.Scope {
  fileprivate var json: JSON {
    switch self {
    case .child: .string("child")
    case .contact: .string("contact")
    case .formerVersions: .string("former versions")
    }
  }
}

extension Answer.Signature {
  fileprivate var json: JSON {
    .object([
      ("name", .string(name)), ("role", .string(role.title)), ("at", .string(at.iso)),
    ])
  }
}

extension Removal.Refusal {
  fileprivate var json: JSON {
    .object([("refused", refused.json), ("because", .string(because))])
  }
}

extension Removal.Certificate {
  fileprivate var sentence: String {
    let what = [
      counted(contacts, "contact"), counted(facts, "fact"), counted(flags, "flag"),
      counted(answers, "answer"),
    ].joined(separator: ", ")
    var span = ""
    if let from, let to { span = " from \(from.shortWithYear) to \(to.shortWithYear)" }
    return """
      Destroyed \(approved.at.londonDay.shortWithYear), approved by \(approved.name), \
      \(approved.role.title): \(what)\(span).
      """
  }

  fileprivate var json: JSON {
    .object([
      ("approved", approved.json), ("contacts", .number(contacts)), ("facts", .number(facts)),
      ("flags", .number(flags)), ("answers", .number(answers)), ("from", .day(from)),
      ("to", .day(to)),
    ])
  }
}
