/// What happened to a matter on a day, as one person recorded it.
package struct Fact: Hashable, Sendable {
  package let kind: FactKind
  package let step: FactStep
  /// The day on which it happened, which may lie before the day on which it was recorded.
  package internal(set) var day: CalendarDate
  package private(set) var values: [FactField: FactValue]

  package init(
    _ kind: FactKind, _ step: FactStep, on day: CalendarDate, values: [FactField: FactValue]
  ) {
    self.kind = kind
    self.step = step
    self.day = day
    self.values = values
  }

  package func text(_ field: FactField) -> String? {
    if case .text(let text) = values[field] { text } else { nil }
  }

  package func day(_ field: FactField) -> CalendarDate? {
    if case .day(let day) = values[field] { day } else { nil }
  }

  package func time(_ field: FactField) -> TimeOfDay? {
    if case .time(let time) = values[field] { time } else { nil }
  }

  package func number(_ field: FactField) -> Int? {
    if case .number(let number) = values[field] { number } else { nil }
  }

  package func says(_ field: FactField) -> Bool? {
    if case .yes(let isYes) = values[field] { isYes } else { nil }
  }

  /// The agencies of a field that lists them with semicolons between.
  package func list(_ field: FactField) -> [String] {
    (text(field) ?? "").split(separator: ";").map { trimmed($0) }.filter { !$0.isEmpty }
  }

  /// This fact, with the values that it lacks filled in from an `earlier` one of the same matter.
  package func completed(by earlier: Fact) -> Fact {
    var fact = self
    fact.values.merge(earlier.values) { mine, _ in mine }
    return fact
  }
}

// MARK: From text, once

extension Fact {
  /// Reads a fact from texts by field name, as a command, a file or the store writes them.
  ///
  /// `step` may be left out where a kind has only one; days are ISO 8601.
  /// - Throws: the first `FactFault`.
  package init(
    kind: FactKind, step name: String?, on day: CalendarDate, texts: [String: String]
  ) throws(FactFault) {
    let named = name.flatMap { kind.step($0) }
    guard let step = named ?? (name == nil && kind.steps.count == 1 ? kind.steps[0] : nil) else {
      throw .unknownStep(kind)
    }
    var values: [FactField: FactValue] = [:]
    for (name, text) in texts.sorted(by: { $0.key < $1.key }) where !trimmed(text).isEmpty {
      guard let field = kind.field(name) else { throw .unknownField(name, kind) }
      values[field] = try field.read(text)
    }
    for field in kind.key + step.required where values[field] == nil { throw .missing(field) }
    self.init(kind, step, on: day, values: values)
  }

  /// The texts that `init(kind:step:on:texts:)` reads back, in the order of the kind's fields.
  package var texts: [(field: FactField, text: String)] {
    kind.fields.compactMap { field in values[field].map { (field, $0.written) } }
  }
}

// MARK: What can't be

extension Fact {
  /// Checks a fact against the child, the day and what is known of its matter.
  ///
  /// Forms, commands, imports and stores all call this, so that none accepts what another refuses.
  /// - Throws: the first thing that can't be true.
  package func check(
    of child: Child, today: CalendarDate, beside matters: [Matter], calendar: WorkingCalendar,
    isCorrection: Bool = false
  ) throws(FactFault) {
    guard day <= today else { throw .inFuture }
    // 40 weeks: an unborn child has a record too, but no injury.
    let earliest = child.dateOfBirth.map { kind == .injury ? $0 : $0.adding(days: -280) }
    if let earliest, day < earliest { throw .beforeBirth(nil) }
    for field in kind.fields {
      guard let value = day(field) else { continue }
      if let earliest, value < earliest { throw .beforeBirth(field) }
      if field.isLater, value < start(in: matters) { throw .endsBeforeStart(field) }
    }
    if let review = day(.reviewBy) {
      let latest = calendar.day(calendar.answerTimes.reviewDays, workingDaysAfter: today)
      guard review <= latest else { throw .reviewTooLate(.reviewBy, latest: latest) }
    }
    let isKnown = matters.contains { $0.isContinued(by: self) }
    if !isCorrection, !kind.key.isEmpty, !step.opens, !isKnown { throw .nothingToContinue(kind) }
  }

  private func start(in matters: [Matter]) -> CalendarDate {
    if step.opens { return day }
    return matters.last { $0.isContinued(by: self) }?.date ?? day
  }
}

extension FactField {
  /// A day that can't lie before the matter began.
  fileprivate var isLater: Bool { FactField.laterDays.contains(self) }

  private static let laterDays: Set<FactField> = [
    .ends, .due, .reviewBy, .reviewDue, .nextSighting,
  ]
}
