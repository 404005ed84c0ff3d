import Records
import Storage
import Testing

/// What every store answers about holds and removals.
@Suite struct RemovalContract {
  private static func later(_ days: Int) -> Instant { Story.monday.adding(seconds: days * 86_400) }

  /// A store with a child, two contacts of which one is amended, and three people with secrets.
  private func makeStore(_ backend: Backend) throws -> (TestStore, Child, Contact, Contact) {
    let held = try backend.makeStore()
    var mint = IdentifierMint()
    for (name, role, account) in [
      ("I. Rowe", "team manager", "irowe"), ("N. Okafor", "team manager", "nokafor"),
      ("P. Hale", "social worker", "phale"),
    ] {
      try held.store.add(
        Person(
          id: mint.next(at: Story.monday), name: name, role: Role(role),
          agency: Agency(.socialCare), account: account))
      if account != "phale" {
        try held.store.setSecret(of: account, from: nil, to: "\(account) secret", at: Story.monday)
      }
    }
    let child = Story.child("C1", name: "Ann Example")
    try held.store.add(child)
    let bruise = try held.store.record(
      Story.bruise, child: child.id, at: Story.monday
    ).contact
    let visit = try held.store.record(
      Story.visit(3) { $0.childWords = "marmalade" }, child: child.id,
      at: Story.monday
    ).contact
    let amended = try held.store.amend(
      visit, to: Story.visit(3) { $0.childWords = "jam" }, because: "misheard",
      at: Story.monday
    ).contact
    return (held, child, bruise, amended)
  }

  private func refusal(_ work: () throws -> Void) -> StoreError? {
    do {
      try work()
      return nil
    } catch {
      return error as? StoreError
    }
  }

  /// The next day, by the one who may.
  @discardableResult
  private func approve(_ removal: Removal, in store: any CaseStore) throws -> Removal {
    try store.approve(
      removal.id, by: .secret(account: "nokafor", secret: "nokafor secret"), at: Self.later(1))
  }

  private func propose(
    _ scope: Removal.Scope, of child: Child, in store: any CaseStore
  ) throws -> Removal {
    try store.propose(
      scope, of: child.id, on: .erasure, because: "request 12", at: Story.monday)
  }

  @Test(arguments: Backend.allCases)
  func `nothing is destroyed by one person, by a junior one or without a secret`(
    _ backend: Backend
  ) throws {
    let (held, child, bruise, _) = try makeStore(backend)
    let removal = try propose(.contact(bruise.id), of: child, in: held.store)
    func approving(_ account: String, _ secret: String) -> StoreError? {
      refusal {
        _ = try held.store.approve(
          removal.id, by: .secret(account: account, secret: secret), at: Self.later(1))
      }
    }
    #expect(approving("irowe", "irowe secret") == .impossibleRemoval(.approvedByProposer))
    #expect(approving("phale", "x") == .impossibleRemoval(.tooJunior(.teamManager)))
    #expect(approving("nokafor", "irowe secret") == .impossibleRemoval(.wrongSecret))
    #expect(approving("nobody", "nokafor secret") == .unknownPerson)
    #expect(try held.store.removals() == [removal])
    #expect(try held.store.caseFile(of: child.id).record.contacts().count == 2)
    #expect(approving("nokafor", "nokafor secret") == nil)
    #expect(approving("nokafor", "nokafor secret") == .impossibleRemoval(.alreadyDone))
  }

  @Test(arguments: Backend.allCases)
  func `a contact that is erased is gone, with its flags' words, and its certificate stays`(
    _ backend: Backend
  ) throws {
    let (held, child, bruise, amended) = try makeStore(backend)
    #expect(
      try held.store.flags(includingCleared: false).contains { $0.flag.rule == RuleID("R04") })
    let removal = try propose(.contact(bruise.id), of: child, in: held.store)
    let done = try approve(removal, in: held.store)
    let certificate = try #require(done.certificate)
    #expect(certificate.contacts == 1 && certificate.from == Story.today)
    #expect(certificate.approved.name == "N. Okafor" && done.proposed.name == "I. Rowe")
    #expect(try held.store.removals() == [done])
    let file = try held.store.caseFile(of: child.id)
    #expect(file.record.contacts().map(\.id) == [amended.id])
    #expect(file.record.versions.count == 2, "the other contact keeps what it said before")
    #expect(file.tombstones.map(\.removal) == [done])
    #expect(file.tombstones.first?.date == Story.today)
    #expect(try held.store.search("cheek", limit: 9).isEmpty)
    let flags = try held.store.flags(includingCleared: true)
    for entry in flags where entry.flag.evidence.contains(where: { $0.contact == bruise.id }) {
      #expect(entry.flag.line == Removal.erasedLine)
      #expect(entry.flag.evidence.allSatisfy { $0.agency.sector != .health && $0.kind != .gp })
      #expect(entry.flag.cleared != nil)
    }
    #expect(try held.store.audit(against: []).faults.isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `what a contact said before it was put right goes, and what it says now stays`(
    _ backend: Backend
  ) throws {
    let (held, child, bruise, amended) = try makeStore(backend)
    #expect(
      refusal {
        _ = try propose(.formerVersions(bruise.id, below: 1), of: child, in: held.store)
      } == .impossibleRemoval(.neverAmended))
    let removal = try propose(
      .formerVersions(amended.id, below: 2), of: child, in: held.store)
    _ = try approve(removal, in: held.store)
    let file = try held.store.caseFile(of: child.id)
    #expect(file.record.versions.map(\.version).sorted() == [1, 2])
    #expect(file.record.versions.allSatisfy { $0.facts.childWords != "marmalade" })
    #expect(try held.store.search("jam", limit: 9).count == 1)
    #expect(try held.store.search("marmalade", limit: 9).isEmpty)
    #expect(try held.store.audit(against: []).faults.isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `a whole record goes, and its reference may be given again`(_ backend: Backend) throws {
    let (held, child, _, _) = try makeStore(backend)
    let other = Story.child("C2", name: "Ben Example")
    try held.store.add(other)
    _ = try held.store.record(Story.bruise, child: other.id, at: Story.monday)
    let removal = try propose(.child, of: child, in: held.store)
    let done = try approve(removal, in: held.store)
    #expect(done.certificate?.contacts == 2 && (done.certificate?.flags ?? 0) > 0)
    #expect(try held.store.child(ref: "C1") == nil)
    #expect(refusal { _ = try held.store.caseFile(of: child.id) } == .unknownChild)
    #expect(try held.store.flags(includingCleared: true).allSatisfy { $0.child.ref == "C2" })
    #expect(try held.store.cases(.matching("")).map(\.child.ref) == ["C2"])
    #expect(try held.store.log(after: nil, limit: 9).allSatisfy { $0.child.ref == "C2" })
    try held.store.add(Story.child("C1"))
    #expect(try held.store.audit(against: []).faults.isEmpty)
  }

  @Test(arguments: Backend.allCases)
  func `a hold on the child or on everything stands in the way, and until it is lifted only`(
    _ backend: Backend
  ) throws {
    let (held, child, bruise, _) = try makeStore(backend)
    let removal = try propose(.contact(bruise.id), of: child, in: held.store)
    for subject in [child.id, nil] {
      let hold = try held.store.hold(
        subject, because: "an inquiry", at: Self.later(1))
      for work in [
        { _ = try propose(.child, of: child, in: held.store) },
        {
          _ = try approve(removal, in: held.store)
        },
      ] {
        #expect(refusal(work) == .impossibleRemoval(.held))
      }
      func lifting(_ account: String, _ secret: String) -> StoreError? {
        refusal {
          try held.store.lift(
            hold.id, because: "it ended", by: .secret(account: account, secret: secret),
            at: Self.later(2))
        }
      }
      #expect(lifting("irowe", "irowe secret") == .impossibleRemoval(.liftedByProposer))
      #expect(lifting("phale", "x") == .impossibleRemoval(.tooJunior(.teamManager)))
      #expect(lifting("nokafor", "irowe secret") == .impossibleRemoval(.wrongSecret))
      #expect(lifting("nokafor", "nokafor secret") == nil)
      #expect(lifting("nokafor", "nokafor secret") == .impossibleRemoval(.unknownHold))
    }
    #expect(try held.store.holds().map(\.lifted?.because) == ["it ended", "it ended"])
    let stranger = try #require(Identifier(text: "00000000-0000-0000-0000-000000000009"))
    #expect(
      refusal {
        _ = try held.store.hold(stranger, because: "x", at: Self.later(1))
      } == .unknownChild)
  }

  @Test(arguments: Backend.allCases)
  func `what is erased by one removal and recorded anew does not pass for what was proposed`(
    _ backend: Backend
  ) throws {
    let (held, child, bruise, _) = try makeStore(backend)
    let whole = try propose(.child, of: child, in: held.store)
    let one = try propose(.contact(bruise.id), of: child, in: held.store)
    _ = try approve(one, in: held.store)
    _ = try held.store.record(
      Story.visit(0) { $0.childWords = "a disclosure" }, child: child.id,
      at: Self.later(1))
    #expect(
      refusal {
        _ = try approve(whole, in: held.store)
      } == .impossibleRemoval(.changedSince))
  }

  @Test(arguments: Backend.allCases)
  func `what is not due when it is approved stays, whatever was said when it was proposed`(
    _ backend: Backend
  ) throws {
    let (held, child, _, _) = try makeStore(backend)
    let until = Story.today.adding(days: 400)
    let keeping = Keeping(kind: .childInNeed, until: until, source: "a schedule")
    func proposing(_ days: Int) throws -> Removal {
      try held.store.propose(
        .child, of: child.id, on: .retention(keeping), because: "reviewed", at: Self.later(days))
    }
    #expect(refusal { _ = try proposing(399) } == .impossibleRemoval(.notDue(until)))
    let removal = try proposing(400)
    func approving(_ days: Int) -> StoreError? {
      refusal {
        _ = try held.store.approve(
          removal.id, by: .secret(account: "nokafor", secret: "nokafor secret"),
          at: Self.later(days))
      }
    }
    #expect(approving(399) == .impossibleRemoval(.notDue(until)))
    #expect(approving(400) == nil)
  }

  @Test(arguments: Backend.allCases)
  func `a form that was open when its contact was erased brings nothing back`(
    _ backend: Backend
  ) throws {
    let (held, child, _, amended) = try makeStore(backend)
    let draft = Draft(
      key: Draft.Key(.amendment, amended.id), child: child.id, keptAt: Story.monday,
      fields: [Draft.Field("child_words", "jam")])
    try held.store.saveDraft(draft)
    let removal = try propose(.contact(amended.id), of: child, in: held.store)
    _ = try approve(removal, in: held.store)
    #expect(try held.store.drafts().isEmpty)
    #expect(refusal { try held.store.saveDraft(draft) } == .unknownContact)
  }

  @Test(arguments: Backend.allCases)
  func `what was changed after it was proposed is looked at again`(_ backend: Backend) throws {
    let (held, child, bruise, _) = try makeStore(backend)
    let removal = try propose(.contact(bruise.id), of: child, in: held.store)
    _ = try held.store.record(
      Story.visit(1), child: child.id, at: Story.monday)
    #expect(
      refusal {
        _ = try approve(removal, in: held.store)
      } == .impossibleRemoval(.changedSince))
  }

  @Test(arguments: Backend.allCases)
  func `what was refused is not approved, and whoever proposed it may take it back`(
    _ backend: Backend
  ) throws {
    let (held, child, bruise, _) = try makeStore(backend)
    func refusing(_ removal: Removal, _ account: String) -> StoreError? {
      refusal {
        _ = try held.store(as: account).refuse(
          removal.id, because: "it is evidence", at: Self.later(1))
      }
    }
    let removal = try propose(.contact(bruise.id), of: child, in: held.store)
    let other = try propose(.child, of: child, in: held.store)
    #expect(refusing(removal, "phale") == .impossibleRemoval(.tooJunior(.teamManager)))
    #expect(refusing(removal, "nobody") == .unknownPerson)
    #expect(refusing(removal, "nokafor") == nil)
    #expect(refusing(removal, "irowe") == .impossibleRemoval(.refused))
    #expect(refusing(other, "irowe") == nil, "their own")
    #expect(
      refusal {
        _ = try approve(removal, in: held.store)
      } == .impossibleRemoval(.refused))
    let listed = try held.store.removals()
    #expect(listed.map(\.refusal?.refused.name) == ["N. Okafor", "I. Rowe"])
    #expect(listed.allSatisfy { $0.refusal?.because == "it is evidence" && !$0.isOpen })
    #expect(try held.store.caseFile(of: child.id).tombstones.isEmpty)
    let anew = try propose(.contact(bruise.id), of: child, in: held.store)
    _ = try approve(anew, in: held.store)
    #expect(refusing(anew, "nokafor") == .impossibleRemoval(.alreadyDone))
    #expect(try held.store.audit(against: []).faults.isEmpty)
  }
}
