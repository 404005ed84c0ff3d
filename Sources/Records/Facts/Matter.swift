/// One thing that goes on over time, with every fact recorded of it: a condition from its first day
/// to its end, an adult from the first sighting to the assessment.
package struct Matter: Hashable, Sendable, Identifiable {
  package let kind: FactKind
  /// In the order in which they happened; never empty.
  package private(set) var records: [FactRecord]
  /// What the facts say together, a later one over an earlier.
  package private(set) var fact: Fact

  package init(_ record: FactRecord) {
    kind = record.fact.kind
    records = [record]
    fact = record.fact
  }

  package var id: Identifier { records[0].id }
  /// The day on which it began.
  package var date: CalendarDate { records[0].date }
  package var last: FactRecord { records[records.count - 1] }
  package var isClosed: Bool { records.contains { $0.fact.step.closes } }
  package var isInError: Bool { fact.text(.inError) != nil }

  /// The first fact of a step; nil when that never happened.
  package func first(_ step: String) -> FactRecord? {
    records.first { $0.fact.step.name == step }
  }

  package func latest(_ step: String) -> FactRecord? {
    records.last { $0.fact.step.name == step }
  }

  /// Whether a fact is about this matter: the same kind and key, and not a beginning anew after an
  /// end.
  package func isContinued(by next: Fact) -> Bool {
    guard next.kind == kind, !kind.key.isEmpty, Matter.key(next) == Matter.key(fact) else {
      return false
    }
    return !(isClosed && next.step.opens)
  }

  private func isContinued(by record: FactRecord) -> Bool {
    if let corrected = record.corrects { return records.contains { $0.id == corrected } }
    return isContinued(by: record.fact)
  }

  package mutating func add(_ record: FactRecord) {
    records.append(record)
    fact = record.fact.completed(by: fact)
  }

  /// The key fields as people mean them: case, accents and punctuation don't tell matters apart.
  private static func key(_ fact: Fact) -> [String] {
    fact.kind.key.map { folded(fact.values[$0]?.written ?? "") }
  }

  /// The matters that facts tell of, in the order in which they began; without those entered in
  /// error.
  package static func matters(in records: [FactRecord]) -> [Matter] {
    var matters: [Matter] = []
    for record in records.sorted(by: FactRecord.chronological) {
      if let index = matters.lastIndex(where: { $0.isContinued(by: record) }) {
        matters[index].add(record)
      } else {
        matters.append(Matter(record))
      }
    }
    return matters
  }
}

extension Matter: Dated {}
