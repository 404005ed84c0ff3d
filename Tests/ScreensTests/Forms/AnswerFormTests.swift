import BundledResources
import Cells
import Flags
import Records
import Testing

@testable import Screens

@Suite struct AnswerFormTests {
  private static let draft = Draft.Key(.answer, FormScene.id(77))
  private static let tomorrow = FormScene.today.adding(days: 1)

  private static func deciding() -> AnswerForm {
    var form = FormScene.answer()
    form.fill(.answer, "2")
    form.fill(.reason, "med")
    form.fill(
      .because, "Dr Osei saw all marks on Friday: an iron deficiency, with bloods to prove it.")
    form.fill(.wouldChange, "A mark that the bloods do not explain.")
    return form
  }

  /// Broken open by the GP's contact of two days ago.
  private static var lastAnswer: Answer {
    let day = FormScene.today.adding(days: -10)
    return Answer(
      id: FormScene.id(5), flag: FormScene.id(77),
      decision: .decide(
        Answer.Decide(
          reason: .riskReduced, because: "Grandmother has moved in and sees Kit every day.",
          wouldChange: "Any new mark.", reviewBy: day.adding(days: 4))),
      answeredBy: "T. Pryce", answeredAt: Instant(london: day, .midnight),
      broken: Answer.Break(
        contact: FormScene.id(9),
        at: Instant(london: FormScene.today.adding(days: -2), .midnight)))
  }

  @Test(arguments: recordedSizes)
  func `an answer not begun, a promise and a decision`(name: String, size: Size) throws {
    let now = FormScene.now
    try expectFrame(FormScene.answer().draw(size: size, now: now), "form-answer-empty-\(name)")
    var promise = FormScene.answer(last: Self.lastAnswer)
    promise.do(.type("1"), .press(.tab), .type("s"))
    try expectFrame(promise.draw(size: size, now: now), "form-answer-escalate-\(name)")
    try expectFrame(Self.deciding().draw(size: size, now: now), "form-answer-decide-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a decision with problems says them under its fields`(name: String, size: Size) throws {
    var form = FormScene.answer()
    form.fill(.answer, "2")
    form.fill(.reviewBy, "27/11")
    form.do(.press(.control("s")))
    try expectFrame(form.draw(size: size, now: FormScene.now), "form-answer-problems-\(name)")
  }

  @Test func `a decision gives exactly what was typed`() {
    var form = Self.deciding()
    let decision = Answer.Decide(
      reason: .medicalCause,
      because: "Dr Osei saw all marks on Friday: an iron deficiency, with bloods to prove it.",
      wouldChange: "A mark that the bloods do not explain.",
      reviewBy: FormScene.today.adding(days: 2))
    let outcome = form.do(.press(.control("s")))
    #expect(
      outcome
        == .saving(
          .save(.answer(flag: FormScene.id(77), .decide(decision)), finishing: Self.draft)))
  }

  @Test(arguments: [(".", false), ("- …", false), ("ok", true), ("2 marks", true)])
  func `a reason says something`(reason: String, isTaken: Bool) {
    var form = FormScene.answer()
    form.fill(.answer, "2")
    form.fill(.reason, "med")
    form.fill(.because, reason)
    form.fill(.wouldChange, "A new mark.")
    let outcome = form.do(.press(.control("s")))
    #expect((outcome == .staying) == !isTaken)
  }

  @Test func `a promise gives rung, owner and day, with words where there are any`() {
    for because in [nil, "Third bruise since Friday."] {
      var form = FormScene.answer()
      form.fill(.answer, "1")
      form.fill(.rung, "s4")
      form.fill(.because, because ?? "")
      let promise = Answer.Escalate(
        rung: .s47, owner: "I. Rowe", due: Self.tomorrow, because: because)
      let outcome = form.do(.press(.control("s")))
      #expect(
        outcome
          == .saving(
            .save(.answer(flag: FormScene.id(77), .escalate(promise)), finishing: Self.draft)))
    }
  }

  @Test(arguments: [
    (FlagRule.contactsWithoutEscalation, Rung.strategyDiscussion, 6),
    (.injuryBeforeMobility, .referral, 8), (.unassessedAdult, .jointInformation, 9),
    (.childNotSeen, .managementDecision, 10),
  ])
  func `only rungs that answer the rule are offered`(rule: FlagRule, lowest: Rung, count: Int) {
    var seen: [Rung] = []
    for presses in 1...count + 1 {
      var form = FormScene.answer(rule: rule)
      form.do(.type("1"), .press(.tab), .repeated(.right, presses))
      if case .saving(.save(.answer(_, .escalate(let promise), _), _)) = form.do(
        .press(.control("s")))
      {
        seen.append(promise.rung)
      }
    }
    #expect(seen.first == lowest && seen.last == lowest)
    #expect(Set(seen).count == count && !seen.contains(.none))
  }

  @Test(arguments: [
    (Band.today, "24/11", nil),
    (
      .today, "25/11",
      "Review by: at the latest Tuesday 24 November 2026, since it is marked TODAY."
    ),
    (.today, "today", nil),
    (.today, "yest", "Review by: that day has passed. Type today or a later day."),
    (.thisWeek, "18/12", nil),
    (
      .thisWeek, "19/12",
      "Review by: at the latest Friday 18 December 2026, since it is marked WEEK."
    ),
    (.supervision, "+20wd", nil),
    (
      .supervision, "+21wd",
      "Review by: at the latest Friday 18 December 2026, since it is marked SUPV."
    ),
    (.today, "31/2", "Review by: no such day. The day comes before the month: 14/11."),
    (.today, "soon", "Review by: that is no day. Type it like +1wd, fri or 27/11."),
    (.today, " ", "Review by: type a day, such as +1wd, fri or 27/11."),
  ])
  func `a decision stands no longer than its band allows`(
    band: Band, typed: String, sentence: String?
  ) {
    var form = FormScene.answer(band)
    form.fill(.answer, "2")
    form.fill(.reason, "o")
    form.fill(.because, "x")
    form.fill(.wouldChange, "y")
    form.fill(.reviewBy, typed)
    let outcome = form.do(.press(.control("s")))
    #expect((outcome == .staying) == (sentence != nil))
    let text = form.draw(size: Size(rows: 30, columns: 120), now: FormScene.now).text
    #expect(sentence == nil || text.contains("! " + (sentence ?? "")))
  }

  @Test func `every field of a promise is asked for in words`() {
    var form = FormScene.answer()
    form.do(.press(.control("s")))
    let size = Size(rows: 30, columns: 120)
    #expect(
      form.draw(size: size, now: FormScene.now).text
        .contains("! Answer: press 1 to escalate, 2 to decide not to yet."))
    form.fill(.answer, "1")
    form.go(to: .owner)
    form.do(.press(.control("u")))
    form.fill(.due, "yest")
    form.do(.press(.control("s")))
    let text = form.draw(size: size, now: FormScene.now).text
    for sentence in [
      "! Escalate to: choose what will be held.",
      "! Owner: name who sees to it that it is held.",
      "! By when: that day has passed. Type today or a later day.",
      "Not saved: 3 things to mend (!).",
    ] {
      #expect(text.contains(sentence), "\(sentence)")
    }
  }

  @Test func `changing one's mind between the two ways keeps what was typed`() {
    var form = Self.deciding()
    let before = form.draw(size: Size(rows: 24, columns: 80), now: FormScene.now)
    form.fill(.answer, "1")
    form.fill(.answer, "2")
    form.go(to: .wouldChange)
    #expect(form.draw(size: Size(rows: 24, columns: 80), now: FormScene.now) == before)
  }

  @Test func `a refusal keeps everything, and a second Ctrl-S does not double`() {
    var form = Self.deciding()
    let request = form.do(.press(.control("s")))
    #expect(form.do(.press(.control("s"))) == .staying)
    form.refused("The flag was answered by T. Pryce a minute ago. Read that answer first.")
    #expect(
      form.draw(size: Size(rows: 24, columns: 80), now: FormScene.now).text
        .contains("The flag was answered by T. Pryce a minute ago."))
    #expect(form.do(.press(.control("s"))) == request)
  }

  @Test func `an answer is blank until a way is chosen`() {
    var form = FormScene.answer()
    #expect(form.isBlank)
    form.do(.type("1"))
    #expect(!form.isBlank)
  }
}
