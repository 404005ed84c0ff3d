import Foundation
import GRDB
import Records

/// How holds, and removals with their certificates, stand in their tables.
enum RemovalRow {
  /// Nothing that was recorded goes but by a removal that two people have signed: the triggers that
  /// keep a row look for one.
  static let tables = """
    CREATE TABLE legal_hold (
      authority_id BLOB NOT NULL REFERENCES authority (id),
      id BLOB NOT NULL CHECK (length(id) = 16), child_id BLOB, because TEXT NOT NULL,
      set_by TEXT NOT NULL, set_at INTEGER NOT NULL,
      PRIMARY KEY (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE hold_lifted (
      authority_id BLOB NOT NULL, hold_id BLOB NOT NULL, because TEXT NOT NULL,
      lifted_by TEXT NOT NULL, lifted_at INTEGER NOT NULL,
      PRIMARY KEY (authority_id, hold_id),
      FOREIGN KEY (authority_id, hold_id) REFERENCES legal_hold (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE removal (
      authority_id BLOB NOT NULL REFERENCES authority (id),
      id BLOB NOT NULL CHECK (length(id) = 16),
      child_id BLOB NOT NULL, child_ref TEXT NOT NULL, contact_id BLOB, below INTEGER,
      ground TEXT NOT NULL CHECK (ground IN ('retention', 'erasure', 'rectification')),
      kept_as TEXT, kept_until INTEGER, source TEXT, because TEXT NOT NULL,
      fingerprint INTEGER NOT NULL,
      proposed_by BLOB NOT NULL, proposer TEXT NOT NULL, proposer_role TEXT NOT NULL,
      proposed_at INTEGER NOT NULL,
      PRIMARY KEY (authority_id, id), UNIQUE (authority_id, id, proposed_by),
      CHECK (below IS NULL OR contact_id IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE removal_approval (
      authority_id BLOB NOT NULL, removal_id BLOB NOT NULL, proposed_by BLOB NOT NULL,
      approved_by BLOB NOT NULL CHECK (approved_by <> proposed_by), approver TEXT NOT NULL,
      approver_role TEXT NOT NULL, approved_at INTEGER NOT NULL,
      contacts INTEGER NOT NULL, facts INTEGER NOT NULL, flags INTEGER NOT NULL,
      answers INTEGER NOT NULL, first_day INTEGER, last_day INTEGER,
      destroyed TEXT NOT NULL,
      PRIMARY KEY (authority_id, removal_id),
      FOREIGN KEY (authority_id, removal_id, proposed_by)
        REFERENCES removal (authority_id, id, proposed_by),
      FOREIGN KEY (authority_id, approved_by) REFERENCES person (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE traces_left (
      authority_id BLOB PRIMARY KEY REFERENCES authority (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER removal_is_not_held BEFORE INSERT ON removal_approval
      WHEN EXISTS (SELECT 1 FROM legal_hold h JOIN removal r ON r.authority_id = h.authority_id
        WHERE r.authority_id = new.authority_id AND r.id = new.removal_id
        AND (h.child_id IS NULL OR h.child_id = r.child_id)
        AND NOT EXISTS (SELECT 1 FROM hold_lifted l
          WHERE l.authority_id = h.authority_id AND l.hold_id = h.id))
      BEGIN SELECT raise(ABORT, 'a legal hold stands in the way'); END;
    CREATE TRIGGER approver_has_a_secret BEFORE INSERT ON removal_approval
      WHEN NOT EXISTS (SELECT 1 FROM secret s
        WHERE s.authority_id = new.authority_id AND s.person_id = new.approved_by)
      BEGIN SELECT raise(ABORT, 'who approves has a secret'); END;
    """

  /// The rows that stay whatever happens, and those that only a removal takes.
  static var triggers: String {
    let kept = ["removal", "removal_approval", "legal_hold", "hold_lifted"].map { table in
      """
      CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table)
        BEGIN SELECT raise(ABORT, 'a removal is never deleted'); END;
      """
    }
    let unchanged = ["removal", "removal_approval", "legal_hold", "hold_lifted"].map { table in
      """
      CREATE TRIGGER \(table)_is_unchanged BEFORE UPDATE ON \(table)
        BEGIN SELECT raise(ABORT, 'a removal is never overwritten'); END;
      """
    }
    let ofFlag = """
      (SELECT child_id FROM flag f WHERE f.authority_id = old.authority_id AND f.id = old.flag_id)
      """
    let ofAnswer = """
      (SELECT child_id FROM answer a JOIN flag f ON f.authority_id = a.authority_id
        AND f.id = a.flag_id WHERE a.authority_id = old.authority_id AND a.id = old.answer_id)
      """
    let guarded = [
      keep(
        "contact", "old.child_id",
        or: """
          (r.contact_id = old.id AND (r.below IS NULL OR old.version < r.below))
          """),
      keep(
        "fact", "old.child_id",
        or: """
          (r.below IS NULL AND (old.contact_id = r.contact_id OR (old.corrects IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM fact c
            WHERE c.authority_id = old.authority_id AND c.id = old.corrects))))
          """),
      keep("child", "old.id"), keep("child_before", "old.id"), keep("flag", "old.child_id"),
      keep("answer", ofFlag), keep("signature", ofAnswer),
    ]
    return (kept + unchanged + guarded + [salts]).joined(separator: "\n")
  }

  private static func keep(_ table: String, _ child: String, or part: String? = nil) -> String {
    let whole = "r.contact_id IS NULL"
    return """
      DROP TRIGGER IF EXISTS \(table)_is_kept;
      CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table)
        WHEN NOT EXISTS (SELECT 1 FROM removal r JOIN removal_approval v
          ON v.authority_id = r.authority_id AND v.removal_id = r.id
          WHERE r.authority_id = old.authority_id AND r.child_id = \(child)
          AND (\(part.map { "\(whole) OR \($0)" } ?? whole)))
        BEGIN SELECT raise(ABORT, 'a row is never deleted but by a removal that two have signed'); END;
      """
  }

  /// Of a hash only the salt is ever taken.
  private static let salts = """
    CREATE TRIGGER audit_record_is_unchanged BEFORE UPDATE ON audit_record
      WHEN new.salt IS NOT NULL OR new.digest IS NOT old.digest OR new.kind IS NOT old.kind
        OR new.key IS NOT old.key OR new.sequence IS NOT old.sequence
        OR new.ordinal IS NOT old.ordinal OR new.authority_id IS NOT old.authority_id
      BEGIN SELECT raise(ABORT, 'a hash is never overwritten'); END;
    """

  static func holds(_ authority: Identifier, in db: Database) throws -> [LegalHold] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT h.id, h.child_id, h.because, h.set_by, h.set_at, l.because, l.lifted_by, l.lifted_at
        FROM legal_hold h LEFT JOIN hold_lifted l
          ON l.authority_id = h.authority_id AND l.hold_id = h.id
        WHERE h.authority_id = ? ORDER BY h.id
        """, arguments: [authority.blob])
    return try Array(
      rows.map { row in
        let lifted: LegalHold.Lifting? =
          row.hasNull(atIndex: 7)
          ? nil : LegalHold.Lifting(because: row[5], by: row[6], at: row.moment(7))
        return LegalHold(
          id: try row.identifier(0), child: try row.identifierIfAny(1), because: row[2],
          setBy: row[3], setAt: row.moment(4), lifted: lifted)
      })
  }

  static func removals(_ authority: Identifier, in db: Database) throws -> [Removal] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.id, r.child_id, r.child_ref, r.contact_id, r.below, r.ground, r.kept_as,
          r.kept_until, r.source, r.because, r.fingerprint, r.proposed_by, r.proposer, r.proposer_role,
          r.proposed_at, v.approved_by, v.approver, v.approver_role, v.approved_at, v.contacts,
          v.facts, v.flags, v.answers, v.first_day, v.last_day
        FROM removal r LEFT JOIN removal_approval v
          ON v.authority_id = r.authority_id AND v.removal_id = r.id
        WHERE r.authority_id = ? ORDER BY r.id
        """, arguments: [authority.blob])
    return try Array(rows.map(removal))
  }

  private static func removal(_ row: Row) throws -> Removal {
    var scope = Removal.Scope.child
    if let contact = try row.identifierIfAny(3) {
      scope = (row[4] as Int?).map { .formerVersions(contact, below: $0) } ?? .contact(contact)
    }
    var certificate: Removal.Certificate?
    if !row.hasNull(atIndex: 15) {
      certificate = Removal.Certificate(approved: try signature(row, at: 15))
      certificate?.contacts = row[19]
      certificate?.facts = row[20]
      certificate?.flags = row[21]
      certificate?.answers = row[22]
      certificate?.from = row.day(23)
      certificate?.to = row.day(24)
    }
    return Removal(
      id: try row.identifier(0), child: try row.identifier(1), childRef: row[2], scope: scope,
      ground: try ground(row), because: row[9], proposed: try signature(row, at: 11),
      fingerprint: Fingerprint(number: UInt64(bitPattern: row[10])), certificate: certificate)
  }

  private static func ground(_ row: Row) throws -> Removal.Ground {
    switch row[5] as String {
    case "retention":
      guard let until = row.day(7), let source = row[8] as String? else {
        throw Unreadable(column: 7)
      }
      return .retention(Keeping(kind: try row.requiredWord(6), until: until, source: source))
    case "erasure": return .erasure
    case "rectification": return .rectification
    default: throw Unreadable(column: 5)
    }
  }

  private static func signature(_ row: Row, at index: Int) throws -> Answer.Signature {
    Answer.Signature(
      person: try row.identifier(index), name: row[index + 1], role: Role(row[index + 2]),
      at: row.moment(index + 3))
  }

  static func insert(_ removal: Removal, authority: Identifier, into db: Database) throws {
    var (contact, below): (Identifier?, Int?) = (nil, nil)
    switch removal.scope {
    case .child: break
    case .contact(let id): contact = id
    case .formerVersions(let id, let version): (contact, below) = (id, version)
    }
    let keeping = removal.ground.keeping
    try db.execute(
      sql: """
        INSERT INTO removal (authority_id, id, child_id, child_ref, contact_id, below, ground,
          kept_as, kept_until, source, because, fingerprint, proposed_by, proposer, proposer_role,
          proposed_at)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, removal.id.blob, removal.child.blob, removal.childRef, contact?.blob, below,
        removal.ground.name, keeping?.kind.rawValue, keeping?.until.dayNumber, keeping?.source,
        removal.because,
        Int64(bitPattern: removal.fingerprint.number), removal.proposed.person.blob,
        removal.proposed.name,
        removal.proposed.role.title, removal.proposed.at.seconds,
      ])
  }

  static func insert(
    _ certificate: Removal.Certificate, of removal: Removal, destroyed: String,
    authority: Identifier, into db: Database
  ) throws {
    let approved = certificate.approved
    try db.execute(
      sql: """
        INSERT INTO removal_approval (authority_id, removal_id, proposed_by, approved_by, approver,
          approver_role, approved_at, contacts, facts, flags, answers, first_day, last_day,
          destroyed)
        VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, removal.id.blob, removal.proposed.person.blob, approved.person.blob,
        approved.name, approved.role.title, approved.at.seconds, certificate.contacts,
        certificate.facts, certificate.flags, certificate.answers, certificate.from?.dayNumber,
        certificate.to?.dayNumber, destroyed,
      ])
  }
}
