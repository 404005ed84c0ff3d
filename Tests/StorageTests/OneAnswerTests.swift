import BundledResources
import Flags
import OrdinaryCaseload
import Records
import Storage
import Testing

/// Of one question a store has one answer, whichever way it is asked: on drawn caseloads, some of whose flags
/// are answered.
@Suite struct OneAnswerTests {
  /// A store with a drawn caseload, every third flag of which is answered.
  private func drawn(_ backend: Backend, seed: UInt64) throws -> TestStore {
    let held = try backend.makeStore(clock: { Story.monday })
    let caseload = OrdinaryCaseload(
      children: 12, seed: seed, asOf: Story.today, calendar: BundledResources.workingCalendar)
    for record in caseload.records() {
      try held.store.add(record.child)
      for contact in record.contacts() where contact.date <= Story.today {
        _ = try? held.store.record(
          contact.facts, child: record.child.id, at: Story.monday)
      }
    }
    for (index, entry) in try held.store.flags(includingCleared: false).enumerated()
    where index.isMultiple(of: 3) {
      _ = try held.store.answer(entry.id, Story.decision, at: Story.monday)
    }
    return held
  }

  @Test(arguments: Backend.allCases, [1, 2, 3] as [UInt64])
  func `2.1 a child's band and flags are the same on the list, among all flags and in the case`(
    _ backend: Backend, seed: UInt64
  ) throws {
    let store = try drawn(backend, seed: seed).store
    let listed = try store.cases(.flagged)
    let all = Dictionary(grouping: try store.flags(includingCleared: false), by: \.child.id)
    #expect(Set(listed.map(\.id)) == Set(all.keys))
    #expect(!listed.isEmpty)
    for line in listed {
      let file = try store.caseFile(of: line.id)
      let standing = file.flags.filter { $0.cleared == nil }
      let place = CasePlace(of: line.id, line.flags, at: Story.monday)
      #expect(place.flags == CasePlace(of: line.id, standing, at: Story.monday).flags)
      let among = (all[line.id] ?? []).map(\.flag)
      #expect(place.flags == CasePlace(of: line.id, among, at: Story.monday).flags)
      #expect(place.band == CasePlace(of: line.id, among.reversed(), at: Story.monday).band)
    }
  }

  @Test(arguments: Backend.allCases, [4, 5] as [UInt64])
  func
    `2.2 what is said of a child is the same on the list and in the case, and as the record says`(
      _ backend: Backend, seed: UInt64
    ) throws
  {
    let store = try drawn(backend, seed: seed).store
    let lines = try store.cases(.matching(""))
    #expect(lines.count == 12)
    for line in lines {
      let file = try store.caseFile(of: line.id)
      #expect(line.child == file.child)
      #expect(line.summary == file.summary)
      #expect(line.summary == CaseSummary(file.record.chronology))
    }
  }

  @Test(arguments: [6, 7] as [UInt64])
  func `2.3 both kinds of store list the same children in the same order`(seed: UInt64) throws {
    let orders = try Backend.allCases.map { backend in
      let lines = try drawn(backend, seed: seed).store.cases(.flagged)
      return lines.map { line in
        (line.child.ref, CasePlace(of: line.id, line.flags, at: Story.monday).band)
      }
    }
    #expect(orders[0].map(\.0) == orders[1].map(\.0))
    #expect(orders[0].map(\.1) == orders[1].map(\.1))
  }
}
