import Records
import Storage
import Testing

/// What every store makes of a clock that was ahead, and of a command that was given a later one.
@Suite struct ClockContract {
  private static let (now, later) = (after(days: 1), after(days: 570))

  private static func after(days: Int) -> Instant {
    Story.monday.adding(seconds: days * 86_400)
  }

  /// A store whose machine's clock is right, with a child whose bruise has raised a flag that is answered.
  private func makeStore(_ backend: Backend) throws -> (TestStore, Child) {
    // The audit log keeps the true time beside what a test says, so the clock must not stand before it.
    let held = try backend.makeStore(clock: { Self.now })
    let child = Story.child("C1")
    try held.store.add(child)
    let saved = try held.store.record(
      Story.bruise, child: child.id, by: "I. Rowe", at: Story.monday)
    let flag = try #require(saved.raised.first)
    _ = try held.store.answer(flag.id, Story.decision, by: "N. Okafor", at: Story.monday)
    _ = try held.store.refresh(to: Self.now)
    return (held, child)
  }

  private func live(_ held: TestStore) throws -> [Flag] {
    try held.store.flags(includingCleared: false).map(\.flag)
  }

  @Test(arguments: Backend.allCases)
  func `a list that was read under a clock that was ahead stands again as it stood`(
    _ backend: Backend
  ) throws {
    let (held, _) = try makeStore(backend)
    let before = try live(held)
    #expect(before.contains { $0.rule == RuleID("R04") && $0.answer != nil })
    _ = try held.store.refresh(to: Self.later)
    #expect(try live(held) != before, "so much time changes the list")
    #expect(try held.store.flags(includingCleared: true).contains { $0.flag.id == before[0].id })
    #expect(try held.store.refresh(to: Self.now) == 1)
    #expect(try live(held) == before)
    #expect(try held.store.refresh(to: Self.now) == 0, "once is enough")
    #expect(try held.store.audit(against: []).faults.isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `an injury that is logged after a later clock was given raises its flags`(
    _ backend: Backend
  ) throws {
    let (held, child) = try makeStore(backend)
    let bruise = try #require(try live(held).first { $0.rule == RuleID("R04") })
    let before = try live(held)
    _ = try held.store.record(
      Story.visit(0), child: child.id, by: "I. Rowe", at: Self.later)
    #expect(try live(held) != before)
    let saved = try held.store.record(
      Story.visit(-1) { facts in
        facts.injuries = "burn to hand"
        facts.explanationGiven = "touched the kettle"
      }, child: child.id, by: "I. Rowe", at: Self.now)
    let flags = try live(held)
    #expect(flags.contains { $0.id == bruise.id && $0.answer?.id == bruise.answer?.id })
    #expect(flags.flatMap(\.evidence).contains { $0.contact == saved.contact.id })
    #expect(flags.allSatisfy { $0.raisedOn <= Self.now.londonDay })
  }

  @Test(arguments: Backend.allCases)
  func `what was recorded under a clock that was ahead is known now, and not when that day comes`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore(clock: { Self.now })
    let child = Story.child("C1")
    try held.store.add(child)
    _ = try held.store.record(Story.bruise, child: child.id, by: "I. Rowe", at: Self.later)
    _ = try held.store.refresh(to: Self.now)
    #expect(
      try live(held).contains { $0.rule == RuleID("R04") && $0.raisedOn <= Self.now.londonDay })
  }

  @Test(arguments: Backend.allCases)
  func `a command that was given an earlier clock takes nothing from how things stand`(
    _ backend: Backend
  ) throws {
    let (held, child) = try makeStore(backend)
    let bruise = try #require(try live(held).first { $0.rule == RuleID("R04") })
    _ = try held.store.record(
      Story.visit(40), child: child.id, by: "I. Rowe", at: Self.after(days: -30))
    _ = try held.store.refresh(to: Self.after(days: -30))
    #expect(try live(held).contains { $0.id == bruise.id })
    let file = try held.store.caseFile(of: child.id)
    #expect(file.summary.contacts == 2)
  }
}
