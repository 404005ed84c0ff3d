import BundledResources
import Flags
import OrdinaryCaseload
import Records
import Testing

/// History that is imported: the flags that stand are those of a replay, whenever its rows were typed.
@Suite struct LateEntriesTests {
  private let evaluator = Evaluator(parameters: parameters)

  /// How a flag stands, by what people see of it; those that speak of what was done with other flags are
  /// left out: nobody can have answered what was not raised.
  private struct Stood: Hashable, Comparable, CustomStringConvertible {
    let rule: RuleID
    let band: Band
    let bandSince: CalendarDate
    let quietSince: CalendarDate?

    var description: String {
      "\(rule) \(band) \(bandSince.iso) quiet \(quietSince?.iso ?? "-")"
    }

    static func < (left: Self, right: Self) -> Bool { left.description < right.description }

    static func isCompared(_ rule: RuleID) -> Bool {
      ![RuleID("R15"), RuleID("R18")].contains(rule)
    }
  }

  private func replayed(_ record: CaseRecord, through end: CalendarDate) -> [Stood] {
    let replay = Replay(
      record.child, record.contacts(), facts: record.facts, through: end, by: evaluator)
    return replay.listings.filter { $0.clearedOn == nil && Stood.isCompared($0.rule) }.map {
      Stood(rule: $0.rule, band: $0.band, bandSince: $0.raisedOn, quietSince: $0.quietSince)
    }.sorted()
  }

  /// What stands after every entry was typed on the day that it is given by its own.
  private func stood(
    _ record: CaseRecord, through end: CalendarDate, typedOn day: (CalendarDate) -> CalendarDate
  ) -> [Stood] {
    let typed = CaseRecord(
      child: record.child,
      versions: record.versions.filter { $0.date <= end }.map {
        Contact(
          id: $0.id, child: $0.child, recordedAt: Instant(endOf: min(end, day($0.date))),
          recordedBy: "drawn", facts: $0.facts)
      })
    var mint = IdentifierMint()
    let standing = evaluator.advance(typed, from: nil, to: Instant(endOf: end), mint: &mint)
    return standing.flags.filter { $0.cleared == nil && Stood.isCompared($0.rule) }.map {
      Stood(rule: $0.rule, band: $0.band, bandSince: $0.bandSince, quietSince: $0.quietSince)
    }.sorted()
  }

  private func caseload(seed: UInt64) throws -> (records: [CaseRecord], end: CalendarDate) {
    let end = try day("2026-11-01")
    let caseload = OrdinaryCaseload(
      children: 150, seed: seed, asOf: end, calendar: parameters.calendar)
    return (caseload.records(), end)
  }

  @Test(arguments: [1, 2, 3] as [UInt64])
  func `1.5 a replay, an import at once and an import day by day give the same flags`(
    seed: UInt64
  ) throws {
    let (records, end) = try caseload(seed: seed)
    var quiet = 0
    for (index, record) in records.enumerated() {
      // Not all on one day of the week, nor all after the last contact.
      let end = end.adding(days: -(index * 7 % 40))
      let expected = replayed(record, through: end)
      quiet += expected.count { $0.quietSince != nil }
      #expect(stood(record, through: end) { _ in end } == expected)
      #expect(stood(record, through: end) { $0 } == expected)
    }
    #expect(quiet > 5)
  }

  @Test(arguments: [4, 5] as [UInt64])
  func `1.5 so do an import every week and one in two halves`(seed: UInt64) throws {
    let (records, end) = try caseload(seed: seed)
    for record in records {
      let expected = replayed(record, through: end).map { "\($0.rule) \($0.band)" }
      let weekly = stood(record, through: end) { $0.adding(days: 6 - $0.dayNumber % 7) }
      #expect(weekly.map { "\($0.rule) \($0.band)" } == expected)
      let half = end.adding(days: -120)
      let halves = stood(record, through: end) { $0 <= half ? half : end }
      #expect(halves.map { "\($0.rule) \($0.band)" } == expected)
    }
  }
}
