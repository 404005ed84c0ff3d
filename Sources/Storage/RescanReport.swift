package import Records

/// What a rescan did.
package struct RescanReport: Hashable, Sendable {
  package var children = 0
  package var flagsRaised = 0
  package var flagsCleared = 0
  /// The children some of whose flags it raised or cleared, in the order of the store.
  package var changes: [Change] = []

  /// One child's flags that came and went.
  package struct Change: Hashable, Sendable {
    package let child: Child
    package let raised: [RuleID]
    package let cleared: [RuleID]

    package init(child: Child, raised: [RuleID], cleared: [RuleID]) {
      (self.child, self.raised, self.cleared) = (child, raised, cleared)
    }
  }

  package init() {}

  /// Counts one case judged again.
  package mutating func note(_ child: Child, raised: [Flag], cleared: [Flag]) {
    children += 1
    flagsRaised += raised.count
    flagsCleared += cleared.count
    guard !raised.isEmpty || !cleared.isEmpty else { return }
    changes.append(
      Change(
        child: child, raised: raised.map(\.rule).sorted(), cleared: cleared.map(\.rule).sorted()))
  }
}
