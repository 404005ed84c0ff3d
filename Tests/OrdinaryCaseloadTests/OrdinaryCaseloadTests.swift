import OrdinaryCaseload
import Records
import Testing

@Suite struct OrdinaryCaseloadTests {
  private func caseload(_ children: Int, seed: UInt64 = 1) throws -> OrdinaryCaseload {
    let asOf = try CalendarDate(iso: "2026-11-01")
    let holidays = try ["2026-04-03", "2026-04-06", "2026-05-04", "2026-08-31"]
      .map { try CalendarDate(iso: $0) }
    return OrdinaryCaseload(
      children: children, seed: seed, asOf: asOf,
      calendar: WorkingCalendar(bankHolidays: Set(holidays)))
  }

  private func text(_ caseload: OrdinaryCaseload) -> String {
    var text = ""
    caseload.makeCSV { text += $0 }
    return text
  }

  @Test func `the same seed gives the same text, another seed another`() throws {
    let first = text(try caseload(60))
    #expect(first == text(try caseload(60)))
    #expect(first != text(try caseload(60, seed: 2)))
  }

  @Test func `a longer caseload begins with the shorter one`() throws {
    #expect(text(try caseload(40)).hasPrefix(text(try caseload(15))))
  }

  @Test func `the file and the values hold the same contacts`() throws {
    let caseload = try caseload(80)
    let lines = text(caseload).split(separator: "\n").count
    #expect(lines == 1 + caseload.records().reduce(0) { $0 + $1.versions.count })
  }

  @Test func `an ordinary child has a plausible number of contacts`() throws {
    let records = try caseload(600).records()
    let contacts = records.reduce(0) { $0 + $1.versions.count }
    let mean = Double(contacts) / Double(records.count)
    #expect((15...35).contains(mean), "\(mean) contacts a child")
  }

  @Test func `every contact lies between birth and the last day, in order`() throws {
    let asOf = try CalendarDate(iso: "2026-11-01")
    for record in try caseload(400).records() {
      let birth = try #require(record.child.dateOfBirth)
      #expect(!record.versions.isEmpty)
      #expect(record.versions.allSatisfy { $0.date >= birth && $0.date <= asOf })
      #expect(record.versions == record.versions.sorted(by: Contact.chronological))
    }
  }

  @Test func `the kinds stand in their shares`() throws {
    let kinds = try caseload(2000).kinds()
    for (kind, share) in Kind.mix {
      let found = Double(kinds.filter { $0 == kind }.count) / 20
      #expect(abs(found - share) < 4, "\(kind): \(found) in a hundred, meant \(share)")
    }
  }

  @Test func `every mark on a baby is discussed and seen by a paediatrician that day`() throws {
    for record in try caseload(2000).records() {
      let marks = record.versions.filter { contact in
        contact.facts.injuries != nil
          && Age(bornOn: record.child.dateOfBirth, on: contact.date).map { $0.months < 9 } ?? false
      }
      for mark in marks {
        let sameDay = record.versions.filter { $0.date == mark.date }
        #expect(sameDay.contains { $0.facts.escalation == .strategyDiscussion })
        #expect(sameDay.contains { $0.facts.kind == .hospital })
      }
    }
  }
}
