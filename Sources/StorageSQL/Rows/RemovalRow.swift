package import Records

/// Maps holds, and removals with their certificates and refusals, to their columns and back.
package enum RemovalRow {
  /// Every hold, in the order of setting.
  static let holds = """
    SELECT h.id, h.child_id, h.because, h.set_by, h.set_at, l.because, l.lifted_by, l.lifted_at
    FROM legal_hold h LEFT JOIN hold_lifted l
      ON l.authority_id = h.authority_id AND l.hold_id = h.id
    WHERE h.authority_id = ? ORDER BY h.id
    """

  static func hold(_ row: SQLRow) throws -> LegalHold {
    let lifted: LegalHold.Lifting? =
      row.isNull(7)
      ? nil
      : LegalHold.Lifting(because: try row[5], by: try row[6], at: try row.moment(7))
    return LegalHold(
      id: try row.identifier(0), child: try row.identifierIfAny(1), because: try row[2],
      setBy: try row[3], setAt: try row.moment(4), lifted: lifted)
  }

  /// Removals `r`, each with its certificate or its refusal.
  static let selection = """
    SELECT r.id, r.child_id, r.child_ref, r.contact_id, r.below, r.ground, r.kept_as,
      r.kept_until, r.source, r.because, r.fingerprint, r.proposed_by, r.proposer, r.proposer_role,
      r.proposed_at, v.approved_by, v.approver, v.approver_role, v.approved_at, v.contacts,
      v.facts, v.flags, v.answers, v.first_day, v.last_day, f.refused_by, f.refuser,
      f.refuser_role, f.refused_at, f.because
    FROM removal r LEFT JOIN removal_approval v
      ON v.authority_id = r.authority_id AND v.removal_id = r.id
    LEFT JOIN removal_refusal f ON f.authority_id = r.authority_id AND f.removal_id = r.id
    WHERE r.authority_id = ?
    """

  static func removal(_ row: SQLRow) throws -> Removal {
    var scope = Removal.Scope.child
    if let contact = try row.identifierIfAny(3) {
      scope =
        (try row[4] as Int?).map { .formerVersions(contact, below: $0) } ?? .contact(contact)
    }
    let refusal: Removal.Refusal? =
      row.isNull(25)
      ? nil : Removal.Refusal(refused: try signature(row, at: 25), because: try row[29])
    return Removal(
      id: try row.identifier(0), child: try row.identifier(1), childRef: try row[2], scope: scope,
      ground: try ground(row), because: try row[9], proposed: try signature(row, at: 11),
      fingerprint: Fingerprint(number: UInt64(bitPattern: Int64(try row[10] as Int))),
      certificate: try certificate(row), refusal: refusal)
  }

  private static func certificate(_ row: SQLRow) throws -> Removal.Certificate? {
    if row.isNull(15) { return nil }
    var certificate = Removal.Certificate(approved: try signature(row, at: 15))
    certificate.contacts = try row[19]
    certificate.facts = try row[20]
    certificate.flags = try row[21]
    certificate.answers = try row[22]
    certificate.from = try row.dayIfAny(23)
    certificate.to = try row.dayIfAny(24)
    return certificate
  }

  private static func ground(_ row: SQLRow) throws -> Removal.Ground {
    switch try row[5] as String {
    case "retention":
      return .retention(
        Keeping(kind: try row.word(6), until: try row.day(7), source: try row[8]))
    case "erasure": return .erasure
    case "rectification": return .rectification
    default: throw Unreadable(column: 5)
    }
  }

  private static func signature(_ row: SQLRow, at index: Int) throws -> Answer.Signature {
    Answer.Signature(
      person: try row.identifier(index), name: try row[index + 1], role: Role(try row[index + 2]),
      at: try row.moment(index + 3))
  }

  static let proposing = """
    INSERT INTO removal (authority_id, id, child_id, child_ref, contact_id, below, ground,
      kept_as, kept_until, source, because, fingerprint, proposed_by, proposer, proposer_role,
      proposed_at)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  static func values(of removal: Removal, _ authority: Identifier) -> [any SQLConvertible] {
    var (contact, below): (Identifier?, Int?) = (nil, nil)
    switch removal.scope {
    case .child: break
    case .contact(let id): contact = id
    case .formerVersions(let id, let version): (contact, below) = (id, version)
    }
    let (keeping, proposed) = (removal.ground.keeping, removal.proposed)
    return [
      authority, removal.id, removal.child, removal.childRef, contact, below,
      removal.ground.name, keeping?.kind.rawValue, keeping?.until, keeping?.source,
      removal.because, Int64(bitPattern: removal.fingerprint.number), proposed.person,
      proposed.name, proposed.role, proposed.at,
    ]
  }

  static let refusing = """
    INSERT INTO removal_refusal (authority_id, removal_id, because, refused_by, refuser,
      refuser_role, refused_at)
    VALUES (?, ?, ?, ?, ?, ?, ?)
    """

  static func values(
    of refusal: Removal.Refusal, _ removal: Removal, _ authority: Identifier
  ) -> [any SQLConvertible] {
    let refused = refusal.refused
    return [
      authority, removal.id, refusal.because, refused.person, refused.name, refused.role,
      refused.at,
    ]
  }

  package static let approving = """
    INSERT INTO removal_approval (authority_id, removal_id, proposed_by, approved_by, approver,
      approver_role, approved_at, contacts, facts, flags, answers, first_day, last_day,
      destroyed)
    VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
    """

  /// The columns of a certificate; `destroyed` names the places of the hashes whose salts went.
  package static func values(
    of certificate: Removal.Certificate, _ removal: Removal, destroyed: String,
    _ authority: Identifier
  ) -> [any SQLConvertible] {
    let approved = certificate.approved
    return [
      authority, removal.id, removal.proposed.person, approved.person, approved.name,
      approved.role, approved.at, certificate.contacts, certificate.facts, certificate.flags,
      certificate.answers, certificate.from, certificate.to, destroyed,
    ]
  }
}
