/// What one person proposes to destroy and another approves: a child's record whose time is up, or
/// what must not be kept.
///
/// It stays when what it is about is gone, and names the child by reference alone.
package struct Removal: Hashable, Sendable, Identifiable {
  package let id: Identifier
  package let child: Identifier
  package let childRef: String
  package let scope: Scope
  package let ground: Ground
  package let because: String
  package let proposed: Answer.Signature
  /// What the record held when it was proposed; another, and somebody has changed it since.
  package let fingerprint: Fingerprint
  /// What was destroyed; nil while nobody has approved it.
  package var certificate: Certificate?

  /// How much of a child's record goes.
  package enum Scope: Hashable, Sendable {
    /// All that is held about the child.
    case child
    /// One contact in all its versions, with the facts of its form.
    case contact(Identifier)
    /// What a contact said before it was amended: its versions below one.
    case formerVersions(Identifier, below: Int)
  }

  /// By what right.
  package enum Ground: Hashable, Sendable {
    /// The time for which the schedule keeps it is up.
    case retention(Keeping)
    /// It must not be kept (UK GDPR article 17).
    case erasure
    /// It was wrong and has been put right (UK GDPR article 16).
    case rectification

    /// The word of stores and files.
    package var name: String {
      switch self {
      case .retention: "retention"
      case .erasure: "erasure"
      case .rectification: "rectification"
      }
    }

    /// Until when a schedule keeps it; nil where time is not the ground.
    package var keeping: Keeping? {
      if case .retention(let keeping) = self { keeping } else { nil }
    }

    /// - Throws: `notDue` while a schedule keeps it.
    fileprivate func check(on today: CalendarDate) throws(RemovalFault) {
      if let until = keeping?.until, today < until { throw .notDue(until) }
    }
  }

  /// Who approved a removal, and what it destroyed.
  package struct Certificate: Hashable, Sendable {
    package let approved: Answer.Signature
    package var contacts = 0
    package var facts = 0
    package var flags = 0
    package var answers = 0
    /// The days of the contacts that were destroyed; nil when there were none.
    package var from: CalendarDate?
    package var to: CalendarDate?

    package init(approved: Answer.Signature) {
      self.approved = approved
    }
  }

  package init(
    id: Identifier, child: Identifier, childRef: String, scope: Scope, ground: Ground,
    because: String, proposed: Answer.Signature, fingerprint: Fingerprint,
    certificate: Certificate? = nil
  ) {
    self.id = id
    self.child = child
    self.childRef = childRef
    self.scope = scope
    self.ground = ground
    self.because = because
    self.proposed = proposed
    self.fingerprint = fingerprint
    self.certificate = certificate
  }
}

/// Why nothing is destroyed.
package enum RemovalFault: Error, Hashable, Sendable {
  case unknownRemoval
  case unknownHold
  /// A legal hold stands in the way.
  case held
  /// The record is kept until that day.
  case notDue(CalendarDate)
  /// The schedule says nothing of records of this kind.
  case notInSchedule(RecordKind)
  /// The schedule counts from a birth that nobody recorded.
  case birthUnknown
  /// A death is said to lie before the birth, or before the child was last seen.
  case impossibleDeath
  /// The contact has been written once only.
  case neverAmended
  /// It was approved before.
  case alreadyDone
  /// Something was recorded or amended after it was proposed.
  case changedSince
  /// The one who proposed it can't approve it.
  case approvedByProposer
  /// Who approves it is this far up the line or further.
  case tooJunior(Seniority)
  case noSecret
  case wrongSecret
  /// Whoever lifts a hold has proposed what it stands in the way of.
  case liftedByProposer
  /// It is destroyed, but a copy may be left in the file's unused space.
  case tracesLeft
}

extension Removal {
  /// Who may approve: a team manager or above, as a decision not to escalate is signed.
  package static let approver = Seniority.teamManager

  /// Whether a person may approve it, the record being what it now is.
  /// - Throws: why not.
  package func check(
    approvedBy person: Person, holding now: Fingerprint, under holds: [LegalHold],
    today: CalendarDate
  ) throws(RemovalFault) {
    guard certificate == nil else { throw .alreadyDone }
    guard person.id != proposed.person else { throw .approvedByProposer }
    guard person.seniority >= Removal.approver else { throw .tooJunior(Removal.approver) }
    guard !holds.contains(where: { $0.holds(child) }) else { throw .held }
    try ground.check(on: today)
    guard now == fingerprint else { throw .changedSince }
  }

  /// Whether it can be proposed of a record as that now stands.
  /// - Throws: why not.
  package static func check(
    _ scope: Scope, on ground: Ground, of record: CaseRecord, under holds: [LegalHold],
    today: CalendarDate
  ) throws(RemovalFault) {
    guard !holds.contains(where: { $0.holds(record.child.id) }) else { throw .held }
    try ground.check(on: today)
    if case .formerVersions(let contact, let below) = scope {
      let versions = record.versions.filter { $0.id == contact }.map(\.version)
      guard below > 1, versions.contains(below), versions.contains(where: { $0 < below }) else {
        throw .neverAmended
      }
    }
  }
}
