import Reading

/// What one contact means to the rules, read from its columns here and nowhere else.
///
/// How each column is read is stated in the domain reference, section 2.4. A class, so that the chronologies
/// of a hundred days share one reading of each contact.
package final class ContactReading: Hashable, Sendable {
  package let contact: Contact
  /// Copied from the facts, which are a large value, because most rules ask for it.
  package let kind: ContactKind
  package let childSeen: Observed?
  package let isSocialCare: Bool
  /// Made by somebody whose role names a social worker.
  package let isSocialWorker: Bool
  /// The professional named by a contact of social care; nil when nobody is named.
  let professional: PersonName?
  /// Made at a hospital, or by a paediatrician anywhere.
  package let isPaediatricOpinion: Bool
  package let marks: InjuryMarks?
  /// Records no marks of its own, but points back to marks that an earlier contact recorded.
  package let refersBack: Bool
  package let explanation: Explanation?
  package let adults: [NotedAdult]
  /// The rung held; `.none` for a referral or an assessment that the front door turned away.
  package let rung: Rung
  package let isNoFurtherAction: Bool
  /// The front door answered with advice or no further action.
  package let isTurnedAway: Bool
  package let findsAccident: Bool
  /// A doctor found the marks non-accidental, or inconsistent with the account.
  package let contradictsAccount: Bool
  package let closes: Bool
  package let leavesRegister: Bool
  package let completesAssessment: Bool
  package let isCancelledByUs: Bool
  package let isManagerDecision: Bool
  /// What was asked for was declined, with the reason.
  package let isDeclined: Bool
  /// The concern column states a concern, and not "none".
  package let saysConcern: Bool

  package var date: CalendarDate { contact.date }
  package var facts: ContactFacts { _read { yield contact.facts } }

  /// A worker's answer where the words left open whether there is an injury; nil without one.
  private let isInjury: Bool?

  /// `isInjury` overrides the words, and a count of one or more overrides both, except words that only point
  /// back.
  package init(_ contact: Contact, isInjury: Bool? = nil) {
    let facts = contact.facts
    self.isInjury = isInjury
    let outcome = Wording(facts.outcome ?? "")
    self.contact = contact
    kind = facts.kind
    childSeen = facts.childSeen
    isSocialCare = facts.agency.sector == .socialCare
    isSocialWorker = facts.role.map { Wording($0).contains(any: Phrases.socialWorker) } ?? false
    professional = isSocialCare ? facts.professional.map(PersonName.init) : nil
    isPaediatricOpinion = ContactReading.isMedical(facts)
    let injuries = ContactReading.read(facts.injuries, as: .injuries)
    refersBack = isInjury == nil && injuries?.injury == .asBefore
    let stated = facts.injuryCount ?? 0
    let isNone = refersBack || (isInjury == false && stated == 0)
    marks =
      isNone
      ? nil : InjuryMarks(facts.injuries, count: isInjury == true ? max(1, stated) : stated)
    let account = ContactReading.read(facts.explanationGiven, as: .explanationGiven)
    explanation =
      account?.explanation == true
      ? facts.explanationGiven.map {
        Explanation(words: $0, given: facts.date, isTested: facts.explanationChallenged == .yes)
      } : nil
    adults = facts.otherAdultsNoted.map(NotedAdult.read) ?? []
    let decided = ContactReading.read(facts.outcome, as: .outcome)
    isNoFurtherAction = decided?.nfa == true
    isTurnedAway =
      facts.kind.isFrontDoor && (isNoFurtherAction || outcome.contains(any: Phrases.advice))
    rung = isTurnedAway && (facts.escalation ?? .none).rank == 3 ? .none : facts.escalation ?? .none
    findsAccident =
      isPaediatricOpinion && decided?.medicalOpinion == .accidental
    contradictsAccount =
      isPaediatricOpinion && decided?.medicalOpinion == .inflicted
    closes = facts.kind == .closure || outcome.contains(any: Phrases.closed)
    leavesRegister = outcome.contains(any: Phrases.leavesRegister)
    completesAssessment = outcome.contains(any: Phrases.assessmentCompleted)
    isCancelledByUs = facts.kind == .cancelled && decided?.cancelledBy == .service
    isManagerDecision =
      rung == .managementDecision
      || facts.kind == .other && outcome.contains(any: Phrases.managerDecision)
    isDeclined = outcome.contains(any: Phrases.declined)
    saysConcern =
      ContactReading.read(facts.presentingConcern, as: .presentingConcern)?.concern == true
  }

  /// The reading of a column's text; nil when the column is empty.
  private static func read(_ text: String?, as field: ReadField) -> Reading? {
    text.map { ReadingMemory.shared.reading(of: $0, as: field) }
  }

  /// Two readings are equal when they are of the same contact with the same answer.
  package static func == (left: ContactReading, right: ContactReading) -> Bool {
    left === right || (left.contact == right.contact && left.isInjury == right.isInjury)
  }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(contact.id)
    hasher.combine(contact.version)
  }

  private static func isMedical(_ facts: ContactFacts) -> Bool {
    facts.kind == .hospital
      || facts.role.map { Wording($0).contains(any: Phrases.paediatric) } ?? false
  }
}

extension ContactKind {
  /// Whether contacts of this kind arrive at the front door.
  package var isFrontDoor: Bool { self == .referral || self == .frontDoorContact }
}

/// The phrases by which a free text says something that a rule needs.
enum Phrases {
  static let advice = WordList(["advice"])
  static let closed = WordList(["case closed", "file closed", "closed as"])
  static let leavesRegister = WordList(["removed from register", "removed from the register"])
  static let assessmentCompleted = WordList(["assessment completed"])
  static let declined = WordList([
    "declined", "refused because", "not needed because", "not required because",
  ])
  static let socialWorker = WordList(["social worker"])
  static let paediatric = WordList(["paediatric*"])
  static let managerDecision = WordList(["manager decision", "management decision"])
}
