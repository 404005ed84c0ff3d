package import Cells
package import Flags
package import Records

/// The form in which a flag is answered: escalate, decide not to yet, say that the record is wrong, or disagree.
package struct AnswerForm: Hashable, Sendable {
  package let flag: Flag
  package let child: Child
  /// When the store last saved the draft; shown in the corner.
  package var draftKeptAt: Instant?
  package var isDraftUnkept = false
  var form: Form<AnswerField>
  let parameters: Parameters
  let rungs: [Rung]
  private let goodAnswer: String
  /// Whether an answer is in force already, so that a new one must say that it replaces it.
  let isAnswered: Bool
  /// When the text of a day was typed, from which `+1wd` counts however late it is saved.
  var dayTyped: [AnswerField: Instant]

  package init(
    flag: Flag, child: Child, rule: FlagRule, me: Person, parameters: Parameters, now: Instant
  ) {
    self.flag = flag
    self.child = child
    self.parameters = parameters
    goodAnswer = rule.goodAnswer
    rungs = FlagRule.answeringRungs(of: rule.id)
    dayTyped = [.due: now, .reviewBy: now]
    isAnswered = flag.isAnswered(at: now)
    let calendar = parameters.calendar
    let latest = Answer.Decide.latestReview(of: flag.band, on: now.londonDay, calendar: calendar)
    // Ten working days unless the band asks for sooner.
    let review = min(latest, calendar.day(10, workingDaysAfter: now.londonDay))
    form = Form(AnswerField.rows(rule: rule, rungs: rungs, me: me, review: review))
    readBack()
  }

  var calendar: WorkingCalendar { parameters.calendar }

  /// Reads from the child's record who must sign a decision on the flag, as the store will require.
  package mutating func learn(from file: CaseFile) {
    let signer = Evaluator(parameters: parameters).signer(of: flag, in: file.record)
    form[.wouldChange]?.hint =
      "\(AnswerField.whatWouldChange) A decision is signed by: \(signer.title)."
  }

  mutating func follow(_ change: Form<AnswerField>.Change, now: Instant) {
    switch change {
    case .edited(let field): edited(field, now)
    case .shifted(let field, let days):
      guard let day = try? readDay(field) else { break }
      form.replace(field, by: day.adding(days: days).shortWithYear)
      edited(field, now)
    case .passed(let field):
      guard form.fact(field) != nil else { break }
      let problem = check(now).problems[field]
      form[field]?.problem = problem
    case .sameAsLast: break
    }
  }

  private mutating func edited(_ field: AnswerField, _ now: Instant) {
    if dayTyped[field] != nil { dayTyped[field] = now }
    readBack()
    form.keep(check(now).problems)
  }

  var requests: [ReadRequest] { [.child(child.id)] }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    if case .child(let file) = reply, file.id == child.id { learn(from: file) }
    return []
  }

  package func draw(size: Size, now: Instant) -> Frame {
    let age = Age(bornOn: child.dateOfBirth, on: now.londonDay)?.short
    let title = ["Answer   \(child.displayName)", age].compactMap { $0 }.joined(separator: " · ")
    return form.draw(
      FormSurround(
        title: title, corner: corner,
        preamble: preamble(now, isShort: size.rows < 16),
        foot: "There is no dismiss. A new injury, adult, missed visit or concern reopens this."),
      size: size)
  }

  /// Why the flag is raised; where there is room also what answers it, and how it was answered last.
  private func preamble(_ now: Instant, isShort: Bool) -> [Span] {
    let why = "\(flag.band.word) \(flag.rule)  \(flag.reason(on: now.londonDay))"
    if isShort { return [Span(why)] }
    let last = flag.answer.map { Span($0.written(in: flag, now: now), .notice) }
    return [Span(why), Span("A good answer: \(goodAnswer)", .dim)] + [last].compactMap { $0 }
  }

  mutating func save(_ now: Instant) -> FormOutcome {
    let (decision, problems) = check(now)
    form.show(problems)
    guard problems.isEmpty else { return .staying }
    if let fact = fact(now) {
      form.startSaving()
      return .saving(.save(.recordFact(fact, child: child.id), finishing: draftKey))
    }
    guard let decision else { return .staying }
    form.startSaving()
    let earlier = flag.isAnswered(at: now) ? flag.answer?.id : nil
    return .saving(
      .save(.answer(flag: flag.id, decision, replacing: earlier), finishing: draftKey))
  }

  /// The way that was chosen.
  var way: AnswerWay? { form.chosen(.answer, of: AnswerWay.allCases) }

  /// The day that the text of a field means.
  func readDay(_ field: AnswerField) throws(DateTypingError) -> CalendarDate {
    guard let typed = dayTyped[field] else { throw .notADate }
    return try CalendarDate(
      typed: form.text(field), today: typed.londonDay, leaning: .future, calendar: calendar)
  }

  /// Shows the fields of the way chosen, and beside them how they are understood.
  mutating func readBack() {
    let asks: Set<AnswerField> = isAnswered && way?.isAnswer == true ? [.instead] : []
    form.show(only: asks.union(way?.fields ?? [.answer]))
    for field in [AnswerField.due, .reviewBy] {
      let echo = dayEcho(field)
      form[field]?.echo = echo
    }
  }

  private func dayEcho(_ field: AnswerField) -> String? {
    do throws(DateTypingError) { return try readDay(field).long } catch {
      return form.fact(field) == nil ? nil : "not a day yet"
    }
  }
}
