package import Records
package import Secrets
package import Storage
package import StorageCore

/// The rows of one transaction on a store in memory: a copy of its contents, which replaces them once the
/// transaction is over.
package final class MemoryRows: CaseRows {
  var contents: Contents

  init(_ contents: Contents) {
    self.contents = contents
  }

  package func people() -> [Person] { contents.people.sorted { $0.id < $1.id } }

  package func person(of account: String) -> Person? {
    contents.people.first { $0.account == account }
  }

  package func insert(_ person: Person) { contents.people.append(person) }

  package func secret(of person: Identifier) -> SealedSecret? { contents.secrets[person] }

  package func insert(_ secret: SealedSecret, of person: Identifier, at moment: Instant) {
    contents.secrets[person] = secret
  }

  package func children() -> [Identifier] { contents.order.sorted() }

  package func child(ref: String) -> Identifier? { contents.refs[ref] }

  package func contains(child: Identifier) -> Bool { contents.cases[child] != nil }

  package func insert(_ child: Child) { contents.insert(child) }

  package func update(_ child: Child, at moment: Instant) {
    contents.cases[child.id]?.record.change(to: child, at: moment)
  }

  package func formerRows(of child: Identifier) -> [CaseRecord.FormerRow] {
    contents.cases[child]?.record.formerRows ?? []
  }

  package func loadedCase(of child: Identifier) -> LoadedCase? {
    contents.cases[child].map { LoadedCase(record: $0.record, evaluation: $0.lastEvaluation) }
  }

  package func contains(contact: Identifier) -> Bool {
    contents.cases.values.contains { $0.record.versions.contains { $0.id == contact } }
  }

  package func insert(_ contact: Contact) {
    contents.cases[contact.child]?.record.versions.append(contact)
  }

  package func insert(_ fact: FactRecord) {
    contents.cases[fact.child]?.record.facts.append(fact)
  }

  package func flag(_ flag: Identifier) -> Flag? {
    contents.place(of: flag).flatMap { contents.cases[$0.child]?.flags[$0.index] }
  }

  package func flags(of child: Identifier) -> [Flag] { contents.cases[child]?.flags ?? [] }

  package func save(_ flag: Flag) { contents.save(flag) }

  package func save(_ evaluation: Evaluation, of child: Identifier) {
    contents.cases[child]?.evaluation = evaluation
  }

  package func insert(_ since: CorrectedTime, of child: Identifier) {
    contents.cases[child]?.record.correctedTimes.append(since)
  }

  package func dueCases(
    _ due: DueCases, limit: Int
  ) -> (children: [Identifier], count: Int) {
    let children = contents.order.filter { child in
      contents.cases[child]?.evaluation.map(due.includes) ?? false
    }
    return (Array(children.prefix(limit)), children.count)
  }

  /// The answer before is stored as it ended, signed or broken open.
  package func insert(_ answer: Answer) {
    guard let place = contents.place(of: answer.flag) else { return }
    if let before = contents.cases[place.child]?.flags[place.index].answer {
      contents.keep(before)
    }
    contents.keep(answer)
    contents.cases[place.child]?.flags[place.index].answer = answer
  }

  package func insert(_ signature: Answer.Signature, of answer: Identifier) {
    for (child, held) in contents.cases {
      guard let index = held.flags.firstIndex(where: { $0.answer?.id == answer }) else { continue }
      contents.cases[child]?.flags[index].answer?.signature = signature
    }
  }

  package func save(_ draft: Draft, of account: String) {
    contents.drafts[OwnDraft(draft.key, of: account)] = draft
  }

  package func remove(_ draft: OwnDraft) { contents.drafts[draft] = nil }

  package func drafts(of account: String) -> [UnfinishedForm] {
    contents.drafts.filter { $0.key.account == account }.values
      .sorted { ($1.keptAt, $0.key.subject) < ($0.keptAt, $1.key.subject) }
      .compactMap { draft in
        contents.cases[draft.child].map { UnfinishedForm(draft: draft, child: $0.record.child) }
      }
  }

  package func legalHolds() -> [LegalHold] { contents.holds }

  package func insert(_ hold: LegalHold) { contents.holds.append(hold) }

  package func insert(_ lifting: LegalHold.Lifting, of hold: Identifier) {
    guard let index = contents.holds.firstIndex(where: { $0.id == hold }) else { return }
    contents.holds[index].lifted = lifting
  }

  package func removals() -> [Removal] { contents.removals }

  package func insert(_ removal: Removal) { contents.removals.append(removal) }

  package func insert(_ refusal: Removal.Refusal, of removal: Removal) {
    guard let index = contents.removals.firstIndex(where: { $0.id == removal.id }) else { return }
    contents.removals[index].refusal = refusal
  }

  package func destroy(
    _ removal: Removal, of record: CaseRecord, approvedBy signature: Answer.Signature
  ) -> Removal.Certificate {
    contents.destroy(removal, of: record, approvedBy: signature)
  }

  package func rulebooks() -> [AdoptedRulebook] { contents.rulebooks }

  package func insert(_ rulebook: AdoptedRulebook) { contents.rulebooks.append(rulebook) }
}
