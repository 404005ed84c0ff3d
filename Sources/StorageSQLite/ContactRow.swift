import GRDB
import Records

/// How one version of a contact stands in its table.
enum ContactRow {
  static let columnNames = """
    id, version, child_id, recorded_at, recorded_by, amendment_reason, ref, plan, day, minute, \
    date_precision, sector, agency_name, role, professional, contact_type, child_seen, seen_alone, \
    announced, presenting_concern, child_words, injuries, injury_count, explanation_given, \
    explanation_challenged, other_adults_noted, outcome, escalation_level, source, typed
    """
  static let count = 30

  /// Reads the columns of a row of a query that begins with them.
  /// - Throws: when a column holds what was never written there.
  static func contact(_ row: Row) throws -> Contact {
    guard let day = row.day(8) else { throw Unreadable(column: 8) }
    var facts = ContactFacts(
      date: day, agency: Agency(try row.requiredWord(11), name: row[12]),
      kind: try row.requiredWord(15))
    facts.ref = row[6]
    facts.plan = try row.word(7)
    facts.time = (row[9] as Int?).map { TimeOfDay(clamping: $0) }
    facts.precision = try row.word(10)
    facts.role = row[13]
    facts.professional = row[14]
    facts.childSeen = try row.word(16)
    facts.seenAlone = try row.word(17)
    facts.announced = try row.word(18)
    facts.presentingConcern = row[19]
    facts.childWords = row[20]
    facts.injuries = row[21]
    facts.injuryCount = row[22]
    facts.explanationGiven = row[23]
    facts.explanationChallenged = try row.word(24)
    facts.otherAdultsNoted = row[25]
    facts.outcome = row[26]
    facts.escalation = try row.word(27)
    facts.source = row[28]
    return Contact(
      id: try row.identifier(0), child: try row.identifier(2), version: row[1],
      recordedAt: row.moment(3), recordedBy: row[4], amendmentReason: row[5], isTyped: row[29],
      facts: facts)
  }

  private static let insertion = """
    INSERT INTO contact (authority_id, \(columnNames))
    VALUES (\(Array(repeating: "?", count: count + 1).joined(separator: ", ")))
    """

  static func insert(_ contact: Contact, authority: Identifier, into db: Database) throws {
    let statement = try db.cachedStatement(sql: insertion)
    statement.setUncheckedArguments(StatementArguments(values(of: contact, authority)))
    try statement.execute()
    try NoteIndex.add(contact, row: db.lastInsertedRowID, authority: authority, in: db)
  }

  private static func values(
    of contact: Contact, _ authority: Identifier
  ) -> [(any DatabaseValueConvertible)?] {
    let facts = contact.facts
    return [
      authority.blob, contact.id.blob, contact.version, contact.child.blob,
      contact.recordedAt.seconds, contact.recordedBy, contact.amendmentReason, facts.ref,
      facts.plan?.rawValue, facts.date.dayNumber, facts.time?.minutes, facts.precision?.rawValue,
      facts.agency.sector.rawValue, facts.agency.name, facts.role, facts.professional,
      facts.kind.rawValue, facts.childSeen?.rawValue, facts.seenAlone?.rawValue,
      facts.announced?.rawValue, facts.presentingConcern, facts.childWords, facts.injuries,
      facts.injuryCount, facts.explanationGiven, facts.explanationChallenged?.rawValue,
      facts.otherAdultsNoted, facts.outcome, facts.escalation?.rawValue, facts.source,
      contact.isTyped,
    ]
  }
}
