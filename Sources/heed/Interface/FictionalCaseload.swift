import BundledResources
import Exchange
import Records
import Storage
import StorageMemory

/// The invented children that `heed demo` shows and that screens are tested on.
///
/// Its days are counted back from today, so that it looks the same next year. Each contact is taken
/// to have been recorded on the day it happened, so that flags show their true first days.
enum FictionalCaseload {
  /// The demo's user: a team manager who also carries cases.
  static let me = Person(
    id: Identifier(high: 0, low: 1), name: "I. Rowe", role: .teamManager,
    agency: Agency(.socialCare), account: Environment.account)

  /// A store of it in memory, as it stands at a moment.
  static func store(at now: Instant) throws -> any CaseStore {
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
    let files = records.map { record in
      CaseFile(
        record: record, summary: CaseSummary(Chronology(child: record.child, contacts: [])),
        flags: [], siblings: [])
    }
    return MemoryStore(recalling: files, asOf: now, judge: Judgement.judge)
  }
}

extension ContactRow {
  fileprivate func child(id: Identifier) -> Child {
    Child(
      id: id, ref: childRef ?? "", name: childName, dateOfBirth: dateOfBirth,
      household: household, worker: worker)
  }
}
