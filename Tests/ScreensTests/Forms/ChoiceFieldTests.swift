import Cells
import Records
import Screens
import Testing

@Suite struct ChoiceFieldTests {
  private static let kinds = ChoiceField(ContactKind.allCases.map(\.rawValue))

  private static func chosen(_ keys: [Key], in field: ChoiceField = kinds) -> String? {
    var field = field
    for key in keys { _ = field.handle(key) }
    return field.chosen.map { field.options[$0] }
  }

  @Test(arguments: [
    ("g", "GP"), ("s", "school"), ("ss", "strategy discussion"), ("sss", "supervision"),
    ("ssss", "school"), ("su", "supervision"), ("st", "strategy discussion"),
    ("hos", "hospital"), ("cou", "court"), ("core", "core group"), ("no", "no access"),
    ("sg", "GP"), ("S", "school"), ("sx", "school"), ("xs", "school"), ("core group", "core group"),
    ("no ", "no access"),
  ])
  func `first letters jump, and one letter again goes on`(typed: String, choice: String) {
    #expect(Self.chosen(typed.map { .character($0) }) == choice)
  }

  /// What a hurried hand types into the row above the one that it meant.
  @Test(arguments: [
    "She was not at home when I called, Danny opened", "not at home", "n/a", "Yes, but asleep",
    "No one",
    "under the stairs", "Nurse said so", "sx", "??", "yesterday",
  ])
  func `a sentence answers nothing, and what was chosen before stands`(sentence: String) {
    for before in [nil, 1] {
      var field = ChoiceField(["yes", "no", "unknown"], chosen: before)
      for character in sentence { _ = field.handle(.character(character)) }
      #expect(field.chosen == before)
      #expect(field.sentence == sentence, "it is shown, to be typed elsewhere")
      _ = field.handle(.right)
      _ = field.handle(.character("u"))
      #expect(field.chosen == 2 && field.sentence == nil)
    }
  }

  @Test func `whoever comes back to a row chooses anew`() {
    var field = ChoiceField(["yes", "no", "unknown"])
    for key in [Key.character("y"), .character("e"), .character("s"), .character("n")] {
      _ = field.handle(key)
    }
    #expect(field.chosen == 1, "another first letter after a whole word")
    for key in [Key.tab, .character("y"), .backTab, .character("u"), .tab, .character(" ")] {
      _ = field.handle(key)
    }
    #expect(field.chosen == 0, "Space goes on from the last")
  }

  @Test func `nothing is chosen until somebody chooses`() {
    #expect(Self.chosen([]) == nil)
    #expect(Self.chosen([.character("x")]) == nil)
    #expect(Self.chosen([.right]) == "home visit")
    #expect(Self.chosen([.left]) == "other")
    #expect(Self.chosen([.right, .left]) == "other")
    #expect(Self.chosen([.character(" "), .character(" ")]) == "office visit")
    #expect(Self.chosen([.right, .backspace]) == nil)
  }

  @Test func `a choice that must stand cannot be emptied`() {
    let field = ChoiceField(["yes", "no"], chosen: 0, isOptional: false)
    #expect(Self.chosen([.backspace, .delete], in: field) == "yes")
  }

  @Test func `keys of the form are left to the form`() {
    var field = Self.kinds
    for key in [Key.tab, .backTab, .enter, .up, .down, .escape, .control("s")] {
      let isTaken = field.handle(key)
      #expect(!isTaken)
    }
  }
}
