import Cells
import Records
import Testing

@testable import Screens

/// What the answer form says of the answer given before.
@Suite struct LastAnswerTests {
  private static let given = FormScene.today.adding(days: -10)

  private static func shown(
    _ decision: Answer.Decision, broken: Answer.Break? = nil
  ) -> String {
    let answer = Answer(
      id: FormScene.id(5), flag: FormScene.id(77), decision: decision, answeredBy: "T. Pryce",
      answeredAt: Instant(london: given, .midnight), broken: broken)
    return FormScene.answer(last: answer)
      .draw(size: Size(rows: 40, columns: 300), now: FormScene.now).text
  }

  private static func promise(due days: Int) -> Answer.Decision {
    .escalate(
      Answer.Escalate(
        rung: .s47, owner: "A. Ford", due: FormScene.today.adding(days: days), because: nil))
  }

  @Test(arguments: [
    (0, "s47 enquiry, A. Ford, by 22 Nov 2026. It stands until 22 Nov 2026."),
    (-1, "s47 enquiry, A. Ford, by 21 Nov 2026. It ran out on 21 Nov 2026."),
  ])
  func `a promise stands through its day`(due: Int, sentence: String) {
    #expect(
      Self.shown(Self.promise(due: due))
        .contains("Last answer, 12 Nov 2026, T. Pryce: " + sentence))
  }

  @Test(arguments: [
    (9, "Opened again on 20 Nov 2026 by a new contact: GP, health, 20 Nov."),
    (8, "Opened again on 20 Nov 2026 by a contact recorded that day."),
  ])
  func `one that was broken open says by what`(contact: UInt64, sentence: String) {
    let opened = Answer.Break(
      contact: FormScene.id(contact),
      at: Instant(london: FormScene.today.adding(days: -2), .midnight))
    #expect(Self.shown(Self.promise(due: 3), broken: opened).contains(sentence))
  }

  @Test func `a long reason is only begun`() {
    let decide = Answer.Decide(
      reason: .other, because: String(repeating: "because ", count: 500), wouldChange: "x",
      reviewBy: FormScene.today)
    let line = Self.shown(.decide(decide)).split(separator: "\n").first {
      $0.contains("Last answer")
    }
    #expect(line?.contains("because…\" It stands until 22 Nov 2026.") == true)
  }
}
