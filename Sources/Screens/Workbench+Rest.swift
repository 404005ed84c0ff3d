package import Records

// What happens when nobody presses a key: drafts are kept. Nothing else ever wakes Heed.

extension Workbench {
  /// A pause in typing after which a draft is kept.
  private static let pause = Duration.milliseconds(700)

  /// How long to wait for a key before `rest` is called; nil for as long as it takes.
  package var patience: Duration? {
    guard isDraftBehind, keeping == nil else { return nil }
    // A store that refuses is asked again ever more rarely: 0.7 s, 1.4 s … 22 s.
    return Workbench.pause * (1 << min(failures, 5))
  }

  /// Nobody has pressed a key for a while.
  package mutating func rest(now: Instant) -> [Wish] {
    self.now = now
    return keep()
  }
}
