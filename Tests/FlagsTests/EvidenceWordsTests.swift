import Flags
import Reading
import Records
import Testing

/// The words of a contact that a flag of each rule rests on.
@Suite struct EvidenceWordsTests {
  @Test(arguments: [
    ("R03", "injuries: bruise to ear, scratch on shin", #""bruise to ear", "scratch on shin""#),
    ("R04", "injuries: no bruise to face, cut on lip", #""cut on lip""#),
    // Somebody else's, known marks, and words that were denied are nothing that a flag rests on.
    ("R03", "injuries: bruise to sister's arm", ""),
    ("R03", "injuries: no injury", ""),
    ("R03", "injuries: dirt or bruise on cheek", #"perhaps "dirt or bruise on cheek""#),
    ("R05", "explanation_given: fell off the sofa", #""fell off the sofa""#),
    ("R09", "other_adults_noted: Darren, mum's new partner", #""Darren, mum's new partner""#),
    ("R12", "outcome: NFA", #""NFA""#),
    // A rule that counts visits rests on no words.
    ("R06", "injuries: bruise to ear", ""),
  ])
  func `a flag rests on the words that its rule reads`(
    rule: String, column: String, expected: String
  ) throws {
    let contact = try #require(
      try DrawnCase("-3 social care home visit · \(column)").contacts.first)
    let words = try #require(FlagRule.of(RuleID(rule))).words(in: contact)
    #expect(words.joined(separator: ", ") == expected)
  }

  @Test func `words that somebody answered are no longer perhaps, or nothing`() throws {
    let contact = try #require(
      try DrawnCase("-3 social care home visit · injuries: dirt or bruise on cheek").contacts.first)
    let rule = FlagRule.repeatedInjuriesUntested
    #expect(rule.words(in: contact, answered: true) == [#""dirt or bruise on cheek""#])
    #expect(rule.words(in: contact, answered: false).isEmpty)
  }
}
