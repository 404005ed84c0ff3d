import Records

/// Maps the last evaluation of a case to its columns and back.
enum EvaluationRow {
  /// The columns of the table `standing`, as `s`, in the order in which `evaluation` reads them.
  static let names = """
    s.evaluated_on, s.holds_through, s.plan, s.contacts, s.last_contact, s.last_seen, \
    s.contacts_since, s.agencies_since, s.escalation_day, s.escalation_level, s.concerns_since, \
    s.changes_at, s.reader, s.kept_since
    """

  /// Reads an evaluation from the columns that begin at `start`, without its flags; nil when there is none.
  static func evaluation(_ row: SQLRow, at start: Int) throws -> Evaluation? {
    guard let evaluatedOn = try row.dayIfAny(start) else { return nil }
    let rung: Rung? = try row.wordIfAny(start + 9)
    let held = try row.dayIfAny(start + 8).flatMap { day in
      rung.map { CaseSummary.HeldRung(date: day, rung: $0) }
    }
    let summary = CaseSummary(
      status: try row.wordIfAny(start + 2), contacts: try row[start + 3],
      lastContact: try row.dayIfAny(start + 4), lastSeen: try row.dayIfAny(start + 5),
      contactsSinceEscalation: try row[start + 6], agenciesSinceEscalation: try row[start + 7],
      concernsSinceEscalation: try row[start + 10], lastEscalation: held)
    return Evaluation(
      flags: [], evaluatedOn: evaluatedOn, validThrough: try row.dayIfAny(start + 1),
      changesAt: row.isNull(start + 11) ? nil : try row.moment(start + 11), summary: summary,
      readerEdition: try row[start + 12], keptSince: try row.dayIfAny(start + 13))
  }

  static let saving = """
    INSERT INTO standing (authority_id, child_id, evaluated_on, holds_through, plan, contacts,
      last_contact, last_seen, contacts_since, agencies_since, escalation_day, escalation_level,
      concerns_since, changes_at, reader, kept_since)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (authority_id, child_id) DO UPDATE SET evaluated_on = excluded.evaluated_on,
      holds_through = excluded.holds_through, plan = excluded.plan, contacts = excluded.contacts,
      last_contact = excluded.last_contact, last_seen = excluded.last_seen,
      contacts_since = excluded.contacts_since, agencies_since = excluded.agencies_since,
      escalation_day = excluded.escalation_day, escalation_level = excluded.escalation_level,
      concerns_since = excluded.concerns_since, changes_at = excluded.changes_at,
      reader = excluded.reader, kept_since = excluded.kept_since
    """

  static func values(
    of evaluation: Evaluation, _ child: Identifier, _ authority: Identifier
  ) -> [any SQLConvertible] {
    let summary = evaluation.summary
    return [
      authority, child, evaluation.evaluatedOn, evaluation.validThrough, summary.status,
      summary.contacts, summary.lastContact, summary.lastSeen, summary.contactsSinceEscalation,
      summary.agenciesSinceEscalation, summary.lastEscalation?.date, summary.lastEscalation?.rung,
      summary.concernsSinceEscalation, evaluation.changesAt, evaluation.readerEdition,
      evaluation.keptSince,
    ]
  }
}
