import Testing

@testable import Reading

/// The triggers of ConText, how far each reaches, and where its reach ends.
@Suite struct `Triggers and their reach` {
  @Test(
    arguments: [
      ("no cuts, grazes, burns", Mention.Status.denied),
      ("Bruises - none", .denied), ("burn? no", .denied), ("?fracture - excluded on xray", .denied),
      ("free of bruises", .denied), ("neither burns nor bruises", .denied),
      ("mum denies any marks", .denied),
      ("No explanation for bruise to thigh", .present),
      ("dad denies causing the mark on his arm", .present),
      ("no burns, bruising over abdomen noted", .denied),
      ("poss bruise to thigh", .present), ("bruise or birthmark?", .doubtful),
      ("risk of scalds", .hypothetical), ("if any bruising appears", .hypothetical),
      ("gave burns leaflet", .hypothetical), ("broke leg last year", .past),
      ("as before: bruise to both knees", .asBefore), ("same marks as Monday", .asBefore),
    ])
  func `The first mark stands as its trigger says`(_ text: String, _ status: Mention.Status) {
    #expect(read(text, as: .injuries).mentions.first { $0.sort == .mark }?.status == status)
  }

  @Test(
    arguments: [
      "No marks. Bruise to ear", "no marks; bruise to ear", "no marks but bruise to ear",
      "no marks - bruise to ear", "none except bruise to ear", "nil save for a bruise to ear",
      "no marks, bruise to ear", "no burns, however bruise to ear", "No burns then bruise to ear",
    ])
  func `A denial ends at a stop, a turn or a new statement`(_ text: String) {
    let reading = read(text, as: .injuries)
    #expect(reading.injury == .child)
    #expect(reading.sites == ["ear"])
  }

  @Test(
    arguments: [
      ("sister's lip is cut", InjuryVerdict.otherPerson),
      ("mum has a black eye", .otherPerson), ("burn is to brother's leg", .otherPerson),
      ("dog bit the postman", .otherPerson), ("older sib: bruise to back", .otherPerson),
      ("brother bit his ear", .child), ("twin has bitten him", .child),
      ("mum has noticed a bruise on his leg", .child), ("Mum showed me a bruise", .child),
      ("bruise to leg - hers or her sister's?", .unclear),
    ])
  func `Only the one whose body it is counts`(_ text: String, _ verdict: InjuryVerdict) {
    #expect(read(text, as: .injuries).injury == verdict)
  }

  @Test(
    arguments: [
      "bruise or birthmark?", "something on her back", "limping", "TBC", "dirt or bruise on cheek",
    ])
  func `Doubt asks`(_ text: String) {
    let reading = read(text, as: .injuries)
    #expect(reading.injury == .unclear)
    #expect(reading.ask != nil)
  }
}
