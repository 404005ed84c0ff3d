import Flags
import Records
import Testing

/// What a worker answered where the words left open whether they are an injury.
@Suite struct ReadingAnswerTests {
  private let rule = FlagRule.injuryBeforeMobility
  private let words = "dirt or bruise on cheek"

  private func drawing(_ answer: String? = nil, about asked: String? = nil, count: Int? = nil)
    -> String
  {
    let contact =
      "0 social care home visit · child_seen: yes · injuries: \(words)"
      + (count.map { " · injury_count: \($0)" } ?? "")
    guard let answer else { return contact }
    return contact + "\n0 + reading answered · words: \(asked ?? words) · injury: \(answer)"
  }

  @Test func `doubt is an injury until somebody answers`() throws {
    #expect(try found(rule, drawing(), ageInMonths: 3) == "A: 0")
    #expect(try found(rule, drawing("no"), ageInMonths: 3) == "-")
    #expect(try found(rule, drawing("yes"), ageInMonths: 3) == "A: 0")
  }

  @Test func `an answer about other words says nothing of these`() throws {
    let other = drawing("no", about: "dirt or bruise on the cheek")
    #expect(try found(rule, other, ageInMonths: 3) == "A: 0")
  }

  @Test func `a stated count stands above an answer`() throws {
    #expect(try found(rule, drawing("no", count: 1), ageInMonths: 3) == "A: 0")
    #expect(try found(rule, drawing("no", count: 0), ageInMonths: 3) == "-")
  }

  @Test func `an answer that was entered in error is none`() throws {
    let mistaken = drawing("no") + " · in_error: about the sister"
    #expect(try found(rule, mistaken, ageInMonths: 3) == "A: 0")
  }
}
