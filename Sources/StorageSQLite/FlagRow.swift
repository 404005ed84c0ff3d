import GRDB
import Records

/// How a flag and its last answer stand in their tables.
enum FlagRow {
  private static let columnNames = """
    f.id, f.child_id, f.rule, f.raised_at, f.band, f.band_since, f.line, f.evidence,
      f.quiet_since, f.cleared_on, f.cleared_why, a.id, a.kind, a.rung, a.owner, a.reason,
      a.because, a.would_change, a.holds_until, a.answered_by, a.answered_at, a.broken_by,
      a.broken_at, a.signer, g.person_id, g.name, g.role, g.signed_at, f.held_from, a.account
    """

  /// Every answer of every flag, in the order in which they were given.
  static let answers = """
    SELECT \(columnNames) FROM answer a
      JOIN flag f ON f.authority_id = a.authority_id AND f.id = a.flag_id
      LEFT JOIN signature g ON g.authority_id = a.authority_id AND g.answer_id = a.id
    WHERE a.authority_id = ? ORDER BY a.id
    """

  /// Every answer to a flag of one child.
  static let answersOfChild = """
    SELECT \(columnNames) FROM flag f INDEXED BY flag_by_child
      JOIN answer a ON a.authority_id = f.authority_id AND a.flag_id = f.id
      LEFT JOIN signature g ON g.authority_id = a.authority_id AND g.answer_id = a.id
    WHERE f.authority_id = ? AND f.child_id = ?
    """

  /// Flags `f`, each with its last answer `a`; an answer's id tells which was the last.
  static let selection = selection(by: "")

  /// The same of one child, by index: left to itself the planner reads every flag of the store.
  static let selectionOfChild =
    selection(by: "INDEXED BY flag_by_child") + " WHERE f.authority_id = ? AND f.child_id = ?"

  /// From which day a flag would have stood; those that stand are judged again to learn it.
  static let hindsight = """
    ALTER TABLE flag ADD COLUMN held_from INTEGER;
    UPDATE standing SET holds_through = evaluated_on - 1 WHERE EXISTS (
      SELECT 1 FROM flag f INDEXED BY flag_standing WHERE f.authority_id = standing.authority_id
        AND f.child_id = standing.child_id AND f.cleared_on IS NULL);
    """

  /// Whose an answer is, beside the name that it bears.
  static let accounts = "ALTER TABLE answer ADD COLUMN account TEXT;"

  private static func selection(by index: String) -> String {
    """
    SELECT \(columnNames)
    FROM flag f \(index) LEFT JOIN answer a ON a.authority_id = f.authority_id AND a.flag_id = f.id
      AND a.id = (SELECT max(id) FROM answer l
        WHERE l.authority_id = f.authority_id AND l.flag_id = f.id)
      LEFT JOIN signature g ON g.authority_id = a.authority_id AND g.answer_id = a.id
    """
  }

  static func flag(_ row: Row) throws -> Flag {
    let cleared: Flag.Clearing? = try row.day(9).map {
      Flag.Clearing(date: $0, reason: try row.requiredWord(10))
    }
    guard let bandSince = row.day(5) else { throw Unreadable(column: 5) }
    return Flag(
      id: try row.identifier(0), child: try row.identifier(1), rule: RuleID(row[2]),
      raisedAt: row.moment(3), band: try row.requiredWord(4), bandSince: bandSince,
      line: ReasonLine(encoded: row[6]), evidence: try evidence(row[7]),
      quietSince: row.day(8), cleared: cleared, answer: try answer(row), heldFrom: row.day(28))
  }

  private static func answer(_ row: Row) throws -> Answer? {
    guard let id = try row.identifierIfAny(11) else { return nil }
    let decision: Answer.Decision
    guard let until = row.day(18) else { throw Unreadable(column: 18) }
    if row[12] == "escalate" {
      decision = .escalate(
        Answer.Escalate(
          rung: try row.requiredWord(13), owner: row[14], due: until, because: row[16]))
    } else {
      decision = .decide(
        Answer.Decide(
          reason: try row.requiredWord(15), because: row[16], wouldChange: row[17],
          reviewBy: until))
    }
    let broken = try row.identifierIfAny(21).map { Answer.Break(contact: $0, at: row.moment(22)) }
    let signature = try row.identifierIfAny(24).map {
      Answer.Signature(person: $0, name: row[25], role: Role(row[26]), at: row.moment(27))
    }
    return Answer(
      id: id, flag: try row.identifier(0), decision: decision, answeredBy: row[19],
      account: row[29], answeredAt: row.moment(20),
      signer: (row[23] as Int?).flatMap(Seniority.init),
      signature: signature, broken: broken)
  }

  /// Inserts a flag, or carries the one of this id over to how it stands now.
  static func save(_ flag: Flag, authority: Identifier, in db: Database) throws {
    let statement = try db.cachedStatement(
      sql: """
        INSERT INTO flag (authority_id, id, child_id, rule, raised_at, band, band_since, line,
          evidence, quiet_since, cleared_on, cleared_why, held_from)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        ON CONFLICT (authority_id, id) DO UPDATE SET band = excluded.band,
          band_since = excluded.band_since, line = excluded.line, evidence = excluded.evidence,
          quiet_since = excluded.quiet_since, cleared_on = excluded.cleared_on,
          cleared_why = excluded.cleared_why, held_from = excluded.held_from
        """)
    try statement.execute(arguments: [
      authority.blob, flag.id.blob, flag.child.blob, flag.rule.description,
      flag.raisedAt.seconds, flag.band.rawValue, flag.bandSince.dayNumber, flag.line.encoded,
      encoded(flag.evidence), flag.quietSince?.dayNumber, flag.cleared?.date.dayNumber,
      flag.cleared?.reason.rawValue, flag.heldFrom?.dayNumber,
    ])
    if let answer = flag.answer, let broken = answer.broken {
      try db.execute(
        sql: """
          UPDATE answer SET broken_by = ?, broken_at = ?
          WHERE authority_id = ? AND id = ? AND broken_by IS NULL
          """,
        arguments: [broken.contact.blob, broken.at.seconds, authority.blob, answer.id.blob])
    }
  }

  static func insert(_ answer: Answer, authority: Identifier, into db: Database) throws {
    var columns: [(any DatabaseValueConvertible)?] = [
      authority.blob, answer.id.blob, answer.flag.blob,
    ]
    switch answer.decision {
    case .escalate(let escalate):
      columns += [
        "escalate", escalate.rung.rawValue, escalate.owner, nil, escalate.because, nil,
        escalate.due.dayNumber,
      ]
    case .decide(let decide):
      columns += [
        "decide", nil, nil, decide.reason.rawValue, decide.because, decide.wouldChange,
        decide.reviewBy.dayNumber,
      ]
    }
    columns += [
      answer.answeredBy, answer.answeredAt.seconds, answer.signer?.rawValue, answer.account,
    ]
    try db.execute(
      sql: """
        INSERT INTO answer (authority_id, id, flag_id, kind, rung, owner, reason, because,
          would_change, holds_until, answered_by, answered_at, signer, account)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """, arguments: StatementArguments(columns))
  }

  // Evidence is one line a contact: id, day, kind, sector, and the agency's name where it has one.

  private static func encoded(_ evidence: [Evidence]) -> String {
    evidence.map { item in
      let words = [
        item.contact.description, String(item.date.dayNumber), item.kind.rawValue,
        item.agency.sector.rawValue, item.agency.name.map(escaped) ?? "",
      ]
      return words.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  // A name may hold anything; what parts lines and words is written with a backslash.

  private static func escaped(_ name: String) -> String {
    name.replacing("\\", with: "\\\\").replacing("\t", with: "\\t")
      .replacing("\n", with: "\\n").replacing("\r", with: "\\r")
  }

  private static func unescaped(_ name: some StringProtocol) -> String {
    var text = ""
    var isEscaped = false
    for scalar in name.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(
          scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
      } else if scalar != "\\" {
        text.unicodeScalars.append(scalar)
      }
      isEscaped = !isEscaped && scalar == "\\"
    }
    return text
  }

  private static func evidence(_ text: String) throws -> [Evidence] {
    var text = text
    return try text.withUTF8 { bytes in
      try bytes.split(separator: newline).map { line in
        let words = line.split(separator: tab, omittingEmptySubsequences: false)
        guard words.count == 5,
          let id = Identifier(digits: UnsafeBufferPointer(rebasing: words[0])),
          let day = number(words[1]),
          let kind = ContactKind(rawValue: String(decoding: words[2], as: UTF8.self)),
          let sector = Sector(rawValue: String(decoding: words[3], as: UTF8.self))
        else { throw Unreadable(column: 7) }
        let name =
          words[4].isEmpty ? nil : unescaped(String(decoding: words[4], as: UTF8.self))
        return Evidence(
          contact: id, date: CalendarDate(dayNumber: day), agency: Agency(sector, name: name),
          kind: kind)
      }
    }
  }

  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")

  /// A whole number, which may lie before 1970.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let isNegative = digits.first == UInt8(ascii: "-")
    let rest = isNegative ? digits.dropFirst() : digits
    guard (1...9).contains(rest.count), rest.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    let value = rest.reduce(0) { $0 * 10 + Int($1 - 48) }
    return isNegative ? -value : value
  }
}
