/// What one person proposes to destroy and another approves: a child's record whose time is up, or something
/// that must not be kept.
///
/// It outlasts what it destroys, and names the child by reference alone.
package struct Removal: Hashable, Sendable, Identifiable {
  package let id: Identifier
  package let child: Identifier
  package let childRef: String
  package let scope: Scope
  package let ground: Ground
  package let because: String
  package let proposed: Answer.Signature
  /// The record's fingerprint when it was proposed; a different one later means that somebody has changed the
  /// record since.
  package let fingerprint: Fingerprint
  /// What was destroyed; nil while nobody has approved it.
  package var certificate: Certificate?
  /// Why it can't be approved any more; nil while nobody has refused it.
  package var refusal: Refusal?

  /// How much of a child's record is destroyed.
  package enum Scope: Hashable, Sendable {
    /// Everything recorded about the child.
    case child
    /// One contact in all its versions, with the facts of its form.
    case contact(Identifier)
    /// What a contact said before it was amended: its versions below the given one.
    case formerVersions(Identifier, below: Int)
  }

  /// The legal ground.
  package enum Ground: Hashable, Sendable {
    /// The schedule's term for it is over.
    case retention(Keeping)
    /// It must not be kept (UK GDPR article 17).
    case erasure
    /// It was wrong and has been put right (UK GDPR article 16).
    case rectification

    /// The word for it in stores and files.
    package var name: String {
      switch self {
      case .retention: "retention"
      case .erasure: "erasure"
      case .rectification: "rectification"
      }
    }

    /// The schedule's term; nil when time is not the ground.
    package var keeping: Keeping? {
      if case .retention(let keeping) = self { keeping } else { nil }
    }

    /// - Throws: `notDue` while the schedule still requires it to be kept.
    func check(on today: CalendarDate) throws(RemovalFault) {
      if let until = keeping?.until, today < until { throw .notDue(until) }
    }
  }

  /// Who refused a removal, or withdrew their own, and why.
  package struct Refusal: Hashable, Sendable {
    package let refused: Answer.Signature
    package let because: String

    package init(refused: Answer.Signature, because: String) {
      self.refused = refused
      self.because = because
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
    certificate: Certificate? = nil, refusal: Refusal? = nil
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
    self.refusal = refusal
  }
}
