import Records
import Storage
import StorageCore
import StorageMemory
import Synchronization
import Testing

/// Every change of a store, refused as it is committed: nothing of it is there, and it can be made again.
@Suite struct RefusedCommitTests {
  /// A change that a person or a file makes.
  struct Change: Sendable, CustomTestStringConvertible {
    let testDescription: String
    let make: @Sendable (MemoryStore, Records.Flag) throws -> Void

    init(_ name: String, _ make: @escaping @Sendable (MemoryStore, Records.Flag) throws -> Void) {
      testDescription = name
      self.make = make
    }
  }

  private static let now = Story.monday.adding(seconds: 3600)
  private static let lead = Person(
    id: Identifier(high: 7, low: 1), name: "S. Haddad", role: Role("head of service"),
    agency: Agency(.socialCare), account: "sh")

  private static func contact(of flag: Records.Flag, in store: MemoryStore) throws -> Contact {
    try #require(try store.caseFile(of: flag.child).record.versions.last)
  }

  private static func fact() throws -> Fact {
    try Fact(kind: .injury, step: "recorded", on: Story.today, texts: ["sites": "ear"])
  }

  static let changes: [Change] = [
    Change("add a person") { store, _ in
      try store.add(
        Person(
          id: Identifier(high: 7, low: 2), name: "N. Okafor", role: .teamManager,
          agency: Agency(.socialCare), account: "no"))
    },
    Change("add a child") { store, _ in try store.add(Story.child("C2")) },
    Change("record") { store, flag in
      _ = try store.record(Story.visit(0), child: flag.child, at: now)
    },
    Change("note") { store, flag in
      _ = try store.recordFact(try fact(), of: flag.child, correcting: nil, at: now)
    },
    Change("import facts") { store, flag in
      _ = try store.importFacts([ImportedFact(child: flag.child, fact: try fact())], at: now)
    },
    Change("amend") { store, flag in
      _ = try store.amend(
        try contact(of: flag, in: store), to: Story.visit(1), because: "wrong day",
        at: now)
    },
    Change("answer") { store, flag in
      _ = try store.answer(flag.id, Story.decision, at: now)
    },
    Change("set a secret") { store, _ in
      try store.setSecret(of: lead.account, from: "one two three", to: "four five", at: now)
    },
    Change("keep a draft") { store, flag in
      try store.saveDraft(
        Draft(key: Draft.Key(.visit, flag.child), child: flag.child, keptAt: now, fields: []))
    },
    Change("hold") { store, flag in
      _ = try store.hold(flag.child, because: "an inquiry", at: now)
    },
    Change("propose") { store, flag in
      _ = try store.propose(
        .contact(try contact(of: flag, in: store).id), of: flag.child, on: .erasure,
        because: "typed on the wrong child", at: now)
    },
    Change("adopt") { store, _ in
      try store.adopt(edition: "Strict", text: "", at: now)
    },
  ]

  /// All that can be asked of the store.
  private struct Held: Equatable {
    let people: [Person]
    let children: [CaseLine]
    let file: CaseFile
    let drafts: [UnfinishedForm]
    let holds: [LegalHold]
    let removals: [Removal]
    let rulebooks: [AdoptedRulebook]
    let isOldSecret: Bool

    init(_ store: MemoryStore, _ flag: Records.Flag) throws {
      people = try store.people()
      children = store.cases(.matching(""))
      file = try store.caseFile(of: flag.child)
      drafts = try store.drafts()
      holds = try store.holds()
      removals = try store.removals()
      rulebooks = try store.rulebooks()
      isOldSecret = try store.opens(.secret(account: lead.account, secret: "one two three"))
    }
  }

  @Test(arguments: changes)
  func `what is refused as it is committed leaves nothing, and can be done again`(
    change: Change
  ) throws {
    let refusal = Refusal()
    let store = MemoryStore(
      as: Actor(account: Self.lead.account), judge: Backend.judge, clock: { Self.now },
      committing: { () throws(StoreError) in try refusal.check() })
    try store.add(Self.lead)
    try store.setSecret(of: Self.lead.account, from: nil, to: "one two three", at: Story.monday)
    let child = Story.child("C1")
    try store.add(child)
    let raised = try store.record(
      Story.bruise, child: child.id, at: Story.monday
    ).raised
    let flag = try #require(raised.first)
    let before = try Held(store, flag)
    refusal.isOn = true
    #expect(throws: StoreError.full) { try change.make(store, flag) }
    #expect(try Held(store, flag) == before)
    refusal.isOn = false
    try change.make(store, flag)
    #expect(try Held(store, flag) != before, "the change is one that can be seen")
  }
}

/// A disk that is full while it is on.
private final class Refusal: Sendable {
  private let state = Mutex(false)

  var isOn: Bool {
    get { state.withLock { $0 } }
    set { state.withLock { $0 = newValue } }
  }

  func check() throws(StoreError) {
    if isOn { throw .full }
  }
}
