package import Cells
package import Records

/// The form in which a visit, or any other contact with a child, is logged.
package struct VisitForm: Hashable, Sendable {
  package let child: Child
  /// When the store last saved the draft; shown in the corner.
  package var draftKeptAt: Instant?
  package var isDraftUnkept = false
  var form: Form<VisitField>
  let me: Person
  var agencies: [Agency]
  /// When the text of When was typed: `yest` means the day before that, however late it is saved.
  var whenTyped: Instant
  private let status: PlanStatus?
  let calendar: WorkingCalendar
  /// The contact that is amended; nil for a new one.
  var original: Contact?
  /// The rows that differ from an amendment somebody else made since, with what it says.
  var marks: [VisitField: String] = [:]
  /// The kinds of the lines that were added, by number.
  var lines: [FactKind] = []
  /// The other children of the household, once the record has been read.
  var siblings: [Child] = []
  /// The siblings who were there too.
  var present: [Child] = []
  /// What a draft says of siblings who have not been read from the record yet.
  var awaited: [Draft.Field] = []
  /// The contact saved last, whose circumstances can be copied.
  private let last: ContactFacts?

  /// The kinds of fact that a visit can add.
  static let lineKinds: [FactKind] = FactKind.all.filter {
    ![.stepDown, .characteristics, .recordFault, .challenge, .readingAnswer].contains($0)
  }

  package init(
    child: Child, status: PlanStatus?, me: Person, now: Instant, agencies: [Agency] = [],
    calendar: WorkingCalendar = WorkingCalendar(), amending original: Contact? = nil,
    after last: ContactFacts? = nil
  ) {
    self.last = last
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

  mutating func follow(_ change: Form<VisitField>.Change, now: Instant) {
    switch change {
    case .edited(let field): edited(field, now)
    case .shifted(.when, let days): moveDay(by: days, now)
    case .sameAsLast: takeCircumstances(now)
    case .passed(.line): addLine()
    case .passed(let field):
      guard form.fact(field) != nil else { break }
      let problem = check(now).problems[field]
      form[field]?.problem = problem
    case .shifted: break
    }
  }

  private mutating func edited(_ field: VisitField, _ now: Instant) {
    if field == .when { whenTyped = now }
    if field == .injuries { forgetAnswer() }
    readBack()
    keepProblems(now)
  }

  /// Moves the day by `days`, and leaves the time as it was typed.
  private mutating func moveDay(by days: Int, _ now: Instant) {
    guard let when = try? readWhen() else { return }
    let text = [when.day.adding(days: days).shortWithYear, when.time?.description]
    form.replace(.when, by: text.compactMap { $0 }.joined(separator: " "))
    edited(.when, now)
  }

  /// Copies day, kind, agency and professional from the contact saved last.
  private mutating func takeCircumstances(_ now: Instant) {
    guard let last, original == nil else {
      form.refused("Nothing has been saved since Heed was opened, so there is nothing to take.")
      return
    }
    form.replace(.when, by: last.date.shortWithYear)
    form.replace(.kind, by: last.kind.rawValue)
    offer([last.agency])
    form.replace(.agency, by: last.agency.written)
    form.replace(.professional, by: last.professional ?? "")
    edited(.when, now)
  }

  var requests: [ReadRequest] { [.child(child.id)] }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    if case .child(let file) = reply, file.id == child.id { learn(from: file) }
    return []
  }

  package func draw(size: Size, now: Instant) -> Frame {
    let today = now.londonDay
    let facts = [
      Age(bornOn: child.dateOfBirth, on: today)?.short, status?.short,
    ].compactMap { $0 }
    let heading = original == nil ? "Log a visit" : "Amend a contact"
    let title = (["\(heading)   \(child.displayName)"] + facts).joined(separator: " · ")
    return form.draw(FormSurround(title: title, corner: corner), size: size)
  }

  mutating func save(_ now: Instant) -> FormOutcome {
    var (facts, problems) = check(now)
    let noted = self.noted(on: facts?.date ?? now.londonDay, now, &problems)
    problems.merge(problemsWithSiblings) { first, _ in first }
    if !awaited.isEmpty {
      problems[.line] = "The record of the other children is being read: save again in a moment."
    }
    form.show(problems)
    guard problems.isEmpty, let facts else { return .staying }
    form.startSaving()
    if let original {
      let reason = form.lineFact(.because) ?? ""
      return .saving(
        .save(.amend(original, facts, because: reason), finishing: draftKey))
    }
    let contact = NewContact(child: child.id, facts: facts, noted: noted)
    return .saving(
      .save(.recordContacts([contact] + contacts(besides: facts)), finishing: draftKey))
  }

  /// Returns the problem of each field that would prevent saving now.
  func problems(_ now: Instant) -> [VisitField: String] {
    var (facts, problems) = check(now)
    _ = noted(on: facts?.date ?? now.londonDay, now, &problems)
    problems.merge(problemsWithSiblings) { first, _ in first }
    return problems
  }

  /// Adds the rows of the line that was chosen, and goes to the first of them.
  private mutating func addLine() {
    let chosen = form[.line]?.field.chosenText ?? ""
    if let sibling = absentSiblings.first(where: { VisitForm.wasThere($0) == chosen }) {
      add(sibling)
    } else if let kind = VisitForm.lineKinds.first(where: { $0.title == chosen }) {
      add(kind)
    }
  }

  /// Adds the rows of a kind of fact before the choice of lines.
  mutating func add(_ kind: FactKind) {
    let number = lines.count
    lines.append(kind)
    form[.line]?.field = .choice(ChoiceField([]))
    offerLines()
    form.insert(FactRows.rows(of: kind) { .fact(number, $0) }, before: .line)
  }

  /// Offers what can be added: the siblings not added yet, then the kinds of fact.
  mutating func offerLines() {
    let chosen = form[.line]?.field.chosenText ?? ""
    let names = absentSiblings.map(VisitForm.wasThere)
    let choice = ChoiceField(names + VisitForm.lineKinds.map(\.title))
    form[.line]?.field = .choice(choice.choosing(chosen))
  }

  /// Two siblings of one first name are told apart by their references.
  private static func wasThere(_ sibling: Child) -> String {
    "\(sibling.calledInForm) was there too (\(sibling.ref))"
  }

  /// Returns the facts of the added lines and the answer about the injury, and adds what is wrong to
  /// `problems`; lines left empty are skipped.
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
    return facts + [answerAboutInjury(on: day)].compactMap { $0 }
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
  mutating func readBack() {
    let when = whenEcho
    let isNotSeen = observed(.seen) == .no
    form[.when]?.echo = when
    readBackWords()
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
