package import Records

// What happens while no key is pressed: drafts are saved, and after some minutes the screen locks. The
// workbench asks for no other timer.

extension Workbench {
  /// The pause in typing after which a draft is saved.
  private static let pause = Duration.milliseconds(700)

  /// How long to wait for a key before `rest` is called; nil to wait for ever.
  package var patience: Duration? {
    if isDraftBehind, savingDraft == nil {
      // The wait doubles with each failure to save: 0.7 s, 1.4 s … 22 s.
      return Workbench.pause * (1 << min(failures, 5))
    }
    return lock == nil ? lockMinutes.map { .seconds(60 * $0) } : nil
  }

  /// Locks the screen if no key has come for long enough, `idle`; otherwise saves the draft.
  package mutating func rest(now: Instant, idle: Duration = .zero) -> [Request] {
    if let requests = lockIfLate(now: now, idle: idle) { return requests }
    self.now = now
    return saveDraft()
  }

  /// Locks the screen when no key has come for too long, as after the machine has slept; nil when it does
  /// not lock, so that the key is handled as usual.
  package mutating func lockIfLate(now: Instant, idle: Duration) -> [Request]? {
    guard let lockMinutes, idle >= .seconds(60 * lockMinutes), lock == nil else { return nil }
    self.now = now
    return lockUp()
  }

  /// Saves the drafts, locks and blanks the screen, and closes the store if it has a passphrase.
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
