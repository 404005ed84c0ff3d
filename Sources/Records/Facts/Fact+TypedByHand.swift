// Facts as people type them: days as `thu` or `+2wd`, `y` for yes, the beginning of a word.

extension FactField {
  /// Reads `text` as a person types it.
  ///
  /// - Throws: `notAllowed` when it is not a value of this field's kind.
  package func read(
    typed text: String, today: CalendarDate, calendar: WorkingCalendar
  ) throws(FactFault) -> FactValue {
    let text = trimmed(text)
    switch kind {
    case .day:
      let leaning: CalendarDate.Leaning = isAhead ? .future : .past
      do throws(DateTypingError) {
        return .day(
          try CalendarDate(typed: text, today: today, leaning: leaning, calendar: calendar))
      } catch {
        throw .notAllowed(self)
      }
    case .yesNo:
      switch text.lowercased() {
      case "y", "yes": return .yes(true)
      case "n", "no": return .yes(false)
      default: throw .notAllowed(self)
      }
    case .word(let words): return .text(try word(text, of: words))
    case .text, .time, .number: return try read(text)
    }
  }

  /// The word of `words` that `text` spells out, or the only one that begins with it.
  private func word(_ text: String, of words: [String]) throws(FactFault) -> String {
    let typed = text.lowercased()
    if let word = words.first(where: { $0.lowercased() == typed }) { return word }
    let beginning = words.filter { $0.lowercased().hasPrefix(typed) }
    guard !typed.isEmpty, beginning.count == 1 else { throw .notAllowed(self) }
    return beginning[0]
  }

  /// A day that is usually still to come.
  private var isAhead: Bool {
    [.ends, .due, .reviewBy, .reviewDue, .nextSighting, .plannedFor].contains(self)
  }
}

extension Fact {
  /// Reads a fact from texts as people type them, by field name; blank ones are skipped.
  ///
  /// - Throws: the first `FactFault`.
  package init(
    kind: FactKind, step name: String?, on day: CalendarDate, typed: [String: String],
    today: CalendarDate, calendar: WorkingCalendar
  ) throws(FactFault) {
    var texts: [String: String] = [:]
    for (name, text) in typed.sorted(by: { $0.key < $1.key }) where !trimmed(text).isEmpty {
      guard let field = kind.field(name) else { throw .unknownField(name, kind) }
      texts[name] = try field.read(typed: text, today: today, calendar: calendar).written
    }
    try self.init(kind: kind, step: name, on: day, texts: texts)
  }
}
