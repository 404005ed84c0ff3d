import Records
import SeededRandom

/// A child whom three agencies see again and again, and for whom nobody escalates.
///
/// The agencies take turns. No contact records an injury, and about half carry a concern.
struct InventedChild {
  let record: CaseRecord

  /// Which contacts carry a concern.
  enum Concerns {
    /// Every other one, the first included.
    case everyOther
    /// Each with an even chance.
    case byLot(seed: UInt64)
  }

  /// 1 January 2020.
  static let start = CalendarDate(dayNumber: 18_262)

  /// Contacts evenly over so many days, the first and the last day included.
  init(contacts: Int, days: Int, plan: PlanStatus?, concerns: Concerns = .everyOther) {
    var child = Child(id: Identifier(high: 1, low: 0), ref: "invented")
    child.dateOfBirth = InventedChild.start.adding(days: -5 * 365)
    let isWorrying = InventedChild.pattern(concerns, contacts)
    let versions = (0..<contacts).map { number in
      let day = InventedChild.start.adding(days: number * (days - 1) / max(1, contacts - 1))
      return Contact(
        id: Identifier(high: 1, low: UInt64(number + 1)), child: child.id,
        recordedAt: Instant(london: day, .midnight), recordedBy: "invented",
        facts: InventedChild.facts(number, day, plan, isWorrying[number]))
    }
    record = CaseRecord(child: child, versions: versions)
  }

  private static func pattern(_ concerns: Concerns, _ count: Int) -> [Bool] {
    switch concerns {
    case .everyOther: return (0..<count).map { $0.isMultiple(of: 2) }
    case .byLot(let seed):
      var generator = SplitMix64(seed: seed)
      return (0..<count).map { _ in Bool.random(using: &generator) }
    }
  }

  private static func facts(
    _ number: Int, _ day: CalendarDate, _ plan: PlanStatus?, _ isWorrying: Bool
  ) -> ContactFacts {
    let visitor = visitors[number % visitors.count]
    var facts = ContactFacts(date: day, agency: Agency(visitor.sector), kind: visitor.kind)
    facts.plan = plan
    facts.role = visitor.role
    facts.childSeen = .yes
    facts.seenAlone = .yes
    facts.childWords = "'I like painting'"
    facts.presentingConcern = isWorrying ? visitor.concern : nil
    facts.outcome = "support goes on"
    facts.escalation = Rung.none
    return facts
  }

  private struct Visitor {
    let sector: Sector
    let role: String
    let kind: ContactKind
    let concern: String
  }

  private static let visitors = [
    Visitor(
      sector: .socialCare, role: "social worker", kind: .homeVisit,
      concern: "home cold, little food in"),
    Visitor(
      sector: .health, role: "school nurse", kind: .clinic, concern: "weight dropped a little"),
    Visitor(
      sector: .school, role: "designated safeguarding lead", kind: .school,
      concern: "tired, no coat in the cold"),
  ]
}
