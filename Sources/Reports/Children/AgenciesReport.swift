package import Records

extension AgencySummary {
  fileprivate var json: JSON {
    .object([
      ("agency", .string(agency.written)), ("sector", .word(agency.sector)),
      ("contacts", .number(contacts)), ("last_contact", .day(lastContact)),
      ("concerns_not_answered", .number(unansweredConcerns)),
      (
        "professionals",
        .array(
          professionals.map { professional in
            .object([
              ("name", .text(professional.name)), ("role", .text(professional.role)),
              ("contacts", .number(professional.contacts)),
              ("last_contact", .day(professional.lastContact)),
            ])
          })
      ),
    ])
  }

  fileprivate var lines: [String] {
    let head = """
      \(agency.written): \(counted(contacts, "contact")), last \(lastContact.shortWithYear); \
      \(counted(unansweredConcerns, "concern")) raised and not yet answered.
      """
    return [head]
      + professionals.map { professional in
        let who = [professional.name, professional.role].compactMap { $0 }.joined(separator: ", ")
        return "  \(who): \(counted(professional.contacts, "contact")), last "
          + "\(professional.lastContact.shortWithYear)."
      }
  }
}

/// Each agency in a sentence, and its professionals.
package struct AgenciesReport: Report {
  private let agencies: [AgencySummary]

  package init(_ agencies: [AgencySummary]) {
    self.agencies = agencies
  }

  package var json: JSON { .array(agencies.map(\.json)) }

  package var lines: [String] {
    agencies.isEmpty ? ["No agency has had a contact yet."] : agencies.flatMap(\.lines)
  }
}
