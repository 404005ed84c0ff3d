import Records

/// Maps a flag and its last answer to their columns and back.
enum FlagRow {
  private static let names = """
    f.id, f.child_id, f.rule, f.raised_at, f.band, f.band_since, f.line, f.evidence,
      f.quiet_since, f.cleared_on, f.cleared_why, f.held_from, a.id, a.kind, a.rung, a.owner,
      a.reason, a.because, a.would_change, a.holds_until, a.answered_by, a.account,
      a.answered_at, a.broken_by, a.broken_at, a.signer, g.person_id, g.name, g.role, g.signed_at
    """

  /// Every answer of every flag, in the order in which they were given.
  static let answers = """
    SELECT \(names) FROM answer a
      JOIN flag f ON f.authority_id = a.authority_id AND f.id = a.flag_id
      LEFT JOIN signature g ON g.authority_id = a.authority_id AND g.answer_id = a.id
    WHERE a.authority_id = ? ORDER BY a.id
    """

  /// Selects every answer to a flag of one child; `hint` makes it use the index of flags by child.
  static func answersOfChild(_ hint: String) -> String {
    """
    SELECT \(names) FROM flag f \(hint)
      JOIN answer a ON a.authority_id = f.authority_id AND a.flag_id = f.id
      LEFT JOIN signature g ON g.authority_id = a.authority_id AND g.answer_id = a.id
    WHERE f.authority_id = ? AND f.child_id = ?
    """
  }

  /// Flags `f`, each with its last answer `a`; an answer's id tells which was the last.
  static func selection(_ hint: String = "") -> String {
    """
    SELECT \(names)
    FROM flag f \(hint) LEFT JOIN answer a ON a.authority_id = f.authority_id AND a.flag_id = f.id
      AND a.id = (SELECT l.id FROM answer l
        WHERE l.authority_id = f.authority_id AND l.flag_id = f.id ORDER BY l.id DESC LIMIT 1)
      LEFT JOIN signature g ON g.authority_id = a.authority_id AND g.answer_id = a.id
    """
  }

  static func flag(_ row: SQLRow) throws -> Flag {
    let cleared: Flag.Clearing? = try row.dayIfAny(9).map {
      Flag.Clearing(date: $0, reason: try row.word(10))
    }
    return Flag(
      id: try row.identifier(0), child: try row.identifier(1), rule: RuleID(try row[2]),
      raisedAt: try row.moment(3), band: try row.word(4), bandSince: try row.day(5),
      line: ReasonLine(encoded: try row[6]), evidence: try EvidenceText.evidence(try row[7]),
      quietSince: try row.dayIfAny(8), cleared: cleared, answer: try answer(row),
      heldFrom: try row.dayIfAny(11))
  }

  private static func answer(_ row: SQLRow) throws -> Answer? {
    guard let id = try row.identifierIfAny(12) else { return nil }
    let broken = try row.identifierIfAny(23).map {
      Answer.Break(contact: $0, at: try row.moment(24))
    }
    let signature = try row.identifierIfAny(26).map {
      Answer.Signature(
        person: $0, name: try row[27], role: Role(try row[28]), at: try row.moment(29))
    }
    return Answer(
      id: id, flag: try row.identifier(0), decision: try decision(row),
      answeredBy: try row[20], account: try row[21], answeredAt: try row.moment(22),
      signer: (try row[25] as Int?).flatMap(Seniority.init), signature: signature,
      broken: broken)
  }

  private static func decision(_ row: SQLRow) throws -> Answer.Decision {
    let until = try row.day(19)
    let kind: String = try row[13]
    guard kind == "escalate" else {
      return .decide(
        Answer.Decide(
          reason: try row.word(16), because: try row[17], wouldChange: try row[18],
          reviewBy: until))
    }
    return .escalate(
      Answer.Escalate(
        rung: try row.word(14), owner: try row[15], due: until, because: try row[17]))
  }

  /// Inserts a flag, or updates the one of its id.
  static let saving = """
    INSERT INTO flag (authority_id, id, child_id, rule, raised_at, band, band_since, line,
      evidence, quiet_since, cleared_on, cleared_why, held_from)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    ON CONFLICT (authority_id, id) DO UPDATE SET band = excluded.band,
      band_since = excluded.band_since, line = excluded.line, evidence = excluded.evidence,
      quiet_since = excluded.quiet_since, cleared_on = excluded.cleared_on,
      cleared_why = excluded.cleared_why, held_from = excluded.held_from
    """

  static func values(of flag: Flag, _ authority: Identifier) -> [any SQLConvertible] {
    [
      authority, flag.id, flag.child, flag.rule.description, flag.raisedAt, flag.band,
      flag.bandSince, flag.line.encoded, EvidenceText.encoded(flag.evidence), flag.quietSince,
      flag.cleared?.date, flag.cleared?.reason, flag.heldFrom,
    ]
  }

  static let answering = """
    INSERT INTO answer (authority_id, id, flag_id, kind, rung, owner, reason, because,
      would_change, holds_until, answered_by, answered_at, signer, account)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static func values(of answer: Answer, _ authority: Identifier) -> [any SQLConvertible] {
    let key: [any SQLConvertible] = [authority, answer.id, answer.flag]
    return key + values(of: answer.decision) + [
      answer.answeredBy, answer.answeredAt, answer.signer?.rawValue, answer.account,
    ]
  }

  private static func values(of decision: Answer.Decision) -> [any SQLConvertible] {
    switch decision {
    case .escalate(let escalate):
      [
        "escalate", escalate.rung, escalate.owner, SQLValue.null, escalate.because, SQLValue.null,
        escalate.due,
      ]
    case .decide(let decide):
      [
        "decide", SQLValue.null, SQLValue.null, decide.reason, decide.because,
        decide.wouldChange, decide.reviewBy,
      ]
    }
  }
}
