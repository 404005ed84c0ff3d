/// A field of a contact that the reader can read.
package enum ReadField: String, CaseIterable, Sendable {
  case injuries
  case presentingConcern = "presenting_concern"
  case explanationGiven = "explanation_given"
  case otherAdultsNoted = "other_adults_noted"
  case outcome
  case childWords = "child_words"
}

/// What one field of a contact says, in facts, with the words that each rests on.
package struct Reading: Hashable, Sendable {
  /// Increased whenever the same words may be read differently: a store judged by an earlier edition clears
  /// nothing by the new readings until it is rescanned.
  package static let edition = 2

  package let field: ReadField
  /// nil where nothing is said of an injury.
  package internal(set) var injury: InjuryVerdict?
  package internal(set) var sites: [String] = []
  package internal(set) var kinds: [String] = []
  /// A lower bound; 0 where there is none.
  package internal(set) var count = 0
  /// The text also points back to marks known already.
  package internal(set) var asBefore = false
  package internal(set) var concern: Bool?
  /// An account is given in words.
  package internal(set) var explanation: Bool?
  package internal(set) var adults: [ReadAdult] = []
  package internal(set) var medicalOpinion: MedicalOpinion?
  package internal(set) var nfa: Bool?
  package internal(set) var cancelledBy: CancelledBy?
  package internal(set) var seenMode: SeenMode?
  package internal(set) var ask: Question?
  package internal(set) var mentions: [Mention] = []

  init(field: ReadField) {
    self.field = field
  }
}

/// What a text says of an injury to the child.
package enum InjuryVerdict: String, CaseIterable, Sendable {
  case child, none
  case otherPerson = "other_person"
  case asBefore = "as_before"
  /// Doubt that a careful reader asks about.
  case unclear
}

/// A doctor's view of how an injury came about.
package enum MedicalOpinion: String, CaseIterable, Sendable {
  case accidental, inflicted, inconclusive
}

/// Who called a contact off.
package enum CancelledBy: String, CaseIterable, Sendable {
  case service, family, unclear
}

/// How the child was last seen or heard in a contact.
package enum SeenMode: String, CaseIterable, Sendable {
  case inPerson = "in person"
  case video, phone
  case throughDoor = "through door"
  case toldByCarer = "told by carer"
  case notSeen = "not seen"
}

/// An adult who is no parent, no known member of the household and no professional.
package struct ReadAdult: Hashable, Sendable {
  /// As written; nil for somebody without a name.
  package let name: String?
  /// The words that describe them.
  package let description: String
  /// Who they are said to be: partner, uncle, lodger.
  package let roles: [String]
}

/// What a careful reader would ask of the writer.
package enum Question: Hashable, Sendable {
  /// Whether the words are an injury of the child.
  case whetherInjury(String)
  /// Whose body the words are about.
  case whose(String)
  case whetherKnownMark(String)
  case whoCancelled(String)
  case howSeen(String)
}

/// Reads one field of a contact.
package func read(_ text: String, as field: ReadField) -> Reading {
  switch field {
  case .injuries: InjuryReading.read(text, as: field)
  case .childWords: InjuryReading.read(text, as: field)
  case .presentingConcern: ConcernReading.read(text)
  case .explanationGiven: ExplanationReading.read(text)
  case .otherAdultsNoted: AdultsReading.read(text)
  case .outcome: OutcomeReading.read(text)
  }
}
