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
    /// Those that went quiet, or to a less urgent band.
    package let lowered: [RuleID]

    package init(child: Child, raised: [RuleID], cleared: [RuleID], lowered: [RuleID] = []) {
      (self.child, self.raised, self.cleared) = (child, raised, cleared)
      self.lowered = lowered
    }
  }

  package init() {}

  /// Counts one case judged again, by its flags before and after.
  package mutating func count(
    _ child: Child, raised: [Flag], cleared: [Flag], before: [Flag], after: [Flag]
  ) {
    children += 1
    flagsRaised += raised.count
    flagsCleared += cleared.count
    let stood = Dictionary(before.map { ($0.id, $0) }, uniquingKeysWith: { first, _ in first })
    let lowered = after.filter { flag in
      guard let former = stood[flag.id], flag.cleared == nil else { return false }
      return flag.band > former.band || (flag.quietSince != nil && former.quietSince == nil)
    }
    guard !raised.isEmpty || !cleared.isEmpty || !lowered.isEmpty else { return }
    changes.append(
      Change(
        child: child, raised: raised.map(\.rule).sorted(), cleared: cleared.map(\.rule).sorted(),
        lowered: lowered.map(\.rule).sorted()))
  }
}
