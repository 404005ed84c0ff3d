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
      Story.bruise, child: child.id, at: Story.monday)
    let flag = try #require(saved.raised.first)
    _ = try held.store(as: "nokafor").answer(flag.id, Story.decision, at: Story.monday)
    _ = try held.store.refresh(to: Self.now)
    return (held, child)
  }

  /// The flag of the bruise, which stands.
  private func bruise(_ held: TestStore) throws -> Flag {
    try #require(try live(held).first { $0.rule == RuleID("R04") })
  }

  private func live(_ held: TestStore) throws -> [Flag] {
    try held.store.flags(includingCleared: false).map(\.flag)
  }

  @Test(arguments: Backend.allCases)
  func `what was read under a clock that was ahead stands again, and alone after a rescan`(
    _ backend: Backend
  ) throws {
    let (held, _) = try makeStore(backend)
    let before = try live(held)
    #expect(before.contains { $0.rule == RuleID("R04") && $0.answer != nil })
    _ = try held.store.refresh(to: Self.later)
    #expect(try live(held) != before, "so much time changes the list")
    #expect(try held.store.refresh(to: Self.now) == 1)
    #expect(try Set(before).isSubset(of: live(held)))
    #expect(try held.store.refresh(to: Self.now) == 0, "once a day is enough")
    _ = try held.store.rescan(at: Self.now) { _, _ in true }
    #expect(try Set(live(held)) == Set(before))
    #expect(try held.store.audit(against: []).faults.isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `a decision made under a clock ahead is broken open by what comes after it`(
    _ backend: Backend
  ) throws {
    let (held, child) = try makeStore(backend)
    let bruise = try bruise(held)
    _ = try held.store(as: "nokafor").answer(
      bruise.id, Story.decision(on: Self.later.londonDay), at: Self.later)
    _ = try held.store.record(
      Story.visit(-1) { $0.injuries = "burn to hand" }, child: child.id, at: Self.now
    )
    let flag = try #require(try live(held).first { $0.id == bruise.id })
    #expect(flag.answer?.broken != nil)
  }

  /// The child and all that is known of it may have come under that clock, and its day may come.
  @Test(arguments: Backend.allCases, [(3, true), (3, false), (570, true), (570, false)])
  func `after a rescan a decision stands while only what was recorded ahead before it is there`(
    _ backend: Backend, ahead: (days: Int, isChildToo: Bool)
  ) throws {
    let held = try backend.makeStore(clock: { Self.now })
    let made = ahead.isChildToo ? Self.after(days: ahead.days) : Story.monday
    var mint = IdentifierMint()
    let child = Child(
      id: mint.next(at: made), ref: "C1", dateOfBirth: Story.today.adding(days: -130))
    try held.store.add(child)
    let saved = try held.store.record(
      Story.bruise, child: child.id, at: Self.after(days: ahead.days))
    let flag = try #require(saved.raised.first { $0.rule == RuleID("R04") })
    let report = try held.store.rescan(at: Self.now) { _, _ in true }
    #expect(report.flagsCleared > 0, "that of a day to come is ended, and that is said")
    let stands = try #require(try live(held).first { $0.rule == flag.rule })
    #expect(stands.raisedOn <= Self.now.londonDay)
    _ = try held.store(as: "nokafor").answer(stands.id, Story.decision, at: Self.now)
    for day in 2...7 {
      _ = try held.store.record(
        Story.visit(-day), child: child.id, at: Self.after(days: day))
      let later = try #require(try live(held).first { $0.rule == flag.rule }, "day \(day)")
      #expect(later.id == stands.id && later.answer != nil && later.answer?.broken == nil, "\(day)")
    }
    #expect(try held.store.audit(against: []).faults.isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func
    `an injury that bears a day to come is as of the rescan, however long ago the record before it`(
      _ backend: Backend
    ) throws
  {
    let held = try backend.makeStore(clock: { Self.now })
    let child = Story.child("C1")
    try held.store.add(child)
    _ = try held.store.record(
      Story.visit(0), child: child.id, at: Self.after(days: -240))
    let bruise = Story.visit(-570) { facts in
      facts.injuries = "bruise to cheek"
      facts.injuryCount = 1
      facts.explanationGiven = "fell"
      facts.explanationChallenged = .no
    }
    let saved = try held.store.record(bruise, child: child.id, at: Self.later)
    _ = try held.store.rescan(at: Self.now) { _, _ in true }
    let flags = try live(held)
    #expect(flags.contains { $0.evidence.contains { $0.contact == saved.contact.id } })
    _ = try held.store.refresh(to: Self.after(days: 5))
    #expect(
      try live(held).contains { $0.evidence.contains { $0.contact == saved.contact.id } })
  }

  @Test(arguments: Backend.allCases)
  func `an injury that is logged after a later clock was given raises its flags`(
    _ backend: Backend
  ) throws {
    let (held, child) = try makeStore(backend)
    let bruise = try bruise(held)
    let before = try live(held)
    _ = try held.store.record(
      Story.visit(0), child: child.id, at: Self.later)
    #expect(try live(held) != before)
    let saved = try held.store.record(
      Story.visit(-1) { facts in
        facts.injuries = "burn to hand"
        facts.explanationGiven = "touched the kettle"
      }, child: child.id, at: Self.now)
    let flags = try live(held)
    #expect(flags.contains { $0.id == bruise.id && $0.answer?.id == bruise.answer?.id })
    #expect(flags.flatMap(\.evidence).contains { $0.contact == saved.contact.id })
    _ = try held.store.rescan(at: Self.now) { _, _ in true }
    let after = try live(held)
    #expect(after.contains { $0.id == bruise.id && $0.answer?.id == bruise.answer?.id })
    #expect(after.allSatisfy { $0.raisedOn <= Self.now.londonDay })
  }

  @Test(arguments: Backend.allCases)
  func
    `what was recorded under a clock that was ahead stands now, and not only when that day comes`(
      _ backend: Backend
    ) throws
  {
    let held = try backend.makeStore(clock: { Self.now })
    let child = Story.child("C1")
    try held.store.add(child)
    _ = try held.store.record(Story.bruise, child: child.id, at: Self.later)
    _ = try held.store.refresh(to: Self.now)
    #expect(try live(held).contains { $0.rule == RuleID("R04") })
    _ = try held.store.rescan(at: Self.now) { _, _ in true }
    #expect(
      try live(held).contains { $0.rule == RuleID("R04") && $0.raisedOn <= Self.now.londonDay })
  }

  @Test(arguments: Backend.allCases)
  func `a command that was given an earlier clock takes nothing from how things stand`(
    _ backend: Backend
  ) throws {
    let (held, child) = try makeStore(backend)
    let bruise = try bruise(held)
    _ = try held.store.record(
      Story.visit(40), child: child.id, at: Self.after(days: -30))
    _ = try held.store.refresh(to: Self.after(days: -30))
    #expect(try live(held).contains { $0.id == bruise.id })
    let file = try held.store.caseFile(of: child.id)
    #expect(file.summary.contacts == 2)
  }
}
