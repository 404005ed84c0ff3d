import Flags
import Records

/// At which contact the rule about many contacts speaks of the invented child.
struct InventedReport {
  let evaluator: Evaluator

  private static let contacts = 64
  private static let days = 240
  private static let latest = 10
  private static let lots: ClosedRange<UInt64> = 1...101
  private static let rule = RuleID("R01")

  func tell(_ goals: inout Goals) {
    tellTitle("An invented child: 64 contacts by 3 agencies in 240 days, no escalation")
    print("The contact after the last escalation, here from the first, at which R01 is raised.")
    print("Goal: no later than the tenth where every other contact carries a concern. By lot each")
    print("contact carries one with an even chance, for 101 children.")
    print("")
    var table = Table(
      [
        "plan", "day", "band", "contact", "<= 10", "by lot: median", "latest", "by the tenth %",
        "never",
      ])
    for (name, plan) in InventedReport.plans {
      let raised = raised(plan, .everyOther)
      let word = goals.check(raised.map { $0.contact <= InventedReport.latest } ?? false)
      let lots = InventedReport.lots.map { self.raised(plan, .byLot(seed: $0))?.contact }
      table.add(
        [
          name, raised?.listing.raisedOn.days(since: InventedChild.start).description ?? "-",
          raised?.listing.band.rawValue ?? "-", raised?.contact.description ?? "never", word,
        ] + columns(lots))
    }
    table.tell()
  }

  private static let plans: [(String, PlanStatus?)] = [
    ("none", nil), ("child protection", .childProtection), ("child in need", .childInNeed),
  ]

  private func raised(
    _ plan: PlanStatus?, _ concerns: InventedChild.Concerns
  ) -> (listing: Replay.Listing, contact: Int)? {
    let record = InventedChild(
      contacts: InventedReport.contacts, days: InventedReport.days, plan: plan, concerns: concerns
    ).record
    let end = InventedChild.start.adding(days: InventedReport.days)
    let replay = Replay(record.child, record.versions, through: end, by: evaluator)
    guard let listing = replay.listings.first(where: { $0.rule == InventedReport.rule }) else {
      return nil
    }
    return (listing, record.versions.count { $0.date <= listing.raisedOn })
  }

  private func columns(_ lots: [Int?]) -> [String] {
    let numbers = lots.compactMap { $0 }.sorted()
    let inTime = Double(numbers.count { $0 <= InventedReport.latest }) / Double(lots.count)
    return [
      numbers.isEmpty ? "-" : "\(numbers[numbers.count / 2])",
      numbers.last.map { "\($0)" } ?? "-", percent(inTime), "\(lots.count - numbers.count)",
    ]
  }
}
