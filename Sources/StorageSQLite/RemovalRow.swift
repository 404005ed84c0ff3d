import Foundation
import GRDB
import Records

/// How holds, and removals with what became of them, are read from their tables and written there.
enum RemovalRow {
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

  /// Every removal, or those of one child.
  static func removals(
    _ authority: Identifier, of child: Identifier? = nil, in db: Database
  ) throws -> [Removal] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT r.id, r.child_id, r.child_ref, r.contact_id, r.below, r.ground, r.kept_as,
          r.kept_until, r.source, r.because, r.fingerprint, r.proposed_by, r.proposer, r.proposer_role,
          r.proposed_at, v.approved_by, v.approver, v.approver_role, v.approved_at, v.contacts,
          v.facts, v.flags, v.answers, v.first_day, v.last_day, f.refused_by, f.refuser,
          f.refuser_role, f.refused_at, f.because
        FROM removal r LEFT JOIN removal_approval v
          ON v.authority_id = r.authority_id AND v.removal_id = r.id
        LEFT JOIN removal_refusal f ON f.authority_id = r.authority_id AND f.removal_id = r.id
        WHERE r.authority_id = ? \(child == nil ? "" : "AND r.child_id = ?") ORDER BY r.id
        """, arguments: [authority.blob] + (child.map { [$0.blob] } ?? []))
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
    let refusal: Removal.Refusal? =
      row.hasNull(atIndex: 25)
      ? nil : Removal.Refusal(refused: try signature(row, at: 25), because: row[29])
    return Removal(
      id: try row.identifier(0), child: try row.identifier(1), childRef: row[2], scope: scope,
      ground: try ground(row), because: row[9], proposed: try signature(row, at: 11),
      fingerprint: Fingerprint(number: UInt64(bitPattern: row[10])), certificate: certificate,
      refusal: refusal)
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
    _ refusal: Removal.Refusal, of removal: Removal, authority: Identifier, into db: Database
  ) throws {
    let refused = refusal.refused
    try db.execute(
      sql: """
        INSERT INTO removal_refusal (authority_id, removal_id, because, refused_by, refuser,
          refuser_role, refused_at)
        VALUES (?, ?, ?, ?, ?, ?, ?)
        """,
      arguments: [
        authority.blob, removal.id.blob, refusal.because, refused.person.blob, refused.name,
        refused.role.title, refused.at.seconds,
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
