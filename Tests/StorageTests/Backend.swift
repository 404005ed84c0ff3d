import BundledResources
import Flags
import Foundation
import Records
import Storage
import StorageMemory
import StorageSQLite
import Testing

/// Every kind of store; the contract holds for each.
enum Backend: String, CaseIterable, CustomTestStringConvertible {
  case memory, sqlite

  var testDescription: String { rawValue }

  /// A new empty store on a machine of that clock; a file's folder goes when the store does.
  func makeStore(clock: @escaping @Sendable () -> Instant = { Clock.now }) throws -> TestStore {
    switch self {
    case .memory:
      return TestStore(
        MemoryStore(as: Story.author, judge: Backend.judge, clock: clock), folder: nil)
    case .sqlite:
      let folder = try TemporaryFolder()
      let store = try SQLiteStore(
        creatingAt: folder.path("store.heed"), as: Story.author, at: Story.monday,
        judge: Backend.judge,
        clock: clock)
      return TestStore(store, folder: folder)
    }
  }

  static let judge = Evaluator(
    parameters: Parameters(calendar: BundledResources.workingCalendar)
  ).judge
}

/// A store under test, and the folder that its file lies in.
final class TestStore {
  let store: any CaseStore
  private let folder: TemporaryFolder?

  /// Another person's handle of the same store.
  func store(as account: String) throws -> any CaseStore {
    let actor = Actor(account: account)
    if let store = store as? MemoryStore { return MemoryStore(sharing: store, as: actor) }
    let folder = try #require(folder)
    return try SQLiteStore(
      openingAt: folder.path("store.heed"), as: actor, judge: Backend.judge, clock: store.clock)
  }

  init(_ store: any CaseStore, folder: TemporaryFolder?) {
    self.store = store
    self.folder = folder
  }
}

/// A folder that is removed with its contents.
final class TemporaryFolder {
  private let url: URL

  init() throws {
    url = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: url, withIntermediateDirectories: false)
  }

  deinit {
    try? FileManager.default.removeItem(at: url)
  }

  func path(_ name: String) -> String { url.appending(path: name).path }
}
