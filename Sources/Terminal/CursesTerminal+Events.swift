internal import CTermShim
internal import Cells
internal import Glibc

extension CursesTerminal {
  /// Returns everything that has happened; sleeps until something does, or until the time is up.
  ///
  /// Sleeps for ever when the timeout is nil, and returns nothing when the time is up.
  package func next(timeoutMilliseconds: Int?) -> [TerminalEvent] {
    while true {
      let ready = ts_wait(pause(atMost: timeoutMilliseconds))
      var events = signals(resuming: takeResume())
      let keys = keys(ready)
      events += keys.map(TerminalEvent.key)
      if ready & bits(TS_READY_NOTICE) != 0 { events.append(.notice) }
      if hasEnded(ready) { events.append(.inputEnded) }
      if !events.isEmpty || ready == 0 && !assembler.isPasting { return events }
      // Half a paste or half a character: not an event yet.
    }
  }

  /// How long nothing may come before a paste whose end never came is over.
  private static var pasteSilence: Duration { .seconds(1) }

  private func pause(atMost milliseconds: Int?) -> Int32 {
    if needsResume { return 0 }
    if assembler.isPasting { return 100 }
    return milliseconds.map { Int32(clamping: max(0, $0)) } ?? -1
  }

  private func takeResume() -> Bool {
    defer { needsResume = false }
    return needsResume
  }

  private func signals(resuming: Bool) -> [TerminalEvent] {
    var (resized, resumed) = (false, resuming)
    var events: [TerminalEvent] = []
    while case let number = ts_next_signal(), number != 0 {
      switch number {
      case SIGWINCH: resized = true
      case SIGCONT:
        if !resuming { ts_return() }
        resumed = true
      case SIGTSTP:
        ts_stop()
        resumed = true
      default: events.append(.terminate(number))
      }
    }
    if resumed { return [.resumed(measure())] + events }
    return resized ? [.resized(measure())] + events : events
  }

  private func keys(_ ready: UInt32) -> [Key] {
    if ready & bits(TS_READY_INPUT) != 0 { readAll() }
    if assembler.isPasting, ContinuousClock.now - lastInput >= Self.pasteSilence {
      assembler.endPaste()
    }
    return assembler.drain()
  }

  private func readAll() {
    var count = 0
    while case let input = ts_read(), input.kind != TS_NOTHING {
      count += 1
      switch input.kind {
      case TS_BYTE: assembler.take(UInt8(truncatingIfNeeded: input.value))
      case TS_PASTE_START: assembler.startPaste()
      case TS_PASTE_END: assembler.endPaste()
      default: if let key = Key(named: Int(input.value)) { assembler.take(key) }
      }
    }
    if count > 0 { lastInput = .now }
    emptyReads = count > 0 ? 0 : emptyReads + 1
  }

  /// Whether the terminal is gone: it is then readable for ever and gives nothing.
  private func hasEnded(_ ready: UInt32) -> Bool {
    let isHungUp = ready & bits(TS_HUNG_UP) != 0 && ready & bits(TS_READY_INPUT) == 0
    return isHungUp || emptyReads >= 3
  }
}

/// Converts a constant of the shim to the unsigned bits that its functions expect.
func bits<Flag: BinaryInteger>(_ flag: Flag) -> UInt32 {
  UInt32(truncatingIfNeeded: flag)
}
