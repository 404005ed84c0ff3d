package import Records

// What happens when nobody presses a key: drafts are kept, and after minutes the screen locks.
// Nothing else ever wakes Heed.

extension Workbench {
  /// A pause in typing after which a draft is kept.
  private static let pause = Duration.milliseconds(700)

  /// How long to wait for a key before `rest` is called; nil for as long as it takes.
  package var patience: Duration? {
    if isDraftBehind, savingDraft == nil {
      // A store that refuses is asked again ever more rarely: 0.7 s, 1.4 s … 22 s.
      return Workbench.pause * (1 << min(failures, 5))
    }
    return lock == nil ? lockMinutes.map { .seconds(60 * $0) } : nil
  }

  /// Nobody has pressed a key for so long.
  package mutating func rest(now: Instant, idle: Duration = .zero) -> [Request] {
    if let requests = lockIfLate(now: now, idle: idle) { return requests }
    self.now = now
    return saveDraft()
  }

  /// Locks a screen that nobody has touched for too long, as when the machine has slept; nil when there
  /// is nothing to lock, and what is typed is to be taken.
  package mutating func lockIfLate(now: Instant, idle: Duration) -> [Request]? {
    guard let lockMinutes, idle >= .seconds(60 * lockMinutes), lock == nil else { return nil }
    self.now = now
    return lockUp()
  }

  /// Blanks the screen; what is typed is kept first.
  mutating func lockUp() -> [Request] {
    let requests = flush(now: now)
    lock = LockScreen(me, asksFor: hasPassphrase ? .passphrase : hasSecret ? .secret : .nothing)
    let close: [Request] = hasPassphrase ? [.store(.lock(.close))] : []
    return requests + close + [.terminal(.repaint)]
  }

  mutating func handle(_ reply: LockReply) -> [Request] {
    switch reply {
    case .hasSecret(let isSet):
      hasSecret = isSet
      if !hasPassphrase { lock?.asksFor = isSet ? .secret : .nothing }
    case .closed(let isWhole):
      if !isWhole { lock?.say("The store stays unlocked: another program has it open.") }
    case .unlocked(true):
      lock = nil
      return [.terminal(.repaint)] + readAll()
    case .unlocked(false): lock?.refuse()
    }
    return []
  }
}
