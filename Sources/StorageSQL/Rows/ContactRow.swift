package import Records

/// How one version of a contact stands in its columns.
package enum ContactRow {
  package static let columns = [
    "id", "version", "child_id", "recorded_at", "recorded_by", "amendment_reason", "ref", "plan",
    "day", "minute", "date_precision", "sector", "agency_name", "role", "professional",
    "contact_type", "child_seen", "seen_alone", "announced", "presenting_concern", "child_words",
    "injuries", "injury_count", "explanation_given", "explanation_challenged",
    "other_adults_noted", "outcome", "escalation_level", "source", "typed",
  ]

  /// The columns of contacts `n`, in the order in which `contact` reads them.
  package static let names = columns.map { "n.\($0)" }.joined(separator: ", ")

  static let insertion = """
    INSERT INTO contact (authority_id, \(columns.joined(separator: ", ")))
    VALUES (\(Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")))
    """

  /// Reads the columns of a row of a query that begins with them.
  /// - Throws: `Unreadable` when a column holds what was never written there.
  package static func contact(_ row: SQLRow) throws -> Contact {
    var facts = ContactFacts(
      date: try row.day(8), agency: Agency(try row.word(11), name: try row[12]),
      kind: try row.word(15))
    facts.ref = try row[6]
    facts.plan = try row.wordIfAny(7)
    facts.time = (try row[9] as Int?).map { TimeOfDay(clamping: $0) }
    facts.precision = try row.wordIfAny(10)
    facts.role = try row[13]
    facts.professional = try row[14]
    facts.childSeen = try row.wordIfAny(16)
    facts.seenAlone = try row.wordIfAny(17)
    facts.announced = try row.wordIfAny(18)
    facts.presentingConcern = try row[19]
    facts.childWords = try row[20]
    facts.injuries = try row[21]
    facts.injuryCount = try row[22]
    facts.explanationGiven = try row[23]
    facts.explanationChallenged = try row.wordIfAny(24)
    facts.otherAdultsNoted = try row[25]
    facts.outcome = try row[26]
    facts.escalation = try row.wordIfAny(27)
    facts.source = try row[28]
    return Contact(
      id: try row.identifier(0), child: try row.identifier(2), version: try row[1],
      recordedAt: try row.moment(3), recordedBy: try row[4], amendmentReason: try row[5],
      isTyped: try row[29], facts: facts)
  }

  static func values(of contact: Contact) -> [any SQLConvertible] {
    let facts = contact.facts
    return [
      contact.id, contact.version, contact.child, contact.recordedAt, contact.recordedBy,
      contact.amendmentReason, facts.ref, facts.plan, facts.date, facts.time, facts.precision,
      facts.agency.sector, facts.agency.name, facts.role, facts.professional, facts.kind,
      facts.childSeen, facts.seenAlone, facts.announced, facts.presentingConcern,
      facts.childWords, facts.injuries, facts.injuryCount, facts.explanationGiven,
      facts.explanationChallenged, facts.otherAdultsNoted, facts.outcome, facts.escalation,
      facts.source, contact.isTyped,
    ]
  }
}
