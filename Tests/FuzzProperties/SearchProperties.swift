import Flags
import Foundation
import Records
import Storage
import StorageMemory
import StorageSQLite

/// Whatever is typed is words: every store answers, every store alike, and goes on answering.
func checkSearch(_ input: [UInt8]) throws(BrokenProperty) {
  guard let stores = SearchedStores.shared else {
    throw BrokenProperty(description: "there is no store to search")
  }
  let typed = String(decoding: input, as: UTF8.self)
  let words = folded(typed)
  try hold("folded text is folded", (typed, words), folded(words) == words)
  let answers = try stores.answers(to: typed)
  try compare(answers.file, answers.memory, typed, words)
  let hits = try? stores.file.search("heron", limit: 9)
  try hold("the store still answers", typed, hits?.count == 2)
}

/// The stores agree on what is folded to ASCII; other letters and marks SQLite parts by rules of its own.
private func compare(
  _ file: SearchedStores.Answer, _ memory: SearchedStores.Answer, _ typed: String, _ words: String
) throws(BrokenProperty) {
  guard words.utf8.allSatisfy({ $0 < 0x80 }) else { return }
  try hold("stores find the same notes", (typed, file.notes), file.notes == memory.notes)
  try hold("stores find the same children", typed, file.children == memory.children)
  try hold("stores narrow the log alike", (typed, file.log), file.log == memory.log)
  try hold("a found note says where", typed, file.matches == memory.matches)
}

/// The same invented children in a file and in memory.
struct SearchedStores: Sendable {
  /// What one store says to one text.
  struct Answer: Hashable {
    var notes: [String] = []
    var matches: [[String]] = []
    var children: [String] = []
    var log: [String] = []
  }

  let file: SQLiteStore
  private let memory: MemoryStore

  static let shared = try? SearchedStores()

  private init() throws {
    let judge = Evaluator(parameters: Parameters(calendar: WorkingCalendar())).judge
    let monday = Instant(london: CalendarDate(dayNumber: 20_605), TimeOfDay(clamping: 600))
    let folder = FileManager.default.temporaryDirectory
      .appending(path: "heed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    // The open file outlives its name.
    defer { try? FileManager.default.removeItem(at: folder) }
    file = try SQLiteStore(
      creatingAt: folder.appending(path: "store.heed").path, at: monday, judge: judge)
    memory = MemoryStore(judge: judge)
    for store in [file, memory] as [any CaseStore] { try fill(store, at: monday) }
  }

  private func fill(_ store: any CaseStore, at now: Instant) throws {
    var mint = IdentifierMint()
    var batch = ImportBatch()
    let notes = [
      "The heron bit me", "says \"ow\", 2½ hours alone", "Łódź, Straße 4, café",
      "heron again; क्षि 作者 мама", "bruise to cheek 👩‍👧", "O'Brien's e-mail: 100%",
    ]
    for (number, note) in notes.enumerated() {
      let agency = [Agency(.health), Agency(.school, name: "St Ann's")][number % 2]
      var facts = ContactFacts(
        date: CalendarDate(dayNumber: 20_600 - number), agency: agency, kind: .phone)
      facts.outcome = note
      batch.add(
        facts, ref: "C\(number % 3)", name: ["Zoë Adams", "Ada Brook", "Ann Marlow"][number % 3])
    }
    for child in batch.children {
      let known = child.child(id: mint.next(at: now))
      try store.add(known)
      for facts in child.facts {
        _ = try store.record(facts, child: known.id, at: now)
      }
    }
  }

  func answers(to text: String) throws(BrokenProperty) -> (file: Answer, memory: Answer) {
    do throws(StoreError) {
      return (try answer(of: file, to: text), try answer(of: memory, to: text))
    } catch {
      throw BrokenProperty(description: "a search ends with \(error): \(text.debugDescription)")
    }
  }

  private func answer(of store: any CaseStore, to text: String) throws(StoreError) -> Answer {
    var answer = Answer()
    let hits = try store.search(text, limit: 9)
    answer.notes = hits.map { $0.entry.contact.facts.outcome ?? "" }
    answer.matches = hits.map { $0.pieces.filter(\.isMatch).map(\.text) }
    let found = try store.find(text, limit: 2)
    answer.children = found.lines.map(\.child.ref) + ["\(found.count)"]
    var query = LogQuery()
    query.words = text
    let index = try store.logIndex(query)
    let entries = try store.log(at: Array(index.places))
    answer.log = entries.map { $0.contact.facts.outcome ?? "" }
    return answer
  }
}
