import Records

/// Marks on a child with the account given of them.
struct DrawnMark {
  let sites: [String]
  let account: String
  let isTested: Bool

  func write(into facts: inout ContactFacts) {
    facts.injuries = sites.joined(separator: "; ")
    facts.injuryCount = sites.count
    facts.explanationGiven = account
    facts.explanationChallenged = isTested ? .yes : .no
  }
}

extension ChildStory {
  /// The bruise that a visitor would see and write down this time, if there is one.
  mutating func ordinaryMark(on day: CalendarDate) -> DrawnMark? {
    let age = months(on: day)
    guard draw.chance(Rates.bruised(months: age) * Rates.noticed(months: age)) else { return nil }
    if age < 9 {
      let site = draw.pick(Stock.marksOfBabies)
      return DrawnMark(sites: [site], account: "rolled onto a toy", isTested: true)
    }
    var sites = [draw.pick(weighted: Stock.marks)]
    let second = draw.pick(weighted: Stock.marks)
    if draw.chance(0.25), second != sites[0] { sites.append(second) }
    return DrawnMark(
      sites: sites, account: draw.pick(Stock.accounts),
      isTested: draw.chance(Rates.tested(months: age)))
  }

  /// A mark on a baby is done properly: discussed and seen by a paediatrician the same day.
  mutating func examine(_ mark: DrawnMark, on day: CalendarDate, _ plan: PlanStatus) {
    add(day, plan, .manager, .strategyDiscussion) {
      $0.presentingConcern = "mark on a baby who does not move about"
      $0.outcome = "held with police and health: medical today"
      $0.escalation = .strategyDiscussion
    }
    add(day, plan, .paediatrician, .hospital) {
      $0.childSeen = .yes
      $0.outcome = "paediatric opinion: consistent with the account"
      $0.escalation = .s47
      mark.write(into: &$0)
    }
  }

  /// An accident that needed a hospital, its account looked into there.
  mutating func accident(on day: CalendarDate, _ plan: PlanStatus) {
    let (marks, account) = draw.pick(weighted: Stock.accidents)
    guard months(on: day) >= 9 else { return }
    add(day, plan, .emergencyDoctor, .hospital) {
      $0.childSeen = .yes
      $0.announced = .no
      DrawnMark(sites: [marks], account: account, isTested: true).write(into: &$0)
      $0.outcome = "consistent with the account, follow-up at the clinic"
    }
  }
}
