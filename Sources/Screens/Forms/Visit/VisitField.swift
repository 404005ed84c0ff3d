internal import Records

/// A field of the visit form.
enum VisitField: RowName {
  case when, kind, announced, agency, professional, seen, seenAlone, otherAdults
  case childWords, concern, injuries, areInjury, injuryCount, explanation, tested, outcome,
    escalation
  /// Why a contact is amended.
  case because
  /// Chooses what line to add.
  case line
  /// A row of the added line with this number.
  case fact(Int, FactRowName)
  /// A row about a sibling who was there too.
  case sibling(Identifier, SiblingField)

  var key: String {
    switch self {
    case .fact(let number, let row): "\(VisitForm.lineName).\(number).\(row.key)"
    case .sibling(let id, let field): "\(VisitForm.siblingName).\(id).\(field.key)"
    default: "\(self)"
    }
  }
}

/// What is asked about each sibling who was there.
enum SiblingField: String, RowName, CaseIterable {
  case seen, alone, words
}

extension VisitField {
  /// The rows in order: who, when and whether the child was seen, then the child's words, and only
  /// then what the worker thinks.
  static func rows(
    of child: Child, me: Person, now: Instant, agencies: [Agency]
  ) -> [FormRow<VisitField>] {
    circumstances(me: me, now: now, agencies: agencies) + sight() + words(of: child) + marks()
      + after()
  }

  /// Returns the rows for an amendment: why it is made, then `rows` filled from `facts`, without the one
  /// that adds a line.
  static func rows(
    _ rows: [FormRow<VisitField>], holding facts: ContactFacts
  ) -> [FormRow<VisitField>] {
    let because = FormRow<VisitField>(
      .because, "Amended because", line(1...2),
      hint: "Why it is changed. The words before stay on record.")
    return [because]
      + rows.filter { $0.name != .line }.map { row in
        var row = row
        row.field = row.field.holding(row.name.text(of: facts))
        return row
      }
  }

  /// The column that the row writes; nil for one that writes none, or several.
  var column: ContactColumn? {
    switch self {
    case .kind: .contactType
    case .announced: .announced
    case .agency: .agency
    case .professional: .professional
    case .seen: .childSeen
    case .seenAlone: .seenAlone
    case .otherAdults: .otherAdultsNoted
    case .childWords: .childWords
    case .concern: .presentingConcern
    case .injuries: .injuries
    case .injuryCount: .injuryCount
    case .explanation: .explanationGiven
    case .tested: .explanationChallenged
    case .outcome: .outcome
    case .escalation: .escalationLevel
    case .when, .areInjury, .because, .line, .fact, .sibling: nil
    }
  }

  /// Returns what a contact says in this field, as the form writes it.
  func text(of facts: ContactFacts) -> String {
    guard self == .when else { return column?.written(of: facts) ?? "" }
    return [facts.date.shortWithYear, facts.time?.description].compactMap { $0 }
      .joined(separator: " ")
  }

  private static func circumstances(
    me: Person, now: Instant, agencies: [Agency]
  ) -> [FormRow<VisitField>] {
    let kinds = ContactKind.allCases
    let homeVisit = kinds.firstIndex(of: .homeVisit)
    return [
      FormRow(
        .when, "When", .text(TextField("today \(now.london.time)")), place: .short,
        hint: "Type over it: today, yest 14:30, thu, -3d, 14/11, 14 nov, 1430"),
      FormRow(
        .kind, "Kind",
        .choice(ChoiceField(kinds.map(\.rawValue), chosen: homeVisit, isOptional: false)),
        place: .left, hint: ""),
      FormRow(
        .announced, "Announced", observed, place: .right,
        hint: "Did the family know that you were coming?"),
      FormRow(
        .agency, "Agency",
        .choice(ChoiceField(agencies.map(\.written), chosen: 0, isOptional: false)),
        place: .left, hint: ""),
      FormRow(
        .professional, "Who made it", .text(TextField(me.name)), place: .right,
        hint: "The professional's name. Type over it if it was not you."),
    ]
  }

  private static func sight() -> [FormRow<VisitField>] {
    [
      FormRow(
        .seen, "Seen", observed, place: .left,
        hint: "Was the child seen? y, n or u; Backspace empties it."),
      FormRow(
        .seenAlone, "Seen alone", observed, place: .right,
        hint: "Was the child seen without a parent or carer?"),
      FormRow(
        .otherAdults, "Other adults", line(1...2),
        hint: "Not parents, carers or household you know. ; between them; ? for one not named."),
    ]
  }

  private static func words(of child: Child) -> [FormRow<VisitField>] {
    [
      FormRow(
        .childWords, "What \(child.calledInForm) said, or how they were",
        .area(TextArea(takesNewlines: true, rows: 3...6)),
        hint: "In the child's own words; without words, how they were. Enter begins a new line."),
      FormRow(
        .concern, "Concern", note(1...4),
        hint: "What gave reason to worry that day. Leave it empty for a routine visit."),
    ]
  }

  private static func marks() -> [FormRow<VisitField>] {
    [
      FormRow(
        .injuries, "Injuries", line(1...3),
        hint: "Where and what, ; between them: bruise to left ear; graze on knee"),
      FormRow(
        .areInjury, "Is it an injury?", FactRows.formField(.areInjury),
        hint: "y or n: your answer is kept beside the words, with your name."),
      FormRow(
        .injuryCount, "How many marks", .text(TextField()),
        hint: "A whole number, if you counted."),
      FormRow(
        .explanation, "Explanation", line(1...3),
        hint: "The account that was given, in the words used, and by whom."),
      FormRow(
        .tested, "Tested", observed,
        hint: "Was the account tested: a second source, a paediatrician, the place looked at?"),
    ]
  }

  private static func after() -> [FormRow<VisitField>] {
    let rungs = Rung.allCases.map(\.written)
    return [
      FormRow(
        .outcome, "What you did", note(1...8),
        hint: "What was done or agreed, and by when. Alt-1 to Alt-5 put in headings."),
      FormRow(.escalation, "Escalation held", .choice(ChoiceField(rungs)), hint: ""),
      FormRow(
        .line, "Add a line", .choice(ChoiceField(VisitForm.lineKinds.map(\.title))), hint: ""),
    ]
  }

  /// The rows about a sibling: whether they were seen, and their own words.
  static func rows(about sibling: Child) -> [FormRow<VisitField>] {
    let name = sibling.calledInForm
    return [
      FormRow(
        .sibling(sibling.id, .seen), "\(name) seen", observed, place: .left,
        hint: "Was \(name) seen? y, n or u; Backspace empties it."),
      FormRow(
        .sibling(sibling.id, .alone), "Seen alone", observed, place: .right,
        hint: "Was \(name) seen without a parent or carer?"),
      FormRow(
        .sibling(sibling.id, .words), "What \(name) said, or how they were",
        .area(TextArea(takesNewlines: true, rows: 2...5)),
        hint: "\(name)'s own words, on \(name)'s own record. Enter begins a new line."),
    ]
  }

  private static var observed: FormField {
    .choice(ChoiceField(Observed.allCases.map(\.rawValue)))
  }

  /// A note with any number of lines.
  private static func note(_ rows: ClosedRange<Int>) -> FormField {
    .area(TextArea(takesNewlines: true, rows: rows))
  }

  /// Text that wraps but has no line breaks, so that Enter goes to the next field.
  private static func line(_ rows: ClosedRange<Int>) -> FormField {
    .area(TextArea(takesNewlines: false, rows: rows))
  }
}

extension Child {
  /// The first name, or "the child": `Kit` of `Kit Marlow` and of `Marlow, Kit`.
  var calledInForm: String {
    let given = name?.split(separator: ",").last ?? ""
    return given.split(whereSeparator: \.isWhitespace).first.map(String.init) ?? "the child"
  }
}
