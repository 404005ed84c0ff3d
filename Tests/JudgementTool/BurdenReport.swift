import Flags
import Records

/// How many ordinary children carry a flag, beside what a team can bear.
struct BurdenReport {
  private let burdens: [Burden]

  static let mostWithToday = 0.03
  static let mostUrgent = 0.10
  static let mostNew = 4.0

  init(_ burdens: [Burden]) {
    self.burdens = burdens
  }

  func tell(_ goals: inout Goals) {
    tellTitle("Burden on caseloads")
    print("\(Burden.notCounted) is left out: nobody can have answered a flag here.")
    print(
      "Live: neither cleared nor quiet. New: first in A or B in the last \(Burden.weeks) weeks.")
    print("")
    tellCaseloads()
    tellGoals(&goals)
    tellRules("Children in a hundred with a live A, and with a live A or B, by rule:") { rule in
      { percent($0.share(.today, of: rule)) + " " + column($0.share(.thisWeek, of: rule)) }
    }
    tellRules("New A or B flags per 100 children and week, by rule:") { rule in
      { decimal($0.newPerWeek(of: rule), places: 2) }
    }
  }

  private func column(_ share: Double) -> String {
    let text = percent(share)
    return String(repeating: " ", count: max(0, 5 - text.count)) + text
  }

  private func tellCaseloads() {
    var table = Table(["caseload", "as of", "children", "contacts"], leading: 2)
    for burden in burdens {
      table.add([burden.label, burden.asOf.iso, "\(burden.count)", "\(burden.contacts)"])
    }
    table.tell()
  }

  private func tellGoals(_ goals: inout Goals) {
    var table = Table(
      [
        "caseload", "A live %", "<= 3", "A or B live %", "<= 10", "new/100/week", "<= 4",
        "A with quiet %", "A or B with quiet %",
      ])
    for burden in burdens {
      let (today, urgent) = (burden.share(.today), burden.share(.thisWeek))
      let new = burden.newPerWeek()
      table.add([
        burden.label, percent(today), goals.check(today <= BurdenReport.mostWithToday),
        percent(urgent), goals.check(urgent <= BurdenReport.mostUrgent),
        decimal(new, places: 2), goals.check(new <= BurdenReport.mostNew),
        percent(burden.share(.today, withQuiet: true)),
        percent(burden.share(.thisWeek, withQuiet: true)),
      ])
    }
    table.tell()
  }

  /// A row for each rule and a column for each caseload.
  private func tellRules(_ title: String, _ cell: (RuleID?) -> (Burden) -> String) {
    print(title)
    var table = Table(["rule", "name"] + burdens.map(\.label), leading: 2)
    for rule in FlagRule.all where rule.id != Burden.notCounted {
      table.add([rule.id.description, rule.name] + burdens.map(cell(rule.id)))
    }
    table.add(["any", ""] + burdens.map(cell(nil)))
    table.tell()
  }
}
