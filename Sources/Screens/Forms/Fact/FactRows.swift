import RecordErrorSentences
internal import Records

/// A row that a kind of fact needs in a form.
enum FactRowName: RowName {
  case step
  case field(FactField)

  var key: String {
    switch self {
    case .step: "step"
    case .field(let field): field.name
    }
  }
}

/// The rows in which a fact is typed, and how they are read back.
enum FactRows {
  /// Returns the row for what happened, then one for each field; `name` gives the form's own name of a row.
  static func rows<Name: RowName>(
    of kind: FactKind, called name: (FactRowName) -> Name
  ) -> [FormRow<Name>] {
    let steps = FormRow(
      name(.step), kind.title,
      .choice(ChoiceField(kind.steps.map(\.name), chosen: kind.steps.count == 1 ? 0 : nil)),
      hint: kind.words)
    let fields = kind.fields.filter { $0 != .inError && $0 != .factSource }
    return [steps]
      + fields.map { field in
        FormRow(
          name(.field(field)), field.label, formField(field),
          place: field.kind == .day ? .short : .whole, hint: hint(field))
      }
  }

  /// The empty field in which a value of a fact is typed or chosen.
  static func formField(_ field: FactField) -> FormField {
    switch field.kind {
    case .word(let words): .choice(ChoiceField(words))
    case .yesNo: .choice(ChoiceField(["yes", "no"]))
    case .text: .area(TextArea(takesNewlines: false, rows: 1...3))
    case .day, .time, .number: .text(TextField())
    }
  }

  private static func hint(_ field: FactField) -> String {
    switch field.kind {
    case .day: "A day: today, thu, -3d, +2wd, 14/11"
    case .time: "A time: 14:30"
    case .number(let range): "A whole number from \(range.lowerBound) to \(range.upperBound)."
    case .text, .word, .yesNo: field.label
    }
  }

  /// Returns the fact typed in the rows, or what is wrong with one of them.
  static func read<Name: RowName>(
    _ kind: FactKind, in form: Form<Name>, on day: CalendarDate, now: Instant,
    calendar: WorkingCalendar, called name: (FactRowName) -> Name
  ) -> (fact: Fact?, problems: [Name: String]) {
    guard let chosen = form[name(.step)]?.field.chosen else {
      return (nil, [name(.step): "\(kind.title): choose what happened."])
    }
    var typed: [String: String] = [:]
    for field in kind.fields {
      guard let row = form[name(.field(field))] else { continue }
      typed[field.name] = row.field.chosenText ?? row.field.text
    }
    do throws(FactFault) {
      let fact = try Fact(
        kind: kind, step: kind.steps[chosen].name, on: day, typed: typed, today: now.londonDay,
        calendar: calendar)
      return (fact, [:])
    } catch {
      return (nil, [name(error.row): error.sentence])
    }
  }
}

extension FactFault {
  /// The row that the fault is about.
  var row: FactRowName {
    switch self {
    case .missing(let field), .notAllowed(let field), .endsBeforeStart(let field),
      .reviewTooLate(let field, _), .beforeBirth(let field?):
      .field(field)
    case .unknownKind, .unknownStep, .unknownField, .inFuture, .nothingToContinue,
      .beforeBirth(nil):
      .step
    }
  }

  var sentence: String {
    switch self {
    case .missing(let field): "\(field.label): \(field.allowed), please."
    case .notAllowed(let field): "\(field.label): that can't be read. Type \(field.allowed)."
    default: words.prefix(1).uppercased() + words.dropFirst() + "."
    }
  }
}

extension FormField {
  /// The option chosen, in words; nil for text, empty where nothing is chosen.
  var chosenText: String? {
    guard case .choice(let field) = self else { return nil }
    return field.chosen.map { field.options[$0] } ?? ""
  }
}
