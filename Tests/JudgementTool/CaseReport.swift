import Flags
import Records

/// What the rules would have said of one child, day by day.
struct CaseReport {
  private let trial: CaseTrial
  private let record: CaseRecord
  private let evaluator: Evaluator
  private let start: CalendarDate
  private let end: CalendarDate
  private let replay: Replay

  /// Clocks and records alone: they show that somebody is late, not that a child is harmed.
  private static let notCounted = Set(
    ["R10", "R11", "R15", "R18", "R19", "R25"].map { RuleID($0) })

  /// Reads the case and walks its days.
  /// - Throws: when the file can't be read, or is not about one child.
  init(_ trial: CaseTrial, by evaluator: Evaluator) throws {
    let records = try CanonicalFile.records(at: trial.path)
    guard var record = records.first, records.count == 1 else {
      throw Unreadable(description: "\(trial.path) is not about one child.")
    }
    record.child.dateOfBirth = trial.born ?? record.child.dateOfBirth
    let days = record.versions.map(\.date)
    start = days.min() ?? CalendarDate(dayNumber: 0)
    end = trial.until ?? days.max() ?? start
    replay = Replay(record.child, record.versions, through: end, by: evaluator)
    self.trial = trial
    self.record = record
    self.evaluator = evaluator
  }

  func tell() {
    tellTitle("Case \(CanonicalFile.name(of: trial.path))")
    print("\(record.versions.count) contacts, judged from \(start) through \(end).")
    print("First A: \(first(.today)). First B: \(first(.thisWeek)).")
    print("")
    tellListings()
    if !trial.dates.isEmpty { tellDates() }
    tellShares()
  }

  /// The first day in a band, and the rules listed in it that day.
  private func first(_ band: Band) -> String {
    guard let day = replay.first(band) else { return "never" }
    let rules = replay.listings.filter { $0.band == band && $0.raisedOn == day }
    return "\(day) by \(rules.map(\.rule.description).joined(separator: " "))"
  }

  private func tellListings() {
    var table = Table(["rule", "name", "band", "from", "to", "quiet since"], leading: 6)
    for listing in replay.listings {
      table.add([
        listing.rule.description, FlagRule.of(listing.rule)?.name ?? "", listing.band.rawValue,
        listing.raisedOn.iso, listing.clearedOn?.iso ?? "open", listing.quietSince?.iso ?? "",
      ])
    }
    table.tell()
  }

  /// Each day as it stood at its end; what became quiet later was not quiet then.
  private func tellDates() {
    print("Open on the day; a rule in brackets is quiet.")
    var table = Table(["day"] + Band.allCases.map(\.rawValue), leading: 5)
    for day in trial.dates {
      let open = open(on: day)
      table.add(
        [day.iso]
          + Band.allCases.map { band in
            let rules = open.filter { $0.band == band }.map { listing in
              listing.quietSince == nil ? "\(listing.rule)" : "(\(listing.rule))"
            }
            return rules.isEmpty ? "-" : rules.sorted().joined(separator: " ")
          })
    }
    table.tell()
  }

  private func tellShares() {
    let days = Array(
      sequence(first: start) { $0.adding(days: 1) }.prefix { $0 <= end })
    let rules = CaseReport.notCounted.sorted().map(\.description).joined(separator: " ")
    print("Days under an open A or B flag, \(rules) not counted:")
    var table = Table(["", "days", "under one", "%", "under a live one", "%"])
    for (name, days) in [("days of review", trial.dates), ("every day", days)] where !days.isEmpty {
      let urgent = inParallel(days) { day in open(on: day).filter(CaseReport.isCounted) }
      let under = urgent.count { !$0.isEmpty }
      let live = urgent.count { $0.contains { $0.quietSince == nil } }
      let total = Double(days.count)
      table.add([
        name, "\(days.count)", "\(under)", percent(Double(under) / total), "\(live)",
        percent(Double(live) / total),
      ])
    }
    table.tell()
  }

  private static func isCounted(_ listing: Replay.Listing) -> Bool {
    listing.band <= .thisWeek && !notCounted.contains(listing.rule)
  }

  private func open(on day: CalendarDate) -> [Replay.Listing] {
    Replay(record.child, record.versions, through: day, by: evaluator).listings
      .filter { $0.clearedOn == nil }
  }
}
