import Cells
import Records
import SeededRandom
import Testing

@testable import Screens

/// Random keys at random sizes, the same for the same seed.
@Suite struct FormFuzzTests {
  private static let keys: [Key] = [
    .enter, .tab, .backTab, .backspace, .delete, .up, .down, .left, .right, .pageUp, .home, .end,
    .control("a"), .control("w"), .control("u"), .control("k"), .control("_"), .control("s"),
    .alt("u"), .escape, .character("y"), .character("1"), .character("2"), .character(" "),
    .character("s"), .character("é"), .character("\u{301}"), .character("作"), .character("👩‍👧"),
    .character("\u{200D}"), .character("🇬"), .paste("\u{0}a\tb\r\nc  d\u{1B}"),
    .paste("14/11 1430"),
    .paste(String(repeating: "word 字 ", count: 40)),
  ]

  @Test(arguments: 1...4)
  func `no keys trap, lose the cursor or let a control character in`(seed: UInt64) {
    var random = SplitMix64(seed: seed)
    var visit = FormScene.visitSeen()
    var answer = FormScene.answer()
    for step in 0..<400 {
      guard let key = Self.keys.randomElement(using: &random) else { return }
      let size = Size(
        rows: Int.random(in: 1...50, using: &random),
        columns: Int.random(in: 1...140, using: &random))
      let outcomes = [
        visit.handle(key, now: FormScene.now, columns: size.columns),
        answer.handle(key, now: FormScene.now, columns: size.columns),
      ]
      if outcomes.contains(where: \.isSaving) {
        let holdsControls = outcomes.contains(where: \.holdsControls)
        #expect(!holdsControls, "seed \(seed), step \(step)")
        visit.refused("Not yet.")
        answer.refused("Not yet.")
      }
      let frames = [
        visit.draw(size: size, now: FormScene.now), answer.draw(size: size, now: FormScene.now),
      ]
      let isCursorShown = frames.allSatisfy { $0.cursor != nil }
      #expect(isCursorShown, "seed \(seed), step \(step)")
    }
  }
}

extension FormOutcome {
  fileprivate var isSaving: Bool { if case .saving = self { true } else { false } }

  fileprivate var holdsControls: Bool {
    guard let facts = savedFacts else { return false }
    return [facts.childWords, facts.presentingConcern, facts.outcome, facts.professional]
      .compactMap { $0 }.joined().unicodeScalars
      .contains { $0 != "\n" && $0.properties.generalCategory == .control }
  }
}
