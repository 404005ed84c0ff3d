/// One thing that goes on over time, with every fact recorded of it: a condition from its first day
/// to its end, an adult from the first sighting to the assessment.
package struct Matter: Hashable, Sendable, Identifiable {
  package let kind: FactKind
  /// In the order in which they happened; never empty.
  package private(set) var records: [FactRecord]
  /// The values of all the facts together; a later one overrides an earlier.
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

  /// The day by which something is still to be done; nil once it is, or where no day was set.
  ///
  /// For a plan it is the next review, until that is held.
  package var owedBy: CalendarDate? {
    guard !isClosed, !isInError else { return nil }
    let review = records.last { $0.fact.step.name == "reviewed" || $0.fact.day(.reviewDue) != nil }
    return fact.day(.due) ?? review?.fact.day(.reviewDue)
  }

  /// The records in order, each correction in the place of the record it corrects.
  package var mended: [FactRecord] {
    var mended: [FactRecord] = []
    // Merges every chain of corrections in the place of its first record.
    var places: [Identifier: Int] = [:]
    for record in records {
      if let place = record.corrects.flatMap({ places[$0] }) {
        mended[place] = record.completed(by: mended[place])
        places[record.id] = place
      } else {
        places[record.id] = mended.count
        mended.append(record)
      }
    }
    return mended
  }

  /// Whether `next` is about this matter: it has the same kind and key, and does not open another after an
  /// end or an error.
  package func isContinued(by next: Fact) -> Bool {
    isNamed(by: next) && !((isClosed || isInError) && next.step.opens)
  }

  /// The same for a record; one made before the error was noticed is still part of this matter.
  private func isContinued(by record: FactRecord) -> Bool {
    if let corrected = record.corrects { return records.contains { $0.id == corrected } }
    let error = records.first { $0.fact.text(.inError) != nil }
    let isOver = isClosed || error.map { $0.id < record.id } == true
    return isNamed(by: record.fact) && !(isOver && record.fact.step.opens)
  }

  private func isNamed(by next: Fact) -> Bool {
    next.kind == kind && !kind.key.isEmpty && Matter.key(next) == Matter.key(fact)
  }

  /// What the facts said together by the end of a day.
  package func fact(on day: CalendarDate) -> Fact {
    records.filter { $0.date <= day }.dropFirst().reduce(records[0].fact) {
      $1.fact.completed(by: $0)
    }
  }

  package mutating func add(_ record: FactRecord) {
    records.append(record)
    fact = record.fact.completed(by: fact)
  }

  /// The key fields, folded: case, accents and punctuation don't tell matters apart.
  private static func key(_ fact: Fact) -> [String] {
    fact.kind.key.map { folded(fact.values[$0]?.written ?? "") }
  }

  /// The matters that `records` make up, in the order in which they began, those entered in error included.
  package static func matters(in records: [FactRecord]) -> [Matter] {
    var matters: [Matter] = []
    for record in inOrder(records) {
      if let index = matters.lastIndex(where: { $0.isContinued(by: record) }) {
        matters[index].add(record)
      } else {
        matters.append(Matter(record))
      }
    }
    return matters
  }

  /// `records` in the order in which they happened, but a correction never before what it corrects.
  private static func inOrder(_ records: [FactRecord]) -> [FactRecord] {
    var days: [Identifier: CalendarDate] = [:]
    for record in records.sorted(by: { $0.id < $1.id }) {
      days[record.id] = max(record.corrects.flatMap { days[$0] } ?? record.date, record.date)
    }
    return records.sorted {
      (days[$0.id] ?? $0.date, $0.id) < (days[$1.id] ?? $1.date, $1.id)
    }
  }
}

extension Matter: Dated {}
