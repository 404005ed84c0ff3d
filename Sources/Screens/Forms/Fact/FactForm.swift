package import Cells
package import Records

/// A field of the form for facts.
enum FactFormField: RowName {
  case kind, day
  case row(FactRowName)

  var key: String {
    switch self {
    case .kind: "kind"
    case .day: "day"
    case .row(let row): "row.\(row.key)"
    }
  }
}

/// The form in which a fact is recorded beside the contacts: its kind, its day, then what it says.
package struct FactForm: Hashable, Sendable {
  package let child: Child
  /// When the store last saved the draft; shown in the corner.
  package var draftKeptAt: Instant?
  package var isDraftUnkept = false
  var form: Form<FactFormField>
  private let calendar: WorkingCalendar
  /// What is on record already, against which a new fact is checked here.
  private let matters: [Matter]
  /// The kind whose rows are shown.
  private var shown: FactKind?
  var typedAt: Instant

  package init(child: Child, facts: [FactRecord], calendar: WorkingCalendar, now: Instant) {
    self.child = child
    self.calendar = calendar
    matters = Matter.matters(in: facts)
    typedAt = now
    form = Form([
      FormRow(
        .kind, "What",
        .choice(ChoiceField(FactKind.all.map(\.title))),
        hint: "Choose with the arrows, or type the first letters; then Tab."),
      FormRow(
        .day, "When", .text(TextField("today")), place: .short,
        hint: "The day on which it happened: today, yest, thu, -3d, 14/11"),
    ])
    readBack()
  }

  mutating func follow(_ change: Form<FactFormField>.Change, now: Instant) {
    switch change {
    case .edited(let field): edited(field, now)
    case .shifted(.day, let days):
      guard let day = try? day() else { break }
      form.replace(.day, by: day.adding(days: days).shortWithYear)
      edited(.day, now)
    case .shifted, .passed, .sameAsLast: break
    }
  }

  private mutating func edited(_ field: FactFormField, _ now: Instant) {
    if field == .day { typedAt = now }
    if field == .kind { showRows() }
    readBack()
    form.keep(check(now).problems)
  }

  package func draw(size: Size, now: Instant) -> Frame {
    form.draw(
      FormSurround(title: "Add to the record   \(child.displayName)", corner: corner), size: size)
  }

  private var kind: FactKind? { form.chosen(.kind, of: FactKind.all) }

  /// Shows the rows of the chosen kind; what was typed for another kind is discarded.
  mutating func showRows() {
    guard kind != shown else { return }
    shown = kind
    let head: Set<FactFormField> = [.kind, .day]
    let rows: [FormRow<FactFormField>] = kind.map { FactRows.rows(of: $0) { .row($0) } } ?? []
    form.replace(keeping: { head.contains($0) }, with: rows)
  }

  mutating func readBack() {
    let echo: String? = {
      do throws(DateTypingError) { return try day().long } catch { return "not a day yet" }
    }()
    form[.day]?.echo = echo
    let words = kind?.words
    form[.kind]?.echo = words
  }

  private func day() throws(DateTypingError) -> CalendarDate {
    try CalendarDate(typed: form.text(.day), today: typedAt.londonDay)
  }

  func check(_ now: Instant) -> (fact: Fact?, problems: [FactFormField: String]) {
    guard let kind else { return (nil, [.kind: "What: choose what is to be recorded."]) }
    let day: CalendarDate
    do throws(DateTypingError) {
      day = try self.day()
    } catch {
      return (nil, [.day: error.sentence(field: "When", example: "today, yest, thu or 14/11")])
    }
    let read = FactRows.read(kind, in: form, on: day, now: now, calendar: calendar) { .row($0) }
    guard let fact = read.fact else { return read }
    do throws(FactFault) {
      try fact.check(of: child, today: now.londonDay, beside: matters, calendar: calendar)
      return (fact, [:])
    } catch {
      let isAboutDay = error == .inFuture || error == .beforeBirth(nil)
      return (nil, [isAboutDay ? .day : .row(error.row): error.sentence])
    }
  }

  mutating func save(_ now: Instant) -> FormOutcome {
    let (fact, problems) = check(now)
    form.show(problems)
    guard problems.isEmpty, let fact else { return .staying }
    form.startSaving()
    return .saving(.save(.recordFact(fact, child: child.id), finishing: draftKey))
  }
}
