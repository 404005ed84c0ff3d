/// The columns of the canonical contacts file, in the order in which Heed writes them.
package enum Column: String, CaseIterable, Hashable, Sendable {
  case ref
  case childRef = "child_ref"
  case childName = "child_name"
  case dateOfBirth = "date_of_birth"
  case household, worker, plan, date, time
  case datePrecision = "date_precision"
  case agency, role, professional
  case contactType = "contact_type"
  case childSeen = "child_seen"
  case seenAlone = "seen_alone"
  case announced
  case presentingConcern = "presenting_concern"
  case childWords = "child_words"
  case injuries
  case injuryCount = "injury_count"
  case explanationGiven = "explanation_given"
  case explanationChallenged = "explanation_challenged"
  case otherAdultsNoted = "other_adults_noted"
  case outcome
  case escalationLevel = "escalation_level"
  case source

  package static let required: [Column] = [.date, .agency, .contactType]
}
