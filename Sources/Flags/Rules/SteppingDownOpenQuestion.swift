import Reading
package import Records

extension FlagRule {
  /// The case is about to be closed or stepped down with questions open.
  package static let steppingDownOpenQuestion = FlagRule(
    "R20", "stepping-down-open-question",
    words: """
      A closure or step-down is drafted while questions about the child are open. It waits until each \
      is answered, or goes along with an owner.
      """,
    logic: { p in
      """
      A drafted step-down or closure while any of these is open and not carried with an owner: an \
      injury with a point and an untested account; an adult below "checked"; a flag of today or the \
      week that no signed decision covers; a concern younger than \(p.concernOpenDays) days that \
      was not answered. Cleared when each is answered or carried, or the draft is \
      withdrawn.
      """
    },
    source: """
      Closed, and referred again within weeks (Star Hobson, 2020); returned with gaps in the plan \
      (Finley Boden, 2020).
      """,
    falsePositives: "A transfer to another authority: name it, and hold the handover.",
    goodAnswer: "Each question answered, or carried with an owner.",
    lowestSigner: .teamManager, clearingRung: .none, restsOn: [.injuries, .otherAdultsNoted],
    whenItEnds: .clears, readsFlags: true
  ) { view, parameters in
    guard let draft = view.chronology.draftedStepDown else { return nil }
    let open = view.openQuestions(parameters)
    guard let first = open.first else { return nil }
    let list = open.map(\.name).joined(separator: " · ")
    return Finding(
      "R20", .today, evidence: [Evidence(draft.last)] + (first.evidence.map { [$0] } ?? []),
      line: """
        \(draft.fact.text(.stepDownTo) == "closed" ? "Closing" : "Stepping down") with open: \(list).
        """)
  }
}

extension CaseView {
  /// The open questions about the child that no draft carries along with an owner, the weightiest first.
  package mutating func openQuestions(_ parameters: Parameters) -> [OpenQuestion] {
    var questions: [OpenQuestion] = []
    for injury in chronology.injuries where injury.points >= 1 && injury.isUntested {
      questions.append(
        OpenQuestion(name: "injury of \(injury.date) untested", evidence: injury.evidence.first))
    }
    questions += chronology.uncheckedAdults
    for flag in flags where flag.band <= .thisWeek {
      if isDecided(flag) { continue }
      questions.append(OpenQuestion(name: "flag \(flag.rule)", evidence: flag.evidence.first))
    }
    if let concern = within(parameters.concernOpenDays, of: chronology.unansweredConcerns).last {
      questions.append(OpenQuestion(name: "concern of \(concern.date)", evidence: concern))
    }
    let draft = chronology.draftedStepDown
    return questions.filter { draft?.carries($0) != true }
  }

  /// Whether a signed decision covers a flag; a rung that is only promised does not.
  private mutating func isDecided(_ flag: Flag) -> Bool {
    guard let answer = flag.answer, answer.stands, case .decide = answer.decision else {
      return false
    }
    return !isAfter(answer.holdsUntil)
  }
}

extension Chronology {
  /// The draft of a step-down or closure that is still open; nil without one.
  fileprivate var draftedStepDown: Matter? { matters(.stepDown).last { !$0.isClosed } }

  /// Concerns of contacts and of facts, by day, but for those that were tested or answered.
  fileprivate var unansweredConcerns: [Evidence] {
    let raised = matters(.concern)
    let answered = Set(raised.filter(\.isClosed).flatMap(\.records).compactMap(\.contact))
    let noted = concerns.filter { !answered.contains($0.contact.id) }.map { Evidence($0.contact) }
    let recorded = raised.filter { !$0.isClosed }.flatMap(\.records)
      .filter { $0.fact.step.opens }.map { Evidence($0) }
    return (noted + recorded).sorted { $0.date < $1.date }
  }

  /// The adults, sighted or on record, who have not been checked.
  fileprivate var uncheckedAdults: [OpenQuestion] {
    let checked = Set(
      matters(.adult).filter { AdultStatus($0) >= .checked }.compactMap { NotedAdult($0.fact)?.key }
    )
    let recorded = matters(.adult).compactMap { matter in
      NotedAdult(matter.fact).map { ($0, Evidence(matter.records[0])) }
    }
    var seen: Set<String?> = []
    return (sightings.map { ($0.adult, $0.evidence) } + recorded).compactMap { adult, evidence in
      if let key = adult.key, checked.contains(key) { return nil }
      guard seen.insert(adult.key).inserted else { return nil }
      let name = adult.description.map { "\"\($0)\"" } ?? "an unknown adult"
      return OpenQuestion(name: "adult \(name) unchecked", evidence: evidence)
    }
  }
}

extension Matter {
  /// Whether the draft carries `question` along with an owner, under the name by which it was asked.
  fileprivate func carries(_ question: OpenQuestion) -> Bool {
    records.contains { record in
      record.fact.step.name == "carried"
        && record.fact.text(.openQuestion).map { folded($0) == folded(question.name) } == true
    }
  }
}
