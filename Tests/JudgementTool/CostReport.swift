import Flags
import Records

/// What judging costs: many contacts at once, and one more contact on a child with many.
struct CostReport {
  let evaluator: Evaluator
  let contacts: Int

  func tell() {
    tellTitle("Cost of judging")
    tellMany()
    tellOneMore()
  }

  /// Whole cases in one process and on one thread, drawn in parts so that few are held at once.
  private func tellMany() {
    var (children, judged, flags) = (0, 0, 0)
    var time = Duration.zero
    var seed: UInt64 = 1
    while judged < contacts {
      for record in DrawnCaseload.records(children: 500, seed: seed) where judged < contacts {
        time += ContinuousClock().measure { flags += judge(record).flags.count }
        children += 1
        judged += record.versions.count
      }
      seed += 1
    }
    print("Ordinary children judged from their first day, on one thread:")
    var table = Table(
      ["contacts", "children", "flags", "seconds", "contacts a second"], leading: 0)
    let seconds = time / .seconds(1)
    table.add([
      "\(judged)", "\(children)", "\(flags)", decimal(seconds, places: 2),
      decimal(Double(judged) / seconds, places: 0),
    ])
    table.tell()
  }

  private func judge(_ record: CaseRecord) -> Evaluation {
    var mint = IdentifierMint()
    return evaluator.advance(
      record, from: nil, to: Instant(endOf: DrawnCaseload.asOf), mint: &mint)
  }

  private func tellOneMore() {
    print(
      "One more contact for a child with a contact a day and no escalation, as a save judges it:")
    var table = Table(
      [
        "contacts", "ms (median of \(OneMore.times))", "us per contact", "times the first",
        "whole case ms",
      ], leading: 0)
    let costs = [50, 500, 5000].map { OneMore(after: $0, by: evaluator) }
    for cost in costs {
      let first = costs.first?.milliseconds ?? cost.milliseconds
      table.add([
        "\(cost.contacts)", decimal(cost.milliseconds, places: 3),
        decimal(cost.milliseconds * 1000 / Double(cost.contacts), places: 2),
        decimal(cost.milliseconds / first), decimal(cost.wholeMilliseconds, places: 1),
      ])
    }
    table.tell()
  }
}

/// What it costs to judge one more contact.
private struct OneMore {
  static let times = 21

  let contacts: Int
  let milliseconds: Double
  /// All contacts before it, judged from the first day.
  let wholeMilliseconds: Double

  init(after contacts: Int, by evaluator: Evaluator) {
    let days = contacts + 1
    let after = InventedChild(contacts: days, days: days, plan: .childInNeed).record
    let before = CaseRecord(child: after.child, versions: Array(after.versions.dropLast()))
    let today = InventedChild.start.adding(days: contacts)
    let clock = ContinuousClock()
    var mint = IdentifierMint()
    var standing: Evaluation?
    let whole = clock.measure {
      standing = evaluator.advance(
        before, from: nil, to: Instant(endOf: today.adding(days: -1)), mint: &mint)
    }
    let runs = (0..<OneMore.times).map { _ in
      clock.measure {
        _ = evaluator.advance(after, from: standing, to: Instant(endOf: today), mint: &mint)
      }
    }
    self.contacts = contacts
    milliseconds = runs.sorted()[OneMore.times / 2] / .milliseconds(1)
    wholeMilliseconds = whole / .milliseconds(1)
  }
}
