package import Records
package import StorageCore

// How cases were judged: standings, flags and their answers.

extension SQLRows {
  package func flag(_ flag: Identifier) throws -> Flag? {
    try connection.first(
      FlagRow.selection() + " WHERE f.authority_id = ? AND f.id = ?", [authority, flag]
    ) { try FlagRow.flag($0) }
  }

  /// By index: left to itself SQLite's planner reads every flag of the store.
  package func flags(of child: Identifier) throws -> [Flag] {
    try connection.rows(
      FlagRow.selection(connection.using("flag_by_child"))
        + " WHERE f.authority_id = ? AND f.child_id = ?", [authority, child]
    ) { try FlagRow.flag($0) }
  }

  /// The flags of a child that are not cleared.
  func openFlags(of child: Identifier) throws -> [Flag] {
    try flags(of: child).filter { $0.cleared == nil }
  }

  /// Of its answer only that it was broken open is saved with it.
  package func save(_ flag: Flag) throws {
    try connection.execute(FlagRow.saving, FlagRow.values(of: flag, authority))
    guard let answer = flag.answer, let broken = answer.broken else { return }
    try connection.execute(
      """
      UPDATE answer SET broken_by = ?, broken_at = ?
      WHERE authority_id = ? AND id = ? AND broken_by IS NULL
      """, [broken.contact, broken.at, authority, answer.id])
  }

  package func save(_ evaluation: Evaluation, of child: Identifier) throws {
    try connection.execute(
      EvaluationRow.saving, EvaluationRow.values(of: evaluation, child, authority))
  }

  package func insert(_ since: CorrectedTime, of child: Identifier) throws {
    try connection.execute(
      """
      INSERT INTO known_since (authority_id, child_id, record_id, version, at, day)
      VALUES (?, ?, ?, ?, ?, ?)
      """, [authority, child, since.record, since.version, since.at, since.day])
  }

  package func insert(_ answer: Answer) throws {
    try connection.execute(FlagRow.answering, FlagRow.values(of: answer, authority))
  }

  package func insert(_ signature: Answer.Signature, of answer: Identifier) throws {
    try connection.execute(
      """
      INSERT INTO signature (authority_id, answer_id, person_id, name, role, signed_at)
      VALUES (?, ?, ?, ?, ?, ?)
      """,
      [authority, answer, signature.person, signature.name, signature.role, signature.at])
  }

  package func dueCases(
    _ due: DueCases, limit: Int
  ) throws -> (children: [Identifier], count: Int) {
    let cases = """
      (SELECT child_id FROM standing \(connection.using("standing_by_expiry"))
        WHERE authority_id = ?1 AND holds_through < ?2
       UNION SELECT child_id FROM standing \(connection.using("standing_by_moment"))
        WHERE authority_id = ?1 AND changes_at < ?3
       UNION SELECT child_id FROM standing \(connection.using("standing_by_evaluation"))
        WHERE authority_id = ?1 AND evaluated_on > ?4
          AND (changes_at IS NULL OR changes_at > ?5)
       UNION SELECT child_id FROM standing \(connection.using("standing_by_reader"))
        WHERE authority_id = ?1 AND reader < ?6
       UNION SELECT child_id FROM standing \(connection.using("standing_by_reader"))
        WHERE authority_id = ?1 AND reader > ?6) AS due
      """
    let today = due.present.londonDay
    let values: [any SQLConvertible] = [
      authority, due.moment.londonDay, due.moment, today, Instant(endOf: today),
      due.readerEdition,
    ]
    let count = try connection.number("SELECT count(*) FROM " + cases, values)
    let children = try connection.rows(
      "SELECT child_id FROM \(cases) LIMIT ?7", values + [limit]
    ) { try $0.identifier(0) }
    return (children, count ?? 0)
  }
}
