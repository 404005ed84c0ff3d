import BundledResources
import Exchange
import Flags
import Foundation
import Records
import Testing

/// The published cases, from the sources that each row names.
@Suite struct ReplayTests {
  @Test func `the Haringey case is seen in time and stays seen`() throws {
    let replay = try replay("child-a-haringey", born: day("2006-03-01"), through: day("2007-08-03"))
    #expect(
      replay.lines(of: "R03") == [
        "A 2006-10-13 to 2006-12-12", "A 2007-04-09 to 2007-06-01", "A 2007-07-01 to 2007-07-25",
        "A 2007-07-26 on",
      ])
    #expect(replay.lines(of: "R04") == ["A 2006-10-13 to 2006-12-11"])
    #expect(replay.lines(of: "R09") == ["A 2006-12-23 on"])
    #expect(try replay.first(.today) == day("2006-10-13"))
  }

  @Test func `the worker who escalated is not flagged for today`() throws {
    let replay = try replay("short-lincolnshire-2024", born: nil, through: day("2024-01-09"))
    #expect(replay.first(.today) == nil)
  }

  @Test func `a replay ends on the day asked for`() throws {
    let replay = try replay("child-a-haringey", born: day("2006-03-01"), through: day("2006-10-12"))
    #expect(replay.listings.isEmpty)
  }
}

/// A day of the calendar that a test names.
func day(_ iso: String) throws -> CalendarDate {
  try CalendarDate(iso: iso)
}

private func replay(_ name: String, born: CalendarDate?, through end: CalendarDate) throws -> Replay
{
  let url = try #require(
    Bundle.module.url(forResource: name, withExtension: "csv", subdirectory: "Cases"))
  let text = try String(contentsOf: url, encoding: .utf8)
  var file = try ContactsFile(CSVReader(text: text), options: ContactsFile.Options())
  let child = Child(id: Identifier(high: 0, low: 1), ref: "-", dateOfBirth: born)
  var mint = IdentifierMint()
  var contacts: [Contact] = []
  while let outcome = try file.next() {
    guard case .row(let row, _) = outcome else {
      Issue.record("a row of \(name) was refused")
      continue
    }
    contacts.append(
      Contact(
        id: mint.next(at: Instant(seconds: 0)), child: child.id,
        recordedAt: Instant(endOf: row.facts.date), recordedBy: name, facts: row.facts))
  }
  return Replay(child, contacts, through: end, by: Evaluator(parameters: parameters))
}

extension Replay {
  fileprivate func lines(of rule: String) -> [String] {
    listings.filter { $0.rule == RuleID(rule) }.map { listing in
      let end = listing.clearedOn.map { " to \($0)" } ?? " on"
      return "\(listing.band.rawValue) \(listing.raisedOn)\(end)"
    }
  }
}
