import Records

/// Contacts as the rows of the canonical file.
enum CanonicalText {
  static let header =
    """
    child_ref,child_name,date_of_birth,household,worker,plan,date,time,date_precision,agency,role,\
    professional,contact_type,child_seen,seen_alone,announced,presenting_concern,child_words,\
    injuries,injury_count,explanation_given,explanation_challenged,other_adults_noted,outcome,\
    escalation_level,source

    """

  static func rows(of child: Child, _ contacts: [ContactFacts]) -> String {
    let start = line([
      child.ref, child.name, child.dateOfBirth?.iso, child.household, child.worker,
    ])
    return contacts.reduce(into: "") { text, facts in
      text += start
      text += ","
      text += line(cells(of: facts))
      text += "\n"
    }
  }

  private static func cells(of facts: ContactFacts) -> [String?] {
    [
      facts.plan?.rawValue, facts.date.iso, facts.time?.description,
      facts.precision?.rawValue, facts.agency.written, facts.role, facts.professional,
      facts.kind.rawValue, facts.childSeen?.rawValue, facts.seenAlone?.rawValue,
      facts.announced?.rawValue, facts.presentingConcern, facts.childWords, facts.injuries,
      facts.injuryCount.map(String.init), facts.explanationGiven,
      facts.explanationChallenged?.rawValue, facts.otherAdultsNoted, facts.outcome,
      facts.escalation?.rawValue, facts.source,
    ]
  }

  private static func line(_ cells: [String?]) -> String {
    var text = ""
    for (index, cell) in cells.enumerated() {
      if index > 0 { text += "," }
      text += quoted(cell ?? "")
    }
    return text
  }

  /// A cell by RFC 4180: in quotes only when it must be.
  private static func quoted(_ cell: String) -> String {
    let bytes = cell.utf8
    guard bytes.contains(where: { $0 == 0x2c || $0 == 0x22 || $0 == 0x0a || $0 == 0x0d }) else {
      return cell
    }
    return "\""
      + cell.split(separator: "\"", omittingEmptySubsequences: false)
      .joined(separator: "\"\"") + "\""
  }
}
