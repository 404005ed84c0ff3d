// Injuries, the accounts of them, concerns, and how the child moves about.

extension FactKind {
  package static let injury = FactKind(
    "injury", "Injury",
    words: "A mark on the child, with its site, and a doctor's view of it.",
    steps: [
      FactStep("recorded", required: [.sites], opens: true),
      FactStep("medical view", required: [.opinion, .ofInjury]),
    ],
    fields: [
      .sites, .injuryKind, .marks, .side, .size, .colour, .observed, .seenBy, .mobility, .ofInjury,
      .opinion, .opinionBy,
    ])

  package static let explanation = FactKind(
    "explanation", "Explanation",
    words: "An account of an injury or a concern, in the words used, and how it was tested.",
    steps: [
      FactStep("given", required: [.accountWords, .ofInjury], opens: true),
      FactStep("tested", required: [.testedBy, .testResult, .ofInjury]),
    ],
    fields: [
      .ofInjury, .accountWords, .givenBy, .givenTo, .mechanism, .actor, .childsOwn, .askedAlone,
      .comparedWithBefore, .testedBy, .testResult,
    ])

  package static let concern = FactKind(
    "concern", "Concern",
    words: "Who worried about what, how it was tested, and whether it was set aside.",
    key: [.concern],
    steps: [
      FactStep("raised", required: [.raisedBy], opens: true),
      FactStep("set aside", required: [.setAsideAs, .because]),
      FactStep("viewed"), FactStep("tested", required: [.testedBy], closes: true),
      FactStep("answered", required: [.because], closes: true),
    ],
    fields: [
      .concern, .raisedBy, .category, .level, .offered, .setAsideAs, .because, .testedBy, .agency,
    ])

  package static let mobility = FactKind(
    "mobility", "Mobility",
    words: "How the child moves about, as seen on a day.",
    steps: [FactStep("noted", required: [.mobility], opens: true)], fields: [.mobility, .seenBy])
}

extension FactField {
  package static let sites = FactField("sites", "Where, ; between")
  package static let injuryKind = FactField(
    "type", "What it was",
    .word([
      "bruise", "graze", "burn", "scald", "bite", "fracture", "cut", "swelling", "mark uncertain",
    ]))
  package static let marks = FactField("count", "How many marks", .number(1...100))
  package static let side = FactField("side", "Side", .word(["left", "right", "both", "middle"]))
  package static let size = FactField("size", "Size")
  package static let colour = FactField("colour", "Colour and pattern")
  package static let observed = FactField(
    "observed", "Observed or reported", .word(["observed", "reported"]))
  package static let seenBy = FactField("seen_by", "First seen by")
  package static let mobility = FactField(
    "mobility", "Moves about",
    .word(Mobility.allCases.map(\.rawValue)))
  /// The day on which the injury, or the concern, was first recorded.
  package static let ofInjury = FactField("of", "Of the injury or concern of", .day)
  package static let opinion = FactField(
    "opinion", "Medical view", .word(MedicalOpinion.allCases.map(\.rawValue)))
  package static let opinionBy = FactField("opinion_by", "By which doctor")

  package static let accountWords = FactField("words", "In the words used")
  package static let givenBy = FactField("given_by", "Given by")
  package static let givenTo = FactField("given_to", "Given to")
  package static let mechanism = FactField(
    "mechanism", "How it is said to have happened",
    .word(Explanation.Mechanism.allCases.map(\.rawValue)))
  package static let actor = FactField(
    "actor", "Who is said to have done it", .word(Explanation.Actor.allCases.map(\.rawValue)))
  package static let childsOwn = FactField("childs_own", "The child's own account", .yesNo)
  package static let askedAlone = FactField("asked_alone", "The child was asked alone", .yesNo)
  package static let comparedWithBefore = FactField(
    "compared", "Beside what was said before", .word(["same", "different"]))
  package static let testedBy = FactField(
    "tested_by", "Tested by",
    .word([
      "open questions", "compared with earlier", "paediatric opinion", "scene seen",
      "second source",
    ]))
  package static let testResult = FactField(
    "result", "It", .word(["fits", "does not fit", "cannot tell"]))

  package static let concern = FactField("concern", "What gave reason to worry")
  /// The referral source codes of the children in need census.
  package static let raisedBy = FactField(
    "raised_by", "Raised by",
    .word([
      "1A", "1B", "1C", "1D", "2A", "2B", "3A", "3B", "3C", "3D", "3E", "3F", "4", "5A", "5B",
      "5C", "5D", "6", "7", "8", "9", "10",
    ]))
  package static let category = FactField(
    "category", "Category", .word(["NEG", "PHY", "SAB", "EMO", "other"]))
  package static let level = FactField("level", "Level", .word(["low", "medium", "high"]))
  package static let offered = FactField(
    "offered", "Offered as evidence", .word(["photo", "video", "message", "nothing"]))
  package static let setAsideAs = FactField(
    "set_aside_as", "Recorded as", .word(["malicious", "unsubstantiated"]))
  package static let because = FactField("because", "Because")
}

/// What a doctor made of a mark.
package enum MedicalOpinion: String, CaseIterable, Hashable, Sendable {
  case accidental = "consistent with accident"
  case inconsistent = "inconsistent with account"
  case inconclusive
  case nonAccidental = "non-accidental"
  case notSeen = "not seen"

  /// Whether the opinion and the account can't both be true.
  package var contradictsAccount: Bool { self == .inconsistent || self == .nonAccidental }
}
