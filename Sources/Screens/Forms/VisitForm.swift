package import Cells
package import Records

/// The form in which a visit, or any other contact with a child, is logged.
package struct VisitForm: Hashable, Sendable {
  package let child: Child
  /// When the owner last stored the draft; shown in the corner.
  package var draftKeptAt: Instant?
  var form: Form<VisitField>
  let me: Person
  let agencies: [Agency]
  /// When the text of When was typed: `yest` means the day before that, however late it is saved.
  private var whenTyped: Instant
  private let status: PlanStatus?
  let calendar: WorkingCalendar
  /// The contact that is amended; nil for a new one.
  let original: Contact?
  /// The kinds of the lines that were added, by number.
  var lines: [FactKind] = []

  /// What a visit may add beside its own fields.
  static let lineKinds: [FactKind] = FactKind.all.filter {
    ![.stepDown, .characteristics, .recordFault, .challenge].contains($0)
  }

  package init(
    child: Child, status: PlanStatus?, me: Person, now: Instant, agencies: [Agency] = [],
    calendar: WorkingCalendar = WorkingCalendar(), amending original: Contact? = nil
  ) {
    self.calendar = calendar
    self.original = original
    self.child = child
    self.status = status
    self.me = me
    var seen: Set<String> = []
    let own = original?.facts.agency ?? me.agency
    self.agencies = ([own] + Sector.allCases.map { Agency($0) } + agencies)
      .filter { seen.insert($0.written).inserted }
    whenTyped = now
    var rows = VisitField.rows(of: child, me: me, now: now, agencies: self.agencies)
    if let original { rows = VisitField.rows(rows, holding: original.facts) }
    form = Form(rows)
    readBack()
  }

  /// What its draft is kept under: a contact that is amended, or the child.
  package var draftKey: Identifier { original?.id ?? child.id }

  /// Nothing was typed beyond what stood there at first.
  package var isBlank: Bool { form.isBlank }

  package static var keys: KeyTable<FormAction> { .form }

  /// The rows of the help screen.
  package static func help() -> [(label: String, meaning: String)] { keys.help }

  /// Takes a key; `columns` is the width that it was last drawn in, by which notes move up and down.
  package mutating func take(_ key: Key, now: Instant, columns: Int = 80) -> FormOutcome {
    switch form.take(key, columns: columns) {
    case .nothing: return .staying
    case .leave: return .leaving
    case .save: return save(now)
    case .edited(let field):
      if field == .when { whenTyped = now }
      readBack()
      form.keep(check(now).problems)
    case .passed(.line): addLine()
    case .passed(let field):
      guard form.fact(field) != nil else { break }
      let problem = check(now).problems[field]
      form[field]?.problem = problem
    }
    return .staying
  }

  /// The save was refused; everything typed is still there.
  package mutating func refused(_ sentence: String) {
    form.refused(sentence)
  }

  package func draw(size: Size, now: Instant) -> Frame {
    let today = now.londonDay
    let facts = [
      Age(bornOn: child.dateOfBirth, on: today)?.short, status?.short,
    ].compactMap { $0 }
    let heading = original == nil ? "Log a visit" : "Amend a contact"
    let title = (["\(heading)   \(child.displayName)"] + facts).joined(separator: " · ")
    let corner = draftKeptAt.map { kept in
      "draft kept \(kept.london.time)"
    }
    return form.draw(FormSurround(title: title, corner: corner), size: size)
  }

  private mutating func save(_ now: Instant) -> FormOutcome {
    var (facts, problems) = check(now)
    let noted = self.noted(on: facts?.date ?? now.londonDay, now, &problems)
    form.show(problems)
    guard problems.isEmpty, let facts else { return .staying }
    form.startSaving()
    if let original {
      return .saving(.amend(original, facts, because: form.lineFact(.because) ?? ""))
    }
    return .saving(.record(facts, noting: noted, child: child.id))
  }

  /// Adds the rows of the line that was chosen, and goes to the first of them.
  private mutating func addLine() {
    guard let kind = form.chosen(.line, of: VisitForm.lineKinds) else { return }
    let number = lines.count
    lines.append(kind)
    form[.line]?.field = .choice(ChoiceField(VisitForm.lineKinds.map(\.title)))
    form.insert(FactRows.rows(of: kind) { .fact(number, $0) }, before: .line)
  }

  /// The facts of the lines that say something, and what is wrong with the others; a line left
  /// empty is none.
  private func noted(
    on day: CalendarDate, _ now: Instant, _ problems: inout [VisitField: String]
  ) -> [Fact] {
    var facts: [Fact] = []
    for (number, kind) in lines.enumerated() where isFilled(number, kind) {
      let read = FactRows.read(kind, in: form, on: day, now: now, calendar: calendar) {
        .fact(number, $0)
      }
      problems.merge(read.problems) { first, _ in first }
      if let fact = read.fact { facts.append(fact) }
    }
    return facts
  }

  private func isFilled(_ number: Int, _ kind: FactKind) -> Bool {
    let isStepChosen = kind.steps.count > 1 && form[.fact(number, .step)]?.field.chosen != nil
    return isStepChosen
      || kind.fields.contains { field in
        let row = form[.fact(number, .field(field))]
        return !(row?.field.chosenText ?? row?.field.text ?? "").allSatisfy(\.isWhitespace)
      }
  }

  /// The day and time that the text of When means.
  func readWhen() throws(DateTypingError) -> TypedWhen {
    try TypedWhen(typed: form.text(.when), now: whenTyped)
  }

  /// Shows beside the fields how they are understood.
  private mutating func readBack() {
    let when = whenEcho
    let adults = OtherAdults(typed: form.text(.otherAdults)).echo
    let isNotSeen = observed(.seen) == .no
    form[.when]?.echo = when
    form[.otherAdults]?.echo = adults
    form[.seenAlone]?.presence = isNotSeen ? .dimmed : .shown
  }

  private var whenEcho: String? {
    do throws(DateTypingError) { return try readWhen().long } catch {
      return form.fact(.when) == nil ? nil : "not a day yet"
    }
  }

  func observed(_ field: VisitField) -> Observed? {
    form.chosen(field, of: Observed.allCases)
  }
}
