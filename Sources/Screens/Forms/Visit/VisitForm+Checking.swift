internal import Records

extension VisitForm {
  /// Returns the facts as they would be saved, nil without a day, agency or kind, and the problem of each field.
  func check(_ now: Instant) -> (facts: ContactFacts?, problems: [VisitField: String]) {
    var problems: [VisitField: String] = [:]
    var facts: ContactFacts?
    do throws(DateTypingError) {
      let when = try readWhen()
      problems[.when] = problem(with: when, now: now)
      facts = self.facts(when)
    } catch {
      problems[.when] =
        form.fact(.when) == nil
        ? "When: type the day of the visit, such as today, yest 14:30 or 14/11."
        : error.sentence(field: "When", example: "yest 14:30, thu or 14/11")
    }
    if form.chosen(.agency, of: agencies) == nil {
      problems[.agency] = "Agency: choose whose contact it was."
    }
    problems.merge(problemsWithSight) { first, _ in first }
    problems.merge(problemsWithMarks()) { first, _ in first }
    if original != nil, !form.says(.because) {
      problems[.because] = "Amended because: say why it is changed."
    }
    return (facts, problems)
  }

  private func problem(with when: TypedWhen, now: Instant) -> String? {
    let (today, time) = now.london
    if let typed = when.time, when.day == today, typed > time {
      return "When: it is only \(time) now. Type the time of the visit."
    }
    if when.day > today {
      return "When: that day is still to come. Type today or a day before."
    }
    if let birth = child.dateOfBirth, when.day < birth, when.day != original?.date {
      return """
        When: that is before \(child.calledInForm) was born, on \(birth.shortWithYear). \
        Type a later day.
        """
    }
    // Nobody in care today was visited earlier; the same bound as for a file.
    return when.day.parts.year < 1900
      ? "When: that is before 1900. Type the year of the visit." : nil
  }

  private var problemsWithSight: [VisitField: String] {
    let seen = observed(.seen)
    let kind = form.chosen(.kind, of: ContactKind.allCases)
    // Whoever amends a contact that never said so may not know.
    let wasOpen = original?.facts.leavesSeenOpen == true
    if seen == nil, kind?.asksWhetherSeen == true, !wasOpen {
      return [.seen: "Seen: say yes, no or unknown."]
    }
    if observed(.seenAlone) == .yes, seen != .yes {
      return [.seenAlone: "Seen alone says yes but Seen does not. Change one of them."]
    }
    return [:]
  }

  private func problemsWithMarks() -> [VisitField: String] {
    guard let typed = form.lineFact(.injuryCount) else { return [:] }
    guard let count = VisitForm.count(typed) else {
      return [.injuryCount: "How many marks: type a number from 0 to 999, or nothing."]
    }
    if let problem = problemWithCount(count) { return [.injuryCount: problem] }
    guard count > 0, form.fact(.injuries) == nil else { return [:] }
    return [
      .injuries:
        "Injuries: say where \(count == 1 ? "the mark is" : "the \(count) marks are"): bruise to left ear."
    ]
  }

  private static func count(_ text: String) -> Int? {
    guard text.utf8.count <= 3, text.utf8.allSatisfy({ (48...57).contains($0) }) else { return nil }
    return Int(text)
  }

  private func facts(_ when: TypedWhen) -> ContactFacts? {
    guard let agency = form.chosen(.agency, of: agencies),
      let kind = form.chosen(.kind, of: ContactKind.allCases)
    else { return nil }
    // What the form does not show stays as it was: plan, role, source, the sender's reference.
    var facts = original?.facts ?? ContactFacts(date: when.day, agency: agency, kind: kind)
    if facts.date != when.day { facts.precision = nil }
    (facts.date, facts.agency, facts.kind) = (when.day, agency, kind)
    facts.time = when.time
    for row in form.rows {
      if let column = row.name.column { write(row, to: column, of: &facts) }
    }
    if original == nil, facts.professional == me.name, agency == me.agency {
      facts.role = me.role.title
    }
    return facts
  }

  /// Writes the value of a row to its column; day, time and agency are set by the caller.
  private func write(
    _ row: FormRow<VisitField>, to column: ContactColumn, of facts: inout ContactFacts
  ) {
    switch column.content {
    case .text(let path) where row.name == .otherAdults:
      facts[keyPath: path] = OtherAdults(typed: form.text(.otherAdults)).column
    case .text(let path):
      let isLine = if case .text = row.field { true } else { false }
      facts[keyPath: path] = isLine ? form.lineFact(row.name) : form.fact(row.name)
    case .count(let path):
      facts[keyPath: path] = form.lineFact(row.name).flatMap(VisitForm.count)
    case .word(let word): word.write(&facts, form.chosen(row.name, of: word.words))
    case .date, .time, .agency: break
    }
  }
}

extension DateTypingError {
  /// What is wrong with a day in a field, and how to mend it.
  func sentence(field: String, example: String) -> String {
    switch self {
    case .notADate: "\(field): that is no day. Type it like \(example)."
    case .noSuchDay: "\(field): no such day. The day comes before the month: 14/11."
    case .whichYear(let day): "\(field): is \(day.shortWithYear) meant? Then type the year too."
    case .noSuchTime: "\(field): no clock shows that time. Type it like 14:30."
    }
  }
}
