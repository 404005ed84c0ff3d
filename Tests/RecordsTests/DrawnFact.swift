import BundledResources
import Records
import Testing

/// Today in every test of facts, a Monday.
let today = CalendarDate(dayNumber: 20_605)  // 2026-06-01

extension FactField {
  /// Values that the field takes, as text: each word of a list, each end of a range.
  var samples: [String] {
    switch kind {
    case .text: ["some words", "Ash; Rowe", "Żaneta says \"no\""]
    case .day: ["2026-05-27", "2028-02-29"]
    case .time: ["00:00", "23:59"]
    case .yesNo: ["yes", "no"]
    case .number(let range): [String(range.lowerBound), String(range.upperBound)]
    case .word(let words): words
    }
  }
}

extension FactKind {
  /// A text for every field, the n-th sample of each.
  func texts(_ index: Int = 0) -> [String: String] {
    fields.reduce(into: [:]) { texts, field in
      let samples = field.samples
      texts[field.name] = samples[index % samples.count]
    }
  }

  /// The texts that a step can't do without.
  func neededTexts(_ step: FactStep) -> [String: String] {
    (key + step.required).reduce(into: [:]) { $0[$1.name] = $1.samples[0] }
  }
}

/// Facts of one child in the order of recording.
struct DrawnFacts {
  private var mint = IdentifierMint()
  private(set) var records: [FactRecord] = []

  /// Records a fact so many days before or after today; returns what may be corrected.
  @discardableResult
  mutating func add(
    _ kind: FactKind, _ step: String, _ day: Int, corrects: Identifier? = nil,
    _ texts: [String: String]
  ) throws -> FactRecord {
    let fact = try Fact(kind: kind, step: step, on: today.adding(days: day), texts: texts)
    return add(fact, corrects: corrects)
  }

  @discardableResult
  mutating func add(_ fact: Fact, corrects: Identifier? = nil) -> FactRecord {
    let record = FactRecord(
      id: mint.next(at: Instant(seconds: 0)), child: Identifier(high: 1, low: 1),
      corrects: corrects, recordedAt: Instant(endOf: today), recordedBy: "drawn", fact: fact)
    records.append(record)
    return record
  }

  var matters: [Matter] { Matter.matters(in: records) }

  /// What the rules read.
  var chronology: Chronology {
    let child = Child(id: Identifier(high: 1, low: 1), ref: "C1", name: "Ada Example")
    return Chronology(child: child, contacts: [], facts: records)
  }
}
