import Records
import Storage
import StorageMemory
import Testing

/// A child's own row, as it stood at an earlier moment.
struct FormerRowTests {
  private func batch(worker: String, name: String?) -> ImportBatch {
    var batch = ImportBatch()
    var visit = Story.visit(0)
    visit.professional = worker
    batch.add(visit, ref: "C1", name: name, worker: worker)
    return batch
  }

  @Test(arguments: Backend.allCases)
  func `an earlier view names the worker and the child as they were known then`(
    _ backend: Backend
  ) throws {
    let held = try backend.makeStore()
    let later = Story.monday.adding(seconds: 3600)
    let last = Story.monday.adding(seconds: 7200)
    _ = try held.store.importContacts(
      batch(worker: "I. Rowe", name: nil), at: Story.monday
    ) { _, _ in true }
    _ = try held.store.importContacts(
      batch(worker: "S. Haddad", name: "Ada Example"), at: later
    ) { _, _ in true }
    _ = try held.store.importContacts(
      batch(worker: "N. Okafor", name: "Ada Example"), at: last
    ) { _, _ in true }
    let child = try #require(try held.store.child(ref: "C1"))
    #expect(child.worker == "N. Okafor")
    let file = try held.store.caseFile(of: child.id)
    func seen(_ moment: Instant) throws -> Child? {
      try MemoryStore(recalling: [file], asOf: moment, judge: Backend.judge).child(ref: "C1")
    }
    #expect(try seen(Story.monday)?.worker == "I. Rowe")
    #expect(try seen(Story.monday)?.name == nil)
    #expect(try seen(later.adding(seconds: -1))?.worker == "I. Rowe")
    #expect(try seen(later)?.worker == "S. Haddad")
    #expect(try seen(later)?.name == "Ada Example")
    #expect(try seen(last)?.worker == "N. Okafor")
  }
}
