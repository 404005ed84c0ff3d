import Testing

@testable import Reading

/// The faults of the reader before this one: each comes out right.
@Suite struct `Faults of words` {
  @Test(
    arguments: [
      "Sister noticed a bruise on his ear", "Brother hit him, bruise to eye",
      "No bruising but a burn to the hand", "None apart from burn on hand",
      "No injury reported by mum but I saw a bite mark on his arm",
      "looked well, small bruise on ear", "As before, plus new burn to foot",
    ])
  func `4.1 A mark is read wherever it stands in the cell`(_ text: String) {
    let reading = read(text, as: .injuries)
    #expect(reading.injury == .child)
    #expect(reading.count >= 1)
  }

  @Test func `4.1 A back reference and a new mark stand side by side`() {
    let reading = read("As before, plus new burn to foot", as: .injuries)
    #expect(reading.asBefore)
    #expect(reading.sites == ["foot"])
  }

  @Test func `4.1 The one who saw a mark is named beside it`() {
    let reading = read("Sister noticed a bruise on his ear", as: .injuries)
    #expect(reading.mentions.first?.saidBy == "sister")
    #expect(reading.sites == ["ear"])
    #expect(reading.kinds == ["bruise"])
    #expect(reading.count == 1)
  }

  @Test(
    arguments: [
      "No visible injuries", "not checked - asleep", "NAD", "Bruises: none", "skin intact",
    ])
  func `4.2 Nothing found is no injury`(_ text: String) {
    #expect(read(text, as: .injuries).injury == InjuryVerdict.none)
  }

  @Test(
    arguments: [
      "accidental cause ruled out", "unlikely to be accidental", "not an accidental injury",
      "mother says accidental; paediatrician does not agree",
    ])
  func `4.3 Only a clinician's own sure view is an accident`(_ text: String) {
    #expect(read(text, as: .outcome).medicalOpinion == .inflicted)
  }

  @Test func `4.4 What mum claims of us is not what we did`() {
    let reading = read("Mum claims it was cancelled by us; clinic says no", as: .outcome)
    #expect(reading.cancelledBy == .unclear)
    #expect(reading.ask != nil)
  }

  @Test func `4.4 A denied NFA is none`() {
    #expect(read("not NFA: s47 to proceed", as: .outcome).nfa == false)
  }

  @Test(arguments: ["nobody", "n/a", "just mum", "Mother", "No other adults present"])
  func `4.5 Parents and nobody are no new adult`(_ text: String) {
    #expect(read(text, as: .otherAdultsNoted).adults.isEmpty)
  }

  @Test func `4.6 Naming somebody is no sighting of the child or of them`() {
    let reading = read("letter addressed to Carl", as: .otherAdultsNoted)
    #expect(reading.adults.map(\.name) == ["Carl"])
    #expect(reading.mentions.allSatisfy { $0.sort == .person })
  }

  @Test(arguments: ["No concerns noted today", "nothing to report", "Routine visit"])
  func `4.7 Routine is no concern`(_ text: String) {
    #expect(read(text, as: .presentingConcern).concern == false)
  }
}
