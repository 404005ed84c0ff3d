/// An order to destroy nothing of a child's record, or nothing at all: for a claim, a review or an inquiry.
package struct LegalHold: Hashable, Sendable, Identifiable {
  package let id: Identifier
  /// The child whose record it protects; nil for every record of the store.
  package let child: Identifier?
  package let because: String
  package let setBy: String
  package let setAt: Instant
  package var lifted: Lifting?

  /// Who lifted it, when and why.
  package struct Lifting: Hashable, Sendable {
    package let because: String
    package let by: String
    package let at: Instant

    package init(because: String, by author: String, at moment: Instant) {
      self.because = because
      by = author
      at = moment
    }
  }

  package init(
    id: Identifier, child: Identifier?, because: String, setBy author: String,
    setAt moment: Instant, lifted: Lifting? = nil
  ) {
    self.id = id
    self.child = child
    self.because = because
    setBy = author
    setAt = moment
    self.lifted = lifted
  }

  /// Checks that `person` may lift it.
  /// - Throws: the reason if not.
  package func check(
    liftedBy person: Person, beside removals: [Removal]
  ) throws(RemovalFault) {
    guard lifted == nil else { throw .unknownHold }
    guard person.seniority >= Removal.approver else { throw .tooJunior(Removal.approver) }
    let isProposer = removals.contains {
      $0.isOpen && $0.proposed.person == person.id && holds($0.child)
    }
    if isProposer { throw .liftedByProposer }
  }

  /// Whether it forbids destroying anything of `child`.
  package func holds(_ child: Identifier) -> Bool {
    lifted == nil && (self.child == nil || self.child == child)
  }
}
