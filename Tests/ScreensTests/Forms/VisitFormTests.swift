import Cells
import Records
import Testing

@testable import Screens

@Suite struct VisitFormTests {
  /// A visit typed as a worker would, up to the outcome.
  private static func filled() -> VisitForm {
    var form = FormScene.visit()
    form.do(
      .type("yest 14:30"), .repeated(.tab, 2), .type("n"), .repeated(.tab, 3), .type("y"),
      .press(.tab), .type("n"), .press(.tab), .type("Danny, a friend; ?"), .press(.tab),
      .type("\"Me fall.\" Looked away"), .press(.enter), .type("when Danny came in."),
      .press(.tab), .type("New bruise, and nobody says the same."), .press(.tab),
      .type("bruise to left ear; graze on knee"), .press(.tab), .type("2"), .press(.tab),
      .type("Mother: fell off the settee."), .press(.tab), .type("n"), .press(.tab),
      .type("Told I. Rowe's manager; visit again on Tuesday."), .press(.tab), .type("m"))
    return form
  }

  @Test(arguments: recordedSizes)
  func `an empty form, and a filled one`(name: String, size: Size) throws {
    try expectFrame(
      FormScene.visit().draw(size: size, now: FormScene.now), "form-visit-empty-\(name)")
    try expectFrame(
      Self.filled().draw(size: size, now: FormScene.now), "form-visit-filled-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a form with problems says them under their fields`(name: String, size: Size) throws {
    var form = FormScene.visit()
    form.fill(.when, "31/2")
    form.fill(.seenAlone, "y")
    form.fill(.injuryCount, "many")
    form.do(.press(.control("s")))
    try expectFrame(form.draw(size: size, now: FormScene.now), "form-visit-problems-\(name)")
  }

  @Test func `a filled form gives exactly its facts`() throws {
    var form = Self.filled()
    var facts = ContactFacts(
      date: FormScene.today.adding(days: -1), agency: Agency(.socialCare), kind: .homeVisit)
    facts.time = TimeOfDay(hour: 14, minute: 30)
    facts.role = "social worker"
    facts.professional = "I. Rowe"
    facts.announced = .no
    facts.childSeen = .yes
    facts.seenAlone = .no
    facts.otherAdultsNoted = "Danny, a friend; unknown adult"
    facts.childWords = "\"Me fall.\" Looked away\nwhen Danny came in."
    facts.presentingConcern = "New bruise, and nobody says the same."
    facts.injuries = "bruise to left ear; graze on knee"
    facts.injuryCount = 2
    facts.explanationGiven = "Mother: fell off the settee."
    facts.explanationChallenged = .no
    facts.outcome = "Told I. Rowe's manager; visit again on Tuesday."
    facts.escalation = .managementDecision
    let contacts = [NewContact(child: FormScene.child.id, facts: facts)]
    let request = StoreRequest.save(
      .recordContacts(contacts), finishing: Draft.Key(.visit, FormScene.child.id))
    #expect(form.do(.press(.control("s"))) == .saving(request))
  }
}
