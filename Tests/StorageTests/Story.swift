import Records
import Storage
import Testing

/// The invented people and contacts of the contract's tests.
enum Story {
  /// Who asks, where a test names nobody else.
  static let author = Actor(account: "irowe")

  /// Monday 1 June 2026, 10:00 in London.
  static let today = CalendarDate(dayNumber: 20_605)
  static let monday = Instant(london: today, TimeOfDay(clamping: 600))

  static func child(_ ref: String, name: String? = nil, household: String? = nil) -> Child {
    var mint = IdentifierMint()
    return Child(
      id: mint.next(at: monday), ref: ref, name: name,
      dateOfBirth: today.adding(days: -130), household: household, worker: "I. Rowe",
      address: "4 Quay Street")
  }

  static func visit(_ daysAgo: Int, _ change: (inout ContactFacts) -> Void = { _ in })
    -> ContactFacts
  {
    var facts = ContactFacts(
      date: today.adding(days: -daysAgo), agency: Agency(.socialCare), kind: .homeVisit)
    facts.professional = "I. Rowe"
    change(&facts)
    return facts
  }

  /// A bruise to an infant of four months: R04, band A.
  static let bruise = visit(0) { facts in
    facts.agency = Agency(.health)
    facts.kind = .gp
    facts.injuries = "bruise to cheek"
    facts.injuryCount = 1
    facts.explanationGiven = "rolled onto a toy"
    facts.explanationChallenged = .yes
  }

  static let decision = decision(on: today)

  static func decision(on day: CalendarDate) -> Answer.Decision {
    .decide(
      Answer.Decide(
        reason: .medicalCause, because: "a birthmark, seen by the paediatrician",
        wouldChange: "a second mark", reviewBy: day.adding(days: 2)))
  }
}

extension CaseStore {
  /// Signs a flag's last answer.
  func sign(
    _ flag: Identifier, by account: String, secret: String, at now: Instant
  ) throws(StoreError) -> Flag {
    let answer = try flags(includingCleared: true).first { $0.id == flag }?.flag.answer
    return try sign(
      flag, answer: answer?.id ?? flag, by: .secret(account: account, secret: secret), at: now)
  }
}
