// Adults around the child, and the conditions that some are under.

extension FactKind {
  /// An adult's ladder from the first sighting to the assessment.
  package static let adult = FactKind(
    "adult", "Adult",
    words: "An adult around the child: seen, named, checked, met and assessed.",
    key: [.adult],
    steps: [
      FactStep("sighted", opens: true), FactStep("named", opens: true),
      FactStep("checks requested", opens: true), FactStep("checked", opens: true),
      FactStep("identity confirmed", opens: true), FactStep("assessed", opens: true),
      FactStep("safe", opens: true), FactStep("conditions", opens: true),
      FactStep("excluded", opens: true),
    ],
    fields: [
      .adult, .claimedRole, .sightedHow, .overnight, .caresForChild, .toldBy, .agency, .place,
      .time,
    ])

  package static let condition = FactKind(
    "condition", "Condition",
    words: "What an adult may not do: bail, licence, curfew, order or written agreement.",
    key: [.condition],
    steps: [
      FactStep("imposed", required: [.conditionKind, .adult], opens: true), FactStep("varied"),
      FactStep("breached", required: [.accountWords]),
      FactStep("enforcer told", required: [.toldTo]),
      FactStep("replaced", closes: true), FactStep("recalled", closes: true),
      FactStep("ended", closes: true),
    ],
    fields: [
      .condition, .conditionKind, .adult, .terms, .forbids, .from, .until, .ends, .enforcer,
      .accountWords, .place, .agency, .toldTo, .time,
    ])
}

extension FactField {
  package static let adult = FactField("adult", "The adult")
  package static let claimedRole = FactField("role", "Said to be")
  package static let sightedHow = FactField(
    "seen_how", "How",
    .word([
      "present", "clothing or belongings", "named on a form", "mentioned by the child",
      "mentioned by a neighbour", "mentioned by a relative", "police call",
    ]))
  package static let overnight = FactField("overnight", "Stays overnight", .yesNo)
  package static let caresForChild = FactField("cares", "Cares for the child", .yesNo)
  package static let toldBy = FactField("told_by", "Told by")
  package static let agency = FactField("agency", "Agency")
  package static let place = FactField("place", "Where")
  package static let time = FactField("time", "At", .time)

  package static let condition = FactField("condition", "Called")
  package static let conditionKind = FactField(
    "type", "Type",
    .word([
      "bail", "licence", "curfew", "court order", "non-molestation order", "exclusion",
      "disclosure of relationships", "written agreement",
    ]))
  package static let terms = FactField("terms", "Terms")
  package static let forbids = FactField(
    "forbids", "Forbids", .word(["contact with the child", "the child's home", "other"]))
  package static let from = FactField("from", "Curfew from", .time)
  package static let until = FactField("until", "Curfew until", .time)
  package static let ends = FactField("ends", "Ends", .day)
  package static let enforcer = FactField("enforcer", "Enforced by")
  package static let toldTo = FactField("told", "Told to whom")
}
