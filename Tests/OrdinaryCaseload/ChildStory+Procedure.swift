import Records

/// A meeting that a plan holds again and again.
struct Meeting {
  let kind: ContactKind
  let who: Professional
  let outcome: String
  var rung = Rung.none

  static func conference(_ outcome: String) -> Meeting {
    Meeting(kind: .caseConference, who: .chair, outcome: outcome, rung: .conference)
  }
}

extension ChildStory {
  /// Meetings so many days after the span began, then at an interval; 0 means never again.
  mutating func meetings(_ meeting: Meeting, _ span: Span, first: Int, then: Int) {
    var due = span.start.adding(days: first)
    while due <= span.end {
      let day = working(due)
      if day <= span.end {
        add(day, span.plan, meeting.who, meeting.kind) {
          $0.outcome = meeting.outcome
          $0.escalation = meeting.rung
        }
      }
      guard then > 0 else { return }
      due = due.adding(days: then)
    }
  }

  /// A strategy discussion that starts an enquiry, and the first visit of it.
  mutating func enquire(_ day: CalendarDate) {
    let concern = draw.pick(Stock.reasonsForEnquiry)
    add(day, .assessment, .manager, .strategyDiscussion) {
      $0.presentingConcern = concern
      $0.outcome = "held with police and health: section 47 enquiry started"
      $0.escalation = .strategyDiscussion
    }
    let next = calendar.day(1, workingDaysAfter: day)
    let isAlone = months(on: next) >= 48
    add(next, .assessment, .socialWorker, .homeVisit) {
      $0.childSeen = .yes
      $0.seenAlone = isAlone ? .yes : .no
      $0.announced = .no
      $0.childWords = "seen at home, quiet"
      $0.outcome = "section 47 enquiry"
      $0.escalation = .s47
    }
  }

  /// A referral and its assessment; answers the day on which it was completed.
  mutating func assess(_ day: CalendarDate, into plan: PlanStatus) -> CalendarDate {
    let length = draw.pick(Rates.assessmentLengths)
    let end = calendar.day(length, workingDaysAfter: day)
    refer(day, .assessment, outcome: "accepted, assessment started", rung: .referral)
    let span = Span(start: day, end: min(asOf, end.adding(days: -1)), plan: .assessment)
    visits(span, everyWorkingDays: Rates.assessmentVisit)
    network(span, times: Rates.networkOfAssessment)
    add(end, plan, .socialWorker, .other) {
      $0.outcome = "assessment completed"
      $0.escalation = .assessment
    }
    return end
  }

  /// A referral that ends with the case closed, at once or after the assessment; answers that day.
  mutating func assessAndClose(_ day: CalendarDate) -> CalendarDate {
    if draw.chance(Rates.noFurtherAction) {
      refer(day, .closed, outcome: "NFA, family signposted", rung: .none)
      return day
    }
    let end = assess(day, into: .assessment)
    add(end, .closed, .manager, .closure) {
      $0.outcome = "support in place, closed to social care"
    }
    return end
  }

  private mutating func refer(
    _ day: CalendarDate, _ plan: PlanStatus, outcome: String, rung: Rung
  ) {
    let who = draw.pick([Professional.school, .school, .generalPractitioner, .police])
    let concern = draw.pick(Stock.reasonsForReferral)
    add(day, plan, who, .referral) {
      $0.presentingConcern = concern
      $0.outcome = outcome
      $0.escalation = rung
    }
  }
}
