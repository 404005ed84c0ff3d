import Records

extension ChildStory {
  /// The child's last year, by the sort of case.
  mutating func live() {
    switch kind {
    case .inNeed: liveInNeed()
    case .referral: liveReferral()
    case .protection: liveProtection()
    case .lookedAfter: liveLookedAfter()
    }
  }

  private mutating func liveInNeed() {
    var start = opening
    // Some plans are older than the file; the others begin with a referral.
    if draw.chance(0.6) {
      start = assess(workingDay(within: 270), into: .childInNeed)
    }
    let span = Span(start: start, end: asOf, plan: .childInNeed)
    visits(span, everyWorkingDays: Rates.inNeedVisit)
    network(span, times: 1)
    meetings(
      Meeting(kind: .other, who: .manager, outcome: "child in need review held"), span,
      first: 90, then: 90)
    let years = Double(asOf.days(since: start)) / 365
    guard draw.chance(Rates.discussedInNeed * years), asOf.days(since: start) > 1 else { return }
    let day = working(start.adding(days: draw.number(1...asOf.days(since: start))))
    add(day, .childInNeed, .manager, .strategyDiscussion) {
      $0.presentingConcern = "police notice"
      $0.outcome = "held with police and health: single agency enquiry not needed, plan reviewed"
      $0.escalation = .strategyDiscussion
    }
  }

  private mutating func liveReferral() {
    let closed = assessAndClose(workingDay(within: 300))
    guard draw.chance(Rates.referredAgain) else {
      return network(Span(after: closed, to: asOf), times: Rates.networkAfterClosure)
    }
    let again = working(closed.adding(days: draw.number(60...330)))
    network(
      Span(after: closed, to: min(asOf, again.adding(days: -1))),
      times: Rates.networkAfterClosure)
    guard again <= asOf else { return }
    let end = assessAndClose(again)
    network(Span(after: end, to: asOf), times: Rates.networkAfterClosure)
  }

  private mutating func liveProtection() {
    let discussed = workingDay(within: 330)
    let conferred = calendar.day(draw.number(11...15), workingDaysAfter: discussed)
    enquire(discussed)
    let span = Span(start: conferred, end: asOf, plan: .childProtection)
    meetings(.conference("initial conference: plan made"), span, first: 0, then: 0)
    visits(span, everyWorkingDays: Rates.protectionVisit)
    network(span, times: Rates.networkOnPlan)
    let core = Meeting(kind: .coreGroup, who: .socialWorker, outcome: "core group held")
    meetings(core, span, first: 12, then: 28)
    meetings(.conference("review conference: plan goes on"), span, first: 85, then: 170)
  }

  private mutating func liveLookedAfter() {
    let span = Span(start: opening, end: asOf, plan: .lookedAfter)
    visits(span, everyWorkingDays: Rates.lookedAfterVisit)
    network(span, times: 0.8)
    let review = Meeting(kind: .other, who: .reviewer, outcome: "review held, placement settled")
    meetings(review, span, first: draw.number(10...170), then: 175)
  }
}

extension ChildStory.Span {
  /// From the day after a closure.
  init(after closure: CalendarDate, to end: CalendarDate) {
    self.init(start: closure.adding(days: 1), end: end, plan: .closed)
  }
}
