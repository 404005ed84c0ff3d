import Reading
import Records

extension FlagRule {
  /// Closed or stepped down, and soon the worry is back.
  package static let closedThenBack = FlagRule(
    "R13", "closed-then-back",
    words: """
      After the case was closed or stepped down, a referral or a fresh concern has come. What was \
      known before must be read again, not started again.
      """,
    logic: { p in
      """
      A front-door contact, a medium concern or \(p.lowConcerns) low ones within \
      \(p.backAfterClosureDays) days of a closure or \(p.backAfterStepDownDays) of a step down; it \
      holds \(p.backHoldsDays) days from the last of them. Cleared by a referral taken up after the \
      contact that raised it.
      """
    },
    source: """
      "Start again syndrome" (Brandon 2008); closed in six days (Sara Sharif, 2023).
      """,
    falsePositives: "An unrelated request, such as a housing letter.",
    goodAnswer: "What is different this time, with the earlier entries read.",
    lowestSigner: .teamManager, clearingRung: .referral,
    restsOn: [.presentingConcern],
    whenItEnds: .goesQuiet { $0.isReopened(after: $1) }
  ) { view, parameters in
    let chronology = view.chronology
    guard
      let (ending, back) = chronology.lastReturn(parameters),
      let first = back.first, let last = back.last,
      !chronology.isReopened(afterContact: first.id, of: first.date),
      !view.isMore(than: parameters.backHoldsDays - 1, since: last.date)
    else { return nil }
    let earlier = chronology.concerns.filter { $0.date <= ending.date }.suffix(3)
    let list = earlier.map { "\($0.date) \($0.words)" }.joined(separator: "; ")
    let reason = ending.contact.facts.outcome ?? "no reason recorded"
    return Finding(
      "R13", .thisWeek, evidence: [ending.contact] + earlier.map(\.contact) + back,
      line: """
        \(ending.isClosure ? "Closed" : "Stepped down") \(ending.date) ("\(reason)"). \
        Concern again after \(counted(first.date.days(since: ending.date), "day")); \
        earlier concerns: \(list.isEmpty ? "none recorded" : list).
        """)
  }
}

/// The end of a case, or its step to a lower status.
private struct CaseEnding {
  let contact: Contact
  let isClosure: Bool

  var date: CalendarDate { contact.date }
}

extension Chronology {
  /// The latest ending after which the worry came back, with the contacts that brought it.
  fileprivate func lastReturn(_ parameters: Parameters) -> (CaseEnding, [Contact])? {
    for ending in endings.reversed() {
      let back = returns(after: ending, parameters)
      if !back.isEmpty { return (ending, back) }
    }
    return nil
  }

  private var endings: [CaseEnding] {
    let steps = Dictionary(
      stepDowns.map { ($0.contact.id, $0.status == .closed) }, uniquingKeysWith: { $0 || $1 })
    return readings.compactMap { reading in
      let step = steps[reading.contact.id]
      guard reading.closes || reading.leavesRegister || step != nil else { return nil }
      return CaseEnding(contact: reading.contact, isClosure: reading.closes || step == true)
    }
  }

  /// The contacts that brought the worry back: any front-door contact or medium concern, or low
  /// concerns from the second on.
  private func returns(after ending: CaseEnding, _ parameters: Parameters) -> [Contact] {
    let days = ending.isClosure ? parameters.backAfterClosureDays : parameters.backAfterStepDownDays
    let since = readings.filter {
      $0.date > ending.date && $0.date.days(since: ending.date) <= days
    }
    let levels = since.map { ($0, $0.kind.isFrontDoor ? .medium : Concern($0)?.level) }
    let worried = levels.filter { $0.1 != nil }
    let isGrave = worried.contains { $0.1 == .medium }
    return isGrave || worried.count >= parameters.lowConcerns ? worried.map(\.0.contact) : []
  }

  /// Whether a rung from a referral up was held after the contact that raised the question, which
  /// cannot answer it itself.
  fileprivate func isReopened(afterContact id: Identifier, of date: CalendarDate) -> Bool {
    escalations.contains {
      $0.rung.rank >= Rung.referral.rank && $0.id != id && $0.date >= date
    }
  }

  /// A flag's evidence begins with the ending; the first contact after it raised the question.
  fileprivate func isReopened(after flag: Flag) -> Bool {
    guard let ending = flag.evidence.first,
      let first = flag.evidence.first(where: { $0.date > ending.date })
    else { return false }
    return isReopened(afterContact: first.contact, of: first.date)
  }
}
