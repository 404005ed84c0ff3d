import Records

extension ChildStory {
  /// The social worker's visits, each due so many working days after the last that was made.
  mutating func visits(_ span: Span, everyWorkingDays interval: Int) {
    var due = calendar.day(min(2, interval), workingDaysAfter: span.start.adding(days: -1))
    while due <= span.end {
      if draw.chance(Rates.late) {
        due = calendar.day(draw.number(2...(interval / 2)), workingDaysAfter: due)
      }
      if draw.chance(Rates.missedVisit) {
        miss(due, span, .socialWorker, draw.pick([.noAccess, .noAccess, .cancelled]))
        let isMadeGood = draw.chance(Rates.madeGood)
        due = calendar.day(isMadeGood ? draw.number(1...4) : interval, workingDaysAfter: due)
      }
      guard due <= span.end else { return }
      visit(due, span.plan)
      due = calendar.day(interval - draw.number(0...(interval / 5)), workingDaysAfter: due)
    }
  }

  /// A missed appointment within a span.
  mutating func miss(
    _ day: CalendarDate, _ span: Span, _ who: Professional, _ kind: ContactKind
  ) {
    guard day <= span.end else { return }
    add(day, span.plan, who, kind) {
      $0.childSeen = .no
      $0.seenAlone = .no
      $0.announced = .yes
      $0.outcome = "rearranged"
    }
  }

  private mutating func visit(_ day: CalendarDate, _ plan: PlanStatus) {
    let isSeen = draw.chance(Rates.seenWhenVisited)
    let isAlone = isSeen && months(on: day) >= 48 && draw.chance(Rates.seenAlone)
    let isAnnounced = !draw.chance(Rates.unannounced)
    let hasWords = isSeen && draw.chance(Rates.wordsRecorded)
    let words = hasWords ? draw.pick(wordStock(on: day)) : nil
    let isWorried = draw.chance(Rates.concernOfSocialWorker)
    let concern = isWorried ? draw.pick(Stock.concernsOfSocialWorker) : nil
    let mark = isSeen ? ordinaryMark(on: day) : nil
    let adults = otherAdult()
    let outcome = draw.pick(Stock.outcomes)
    add(day, plan, .socialWorker, .homeVisit) {
      $0.childSeen = isSeen ? .yes : .no
      $0.seenAlone = isAlone ? .yes : .no
      $0.announced = isAnnounced ? .yes : .no
      $0.childWords = words
      $0.presentingConcern = concern
      $0.otherAdultsNoted = adults
      $0.outcome = outcome
      mark?.write(into: &$0)
    }
    if let mark, months(on: day) < 9 { examine(mark, on: day, plan) }
  }

  /// Mostly nobody; seldom somebody whom the note leaves unnamed, hardly ever a name.
  private mutating func otherAdult() -> String {
    if draw.chance(Rates.adultNamed) { return draw.pick(Stock.adultsNamed) }
    return draw.chance(Rates.adultUnnamed) ? "yes" : "no"
  }

  private func wordStock(on day: CalendarDate) -> [String] {
    switch months(on: day) {
    case ..<12: Stock.wordsOfBabies
    case ..<42: Stock.wordsOfToddlers
    default: Stock.words
    }
  }
}
