/// What sort of case an ordinary child is.
package enum Kind: String, CaseIterable, Hashable, Sendable {
  case inNeed, referral, protection, lookedAfter

  /// The mix in a hundred children: 55 in need, 25 referral or assessment, 15 on a plan, 5 in care.
  package static let mix: [(item: Kind, weight: Double)] = [
    (.inNeed, 55), (.referral, 25), (.protection, 15), (.lookedAfter, 5),
  ]
}
