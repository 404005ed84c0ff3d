// Where the child is by day and by night, and who they are.

extension FactKind {
  package static let setting = FactKind(
    "setting", "School or nursery",
    words: "A school, nursery or childminder: begun, absent, withdrawn.",
    key: [.setting],
    steps: [
      FactStep("started", opens: true), FactStep("absent", required: [.schoolDays], opens: true),
      FactStep("attendance", required: [.percent], opens: true), FactStep("back"),
      FactStep("withdrawn", opens: true, closes: true),
      FactStep("home education notice", opens: true, closes: true),
    ],
    fields: [.setting, .settingKind, .schoolDays, .percent, .nextSighting, .because])

  package static let address = FactKind(
    "address", "Address",
    words: "Where the child lives: moved in, confirmed in person, moved out.",
    key: [.address],
    steps: [
      FactStep("moved in", opens: true), FactStep("confirmed", opens: true),
      FactStep("visited in error"), FactStep("moved out", closes: true),
    ],
    fields: [.address, .toldBy])

  /// What a visit says of the child's voice beyond the words themselves.
  package static let voice = FactKind(
    "voice", "Who spoke",
    words: "A carer answered for the child, or why the child was not seen alone.",
    steps: [FactStep("noted", opens: true)],
    fields: [.answeredFor, .notAloneBecause])

  package static let characteristics = FactKind(
    "characteristics", "Ethnicity and disability",
    words: "As the family gives them: to see whether the rules weigh unfairly on some.",
    steps: [FactStep("noted", opens: true)], fields: [.ethnicity, .disability, .sex])
}

extension FactField {
  package static let setting = FactField("setting", "Called")
  package static let settingKind = FactField(
    "type", "Type", .word(["school", "nursery", "childminder", "college"]))
  package static let schoolDays = FactField("days", "School days absent in a row", .number(1...400))
  /// Over the last 60 school days.
  package static let percent = FactField(
    "percent", "Attendance in the last 60 days, %", .number(0...100))
  package static let nextSighting = FactField("next_sighting", "Next sighting planned", .day)
  package static let address = FactField("address", "Address")
  package static let answeredFor = FactField(
    "answered_for", "A carer answered for the child", .yesNo)
  package static let notAloneBecause = FactField("not_alone_because", "Not seen alone, because")
  /// The codes of the children in need census, 2026.
  package static let ethnicity = FactField(
    "ethnicity", "Ethnicity",
    .word([
      "WBRI", "WIRI", "WIRT", "WOTH", "WROM", "MWBC", "MWBA", "MWAS", "MOTH", "AIND", "APKN",
      "ABAN", "AOTH", "BCRB", "BAFR", "BOTH", "CHNE", "OOTH", "REFU", "NOBT",
    ]))
  package static let disability = FactField(
    "disability", "Disability",
    .word([
      "NONE", "MOB", "HAND", "PC", "INC", "COMM", "LD", "HEAR", "VIS", "BEH", "CON", "AUT", "DDA",
    ]))
  package static let sex = FactField("sex", "Sex", .word(["M", "F", "U"]))
}
