import BundledResources
import Exchange
import Flags
package import Records
package import Storage
package import StorageMemory

/// The invented children that `heed demo` shows and that screens are tested on.
///
/// Its days are counted back from today, so that it looks the same next year. Each contact counts as
/// recorded on the day it happened, so that flags show their true first days.
package struct FictionalCaseload: Sendable {
  /// Its user: a team manager who also carries cases.
  package let me: Person

  /// The caseload for somebody who uses it under `account`.
  package init(account: String) {
    me = Person(
      id: Identifier(high: 0, low: 1), name: "I. Rowe", role: .teamManager,
      agency: Agency(.socialCare), account: account)
  }

  /// The colleague who has answered some of its flags.
  private static let colleague = Person(
    id: Identifier(high: 0, low: 2), name: "N. Okafor", role: .socialWorker,
    agency: Agency(.socialCare), account: "nokafor")

  private static let calendar = BundledResources.workingCalendar

  /// Returns a store of the caseload in memory, as it is at `now`; `committing` may refuse what is saved there.
  /// - Throws: why the file of it can't be read, or what `committing` throws.
  package func store(
    at now: Instant, committing: @escaping MemoryStore.Committing = {}
  ) throws -> any CaseStore {
    let judge = Evaluator(
      parameters: Parameters(calendar: FictionalCaseload.calendar)
    ).judge
    let files = try FictionalCaseload.records(at: now).map { record in
      CaseFile(
        record: record, summary: CaseSummary(ofNothingAbout: record.child),
        flags: [], siblings: [])
    }
    let store = try MemoryStore(
      recalling: files, as: Actor(account: me.account), asOf: now, judge: judge,
      committing: committing)
    let colleagues = MemoryStore(
      sharing: store, as: Actor(account: FictionalCaseload.colleague.account))
    try answer(in: store, as: colleagues, at: now)
    return store
  }

  /// The children's records, each contact recorded as it happened.
  private static func records(at now: Instant) throws -> [CaseRecord] {
    var options = ContactsFile.Options()
    options.countsDaysFrom = now.londonDay
    var file = try ContactsFile(
      CSVReader(text: BundledResources.fictionalCaseload), options: options)
    var mint = IdentifierMint()
    var records: [CaseRecord] = []
    var places: [String: Int] = [:]
    while case .row(let row, _)? = try file.next() {
      let moment = Instant(london: row.facts.date, row.facts.time ?? .midnight)
      let ref = row.childRef ?? ""
      let place = places[ref] ?? records.count
      if place == records.count {
        records.append(CaseRecord(child: row.child(id: mint.next(at: moment)), versions: []))
        places[ref] = place
      }
      records[place].versions.append(
        Contact(
          id: mint.next(at: moment), child: records[place].child.id, recordedAt: moment,
          recordedBy: row.facts.professional ?? "front door", facts: row.facts))
    }
    return records
  }

  /// Saves what the team has answered by now: promises for the week, and a decision that awaits its signature.
  private func answer(
    in store: any CaseStore, as colleagues: any CaseStore, at now: Instant
  ) throws {
    let colleague = FictionalCaseload.colleague
    try store.add(me)
    try store.add(colleague)
    let yesterday = now.adding(seconds: -86_400)
    let soon = FictionalCaseload.calendar.day(2, workingDaysAfter: now.londonDay)
    for entry in try store.flags(includingCleared: false) {
      let decision: Answer.Decision
      switch entry.child.ref {
      case "C0265", "C0371", "C0297":
        decision = .escalate(
          Answer.Escalate(
            rung: .strategyDiscussion, owner: colleague.name, due: soon,
            because: "asked for on the telephone, a time is being found"))
      case "C0344" where entry.flag.rule != .flagUnanswered:
        decision = .decide(
          Answer.Decide(
            reason: .anotherAgencyLeads,
            because: "the youth service meets her twice a week and rang on Friday",
            wouldChange: "a week in which nobody there has seen her",
            reviewBy: now.londonDay))
      default: continue
      }
      if entry.flag.rule.isAboutAnswers { continue }
      _ = try colleagues.answer(entry.id, decision, at: yesterday)
    }
  }
}

extension ContactRow {
  fileprivate func child(id: Identifier) -> Child {
    Child(
      id: id, ref: childRef ?? "", name: childName, dateOfBirth: dateOfBirth,
      household: household, worker: worker)
  }
}
