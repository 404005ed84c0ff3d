import Reading
import Records

extension FlagRule {
  /// Several agencies each hold a piece, and nobody has laid them side by side.
  package static let agenciesWithoutJointDiscussion = FlagRule(
    "R02", "agencies-without-joint-discussion",
    words: """
      Two or more agencies have each recorded a concern, and no strategy discussion or \
      professionals' meeting has been held since.
      """,
    logic: { p in
      """
      Concerns of 2 agencies in \(p.jigsawOfTwoDays) days, or of 3 in \(p.jigsawOfThreeDays), one of them of medium level, counting only \
      those after the last joint meeting or higher rung. Word that social care only received is the \
      sender's. For today when an injury with a point is among them. A management decision pauses it \
      until its review.
      """
    },
    source: """
      "Each holds one piece of the jigsaw" (national review, Arthur Labinjo-Hughes and Star \
      Hobson, 2022).
      """,
    falsePositives: "One event that several agencies report.",
    goodAnswer: "A meeting booked with named agencies; or who leads, and who was told what.",
    lowestSigner: .teamManager, clearingRung: .jointInformation,
    restsOn: [.presentingConcern, .injuries],
    whenItEnds: .goesQuiet { $0.isJointlyDiscussed(after: $1) }
  ) { view, parameters in
    let chronology = view.chronology
    let concerns = chronology.concernsSinceMeeting
    let soon = view.within(parameters.jigsawOfTwoDays, of: concerns)
    let long = view.within(parameters.jigsawOfThreeDays, of: concerns)
    let pieces = soon.agencies.count >= 2 ? soon : long.agencies.count >= 3 ? long : []
    guard let first = pieces.first, pieces.contains(where: { $0.level == .medium }),
      !view.isPaused()
    else { return nil }
    let isInjured = chronology.hasScoringInjury(in: pieces.map(\.contact))
    return Finding(
      "R02", isInjured ? .today : .thisWeek, evidence: pieces.map(\.contact),
      line: """
        \(sentenceList(pieces.agencies)) each recorded a concern since \(first.date). \
        No strategy discussion or professionals' meeting.
        """)
  }
}

extension Chronology {
  /// The concerns after the last joint information or rung that restarts the counts, without those that
  /// social care only received.
  fileprivate var concernsSinceMeeting: [Concern] {
    let through = clearedThrough(by: \.isJoint)
    return concerns.filter { concern in
      !concern.isOnlyReceived && through.map { concern.date > $0 } ?? true
    }
  }
}

extension [Concern] {
  /// The agencies that recorded them, in the order in which they first did.
  fileprivate var agencies: [String] {
    reduce(into: []) { names, concern in
      let name = concern.contact.facts.agency.counted
      if !names.contains(name) { names.append(name) }
    }
  }
}

/// `Police`, `Police and school`, `Police, school and health`.
func sentenceList(_ items: [String]) -> String {
  guard let last = items.last, let first = items.first?.first else { return "" }
  let start = items.dropLast().joined(separator: ", ")
  let list = start.isEmpty ? last : "\(start) and \(last)"
  return first.uppercased() + list.dropFirst()
}
