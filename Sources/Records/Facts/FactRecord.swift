/// A fact as it was recorded: by whom, when, and beside which contact.
///
/// It is never overwritten: a change is recorded as a further fact of the same matter.
package struct FactRecord: Hashable, Sendable, Identifiable {
  package let id: Identifier
  package let child: Identifier
  /// The contact in whose form it was entered; nil when it was entered by itself.
  package let contact: Identifier?
  /// The earlier record of the same matter that this one corrects, where the kind has no key to match them
  /// by.
  package let corrects: Identifier?
  package let recordedAt: Instant
  package let recordedBy: String
  package let fact: Fact

  package init(
    id: Identifier, child: Identifier, contact: Identifier? = nil, corrects: Identifier? = nil,
    recordedAt: Instant, recordedBy: String, fact: Fact
  ) {
    self.id = id
    self.child = child
    self.contact = contact
    self.corrects = corrects
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.fact = fact
  }

  package var date: CalendarDate { fact.day }

  /// This record, with what it leaves out filled in from `mended`, the one that it corrects.
  func completed(by mended: FactRecord) -> FactRecord {
    FactRecord(
      id: id, child: child, contact: contact ?? mended.contact, corrects: corrects,
      recordedAt: recordedAt, recordedBy: recordedBy, fact: fact.completed(by: mended.fact))
  }

  /// The record as if it had been made at a moment, and what it says had happened by a day.
  func recorded(at moment: Instant, by day: CalendarDate) -> FactRecord {
    var fact = fact
    fact.day = min(fact.day, day)
    return FactRecord(
      id: id, child: child, contact: contact, corrects: corrects, recordedAt: moment,
      recordedBy: recordedBy, fact: fact)
  }

  /// The first day on which it could be known: the day it happened or the day it was typed, whichever is
  /// later.
  package var knownOn: CalendarDate { max(fact.day, recordedAt.londonDay) }

  /// What it says on one line of a chronology: its kind, what happened, and each field that is filled.
  package var words: [String] {
    let texts = fact.texts.filter { $0.field != .inError }
      .map { fact.kind.key.contains($0.field) ? $0.text : "\($0.field.label): \($0.text)" }
    let error = fact.text(.inError) == nil ? [] : ["entered in error"]
    return ["\(fact.kind.title): \(fact.step.name)"] + texts + error
  }

  /// By the day it happened, then in the order of recording.
  package static func chronological(_ left: Self, _ right: Self) -> Bool {
    (left.date, left.id) < (right.date, right.id)
  }
}

extension FactRecord: Dated {}

extension Evidence {
  /// A fact as evidence: its own id and day, and the kind of contact that it most resembles.
  package init(_ record: FactRecord) {
    let agency = record.fact.text(.agency) ?? record.fact.text(.askedBy)
    let sector = agency.flatMap { Sector(rawValue: $0.lowercased()) }
    self.init(
      contact: record.id, date: record.date,
      agency: sector.map { Agency($0) } ?? agency.map { Agency(.other, name: $0) }
        ?? Agency(.socialCare),
      kind: record.fact.contactKind)
  }
}

extension Fact {
  fileprivate var contactKind: ContactKind {
    switch kind {
    case .supervision: .supervision
    case .meeting:
      switch text(.meeting) {
      case "strategy discussion": .strategyDiscussion
      case "initial conference", "review conference": .caseConference
      case "core group": .coreGroup
      default: .other
      }
    default: .other
    }
  }
}
