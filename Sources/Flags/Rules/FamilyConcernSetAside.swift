import Records

extension FlagRule {
  /// The family told us, and was not believed.
  package static let familyConcernSetAside = FlagRule(
    "R21", "family-concern-set-aside",
    words: """
      Relatives, neighbours or an anonymous caller reported a concern and it was recorded as \
      malicious or unsubstantiated without the child seen alone; or a photo or video was offered and \
      nobody looked at it.
      """,
    logic: { p in
      """
      Concerns from sources 1A, 1B, 1D or 9: \(p.setAside) in \(p.setAsideDays) days set aside as malicious or unsubstantiated, \
      with the child not seen alone since the first; or a photo, video or message offered and not \
      viewed. Cleared when the concern is tested or answered.
      """
    },
    source: """
      A video called malicious (Star Hobson, 2020); photographs seen later (Arthur Labinjo-Hughes, \
      2020); the wider family "too often disregarded" (national review, 2022).
      """,
    falsePositives: "A dispute about contact: the reason, and that it was tested.",
    goodAnswer: "The photo viewed, the child seen alone, a reply to the caller considered.",
    lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    let concerns = view.chronology.matters(.concern).filter { $0.isFromFamily && !$0.isClosed }
    let unviewed = concerns.filter(\.isUnviewed)
    let setAside = view.within(
      parameters.setAsideDays,
      of: concerns.flatMap(\.records).filter { $0.fact.text(.setAsideAs) != nil }
        .sorted { $0.date < $1.date })
    let isSetAside =
      setAside.count >= parameters.setAside
      && setAside.first.map { !view.chronology.isSeenAlone(since: $0.date) } == true
    guard isSetAside || !unviewed.isEmpty else { return nil }
    let evidence = isSetAside ? setAside : unviewed.map { $0.records[0] }
    guard let last = evidence.last else { return nil }
    let matter = concerns.last { $0.records.contains(last) }
    let who = FamilySource.words(matter?.fact.text(.raisedBy))
    let words = "\"\(matter?.fact.text(.concern) ?? "")\""
    let verdict = last.fact.text(.setAsideAs).map { "\"\($0)\"" } ?? ""
    let viewed = unviewed.isEmpty ? "" : ", or what was offered viewed"
    return Finding(
      "R21", .thisWeek, evidence: evidence,
      line: isSetAside
        ? """
        \(who) reported \(words); \(setAside.count) reports set aside, the last as \(verdict), \
        without the child seen alone\(viewed).
        """
        : """
        \(who) reported \(words) and offered a \(matter?.fact.text(.offered) ?? ""). Nobody \
        has viewed it.
        """)
  }
}

/// Sources that are family, neighbours or unnamed, by the codes of the census.
private enum FamilySource {
  static let codes: Set<String> = ["1A", "1B", "1D", "9"]

  static func words(_ code: String?) -> String {
    switch code {
    case "1A": "Family"
    case "1B": "A neighbour or acquaintance"
    case "9": "An anonymous caller"
    default: "Somebody"
    }
  }
}

extension Matter {
  fileprivate var isFromFamily: Bool {
    records.contains { $0.fact.text(.raisedBy).map(FamilySource.codes.contains) == true }
  }

  fileprivate var isUnviewed: Bool {
    records.contains { $0.fact.text(.offered).map { $0 != "nothing" } ?? false }
      && first("viewed") == nil
  }
}

extension Chronology {
  fileprivate func isSeenAlone(since day: CalendarDate) -> Bool {
    readings.contains { $0.date > day && $0.facts.seenAlone == .yes }
  }
}
