import Flags
import Records
import Testing

/// What people write, judged: the faults of words (4) as rules see them.
@Suite struct WordsThatDecideTests {
  private let moves = FlagRule.injuryBeforeMobility

  @Test(arguments: [
    "Nan rang: there's a burn on his wrist", "Sister noticed a bruise on his ear",
    "No rash but a bite mark on the thigh", "Nothing on arms. Small bruise behind the ear",
    "no injury according to dad, I saw a graze to the cheek", "?bruise to temple",
    "as last week, and a new mark on the foot",
  ])
  func `4.1 a mark counts wherever its word stands in the cell`(words: String) throws {
    #expect(try found(moves, "0 health GP · injuries: \(words)", ageInMonths: 3) == "A: 0")
  }

  @Test func `4.1 a count of one or more is an injury whatever the words`() throws {
    for words in ["none", "see body map", "nothing new"] {
      let drawing = "0 health GP · injuries: \(words) · injury_count: 1"
      #expect(try found(moves, drawing, ageInMonths: 3) == "A: 0")
    }
  }

  @Test(arguments: [
    "mum says he bruises easily", "skin marks very easily, no marks today", "tends to bruise",
  ])
  func `4.2 what a skin is said to do is no mark`(words: String) throws {
    #expect(try found(moves, "0 health GP · injuries: \(words)", ageInMonths: 3) == "-")
  }

  @Test(arguments: [
    "No marks seen", "skin clear", "Bruising: nil", "not examined, asleep in pram", "NAD",
    "mum has a black eye", "birthmark on back",
  ])
  func `4.2 what is no mark of the child's raises nothing`(words: String) throws {
    #expect(try found(moves, "0 health GP · injuries: \(words)", ageInMonths: 3) == "-")
  }

  /// Two injuries of a toddler, the second with what a hospital said of it.
  private func twice(_ outcome: String) -> String {
    """
    -20 health GP · injuries: bruise to cheek · explanation_given: fell
    -5 health hospital · injuries: burn to hand · explanation_given: kettle · outcome: \(outcome)
    """
  }

  @Test(arguments: [
    "accidental cause ruled out", "unlikely to be accidental", "this was no accident",
    "mum says accidental; paediatrician does not agree", "?accidental, awaiting senior review",
  ])
  func `4.3 an opinion that is denied, another's or unsure excuses nothing`(outcome: String) throws
  {
    let rule = FlagRule.repeatedInjuriesUntested
    #expect(try found(rule, twice(outcome), ageInMonths: 20).contains("-5"))
  }

  @Test func `4.3 a clinician's sure opinion does`() throws {
    let rule = FlagRule.repeatedInjuriesUntested
    let drawing = twice("consultant: consistent with accidental spill")
    #expect(try !found(rule, drawing, ageInMonths: 20).contains("-5"))
  }

  @Test(arguments: ["nobody", "n/a", "just mum", "No other adults", "Mum and dad", "none seen"])
  func `4.5 nobody and the parents are no unassessed adult`(words: String) throws {
    let drawing = (1...3).map { "-\($0 * 10) health GP · other_adults_noted: \(words)" }
      .joined(separator: "\n")
    #expect(try found(.unassessedAdult, drawing, ageInMonths: 20) == "-")
  }

  @Test func `4.6 to name an adult is no sighting`() throws {
    // One sighting of a child of five is for the week; a second would be for today.
    let sighted = "-20 + adult sighted · adult: Danny"
    let rule = FlagRule.unassessedAdult
    let alone = try found(rule, sighted, ageInMonths: 60)
    #expect(alone.hasPrefix("B"))
    let named = sighted + "\n-10 + adult named · adult: Danny"
    #expect(try found(rule, named, ageInMonths: 60).hasPrefix("B"))
  }

  @Test(arguments: ["No concerns noted today", "nothing to report", "Routine visit", "none"])
  func `4.7 what says that there is no concern is none`(words: String) throws {
    let drawing = """
      -9 police police attendance · presenting_concern: \(words)
      -2 school school · presenting_concern: \(words)
      """
    #expect(try found(.agenciesWithoutJointDiscussion, drawing, ageInMonths: 60) == "-")
    let real = drawing.replacing(words, with: "mother drunk in the street")
    #expect(try found(.agenciesWithoutJointDiscussion, real, ageInMonths: 60) != "-")
  }

  @Test(arguments: [
    ("clinic cancelled by us", true), ("Mum claims it was cancelled by us; clinic says no", false),
  ])
  func `4.4 whose cancelling it was is not what one says of the other`(
    words: String, isOurs: Bool
  ) throws {
    let drawing = (1...4).map { "-\($0 * 7) health cancelled · outcome: \(words)" }
      .joined(separator: "\n")
    #expect((try found(.missedContacts, drawing, ageInMonths: 60) == "-") == isOurs)
  }
}
