import Records

extension ChildStory {
  /// What the other agencies see and hear of the child, day by day, each at its own rate.
  mutating func network(_ span: Span, times factor: Double) {
    var day = max(span.start, birth)
    while day <= span.end {
      let years = months(on: day) / 12
      if calendar.isWorkingDay(day) { workingDay(day, years, span, factor) }
      if draw.chance(Rates.police * factor / 30.4) { police(on: day, span) }
      let accidents = years < 5 ? Rates.accidentUnderFive : Rates.accident
      if draw.chance(accidents / 365) { accident(on: day, span.plan) }
      day = day.adding(days: 1)
    }
  }

  private mutating func workingDay(
    _ day: CalendarDate, _ years: Int, _ span: Span, _ factor: Double
  ) {
    let workingDays = 21.0
    let health = years < 5 ? Rates.healthUnderFive : Rates.health
    if draw.chance(health * factor / workingDays) { healthAppointment(on: day, years, span) }
    if years >= 4, draw.chance(Rates.school * factor / workingDays) { school(on: day, span.plan) }
  }

  private mutating func healthAppointment(on day: CalendarDate, _ years: Int, _ span: Span) {
    let who = years < 5 ? Professional.healthVisitor : .generalPractitioner
    if draw.chance(Rates.missedHealth) {
      miss(day, span, who, .wasNotBrought)
      return
    }
    let isWorried = draw.chance(Rates.concernOfHealth)
    let concern = isWorried ? draw.pick(Stock.concernsOfHealth) : nil
    let mark = years < 1 ? nil : ordinaryMark(on: day)
    let outcome = draw.pick(Stock.attended)
    add(day, span.plan, who, years < 5 ? .clinic : .gp) {
      $0.childSeen = .yes
      $0.presentingConcern = concern
      $0.outcome = outcome
      mark?.write(into: &$0)
    }
  }

  private mutating func school(on day: CalendarDate, _ plan: PlanStatus) {
    let isWorried = draw.chance(Rates.concernOfSchool)
    let concern = isWorried ? draw.pick(Stock.concernsOfSchool) : nil
    let mark = ordinaryMark(on: day)
    let outcome = draw.pick(Stock.attended)
    add(day, plan, .school, .school) {
      $0.childSeen = .yes
      $0.presentingConcern = concern
      $0.outcome = outcome
      mark?.write(into: &$0)
    }
  }

  /// A call to the home, often told to social care by telephone on the next working day.
  private mutating func police(on day: CalendarDate, _ span: Span) {
    let concern = draw.pick(Stock.concernsOfPolice)
    let isSeen = draw.chance(0.5)
    let isRetold = draw.chance(Rates.retold)
    add(day, span.plan, .police, .policeAttendance) {
      $0.childSeen = isSeen ? .yes : .no
      $0.announced = .no
      $0.presentingConcern = concern
      $0.outcome = "no offences, notice sent"
    }
    let next = calendar.day(1, workingDaysAfter: day)
    guard isRetold, next <= span.end else { return }
    add(next, span.plan, .duty, .phone) {
      $0.presentingConcern = concern
      $0.outcome = "police notice read, passed to the worker"
    }
  }
}
