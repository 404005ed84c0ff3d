import Exchange
import Records

/// The questions that a contact is logged by where no screen is drawn, one line each.
enum LogQuestions {
  private static let questions: [(Column, String)] = [
    (.contactType, "Kind (home visit, phone, no access, …)"), (.date, "When (empty: now)"),
    (.childSeen, "Child seen (yes, no, unknown)"), (.seenAlone, "Seen alone (yes, no)"),
    (.childWords, "What the child said, or how they were"), (.presentingConcern, "Concern"),
    (.injuries, "Injuries: sites in words, ; between"), (.injuryCount, "How many marks"),
    (.explanationGiven, "Explanation given"),
    (.explanationChallenged, "Explanation tested (yes, no)"),
    (.otherAdultsNoted, "Other adults seen or heard of (who, or no)"), (.outcome, "Outcome"),
    (.escalationLevel, "Rung held (none, strategy discussion, …)"),
  ]

  private static let yesOrNo: Set<Column> = [.childSeen, .seenAlone, .explanationChallenged]

  private static func spelledOut(_ line: String) -> String {
    switch line.lowercased() {
    case "y": "yes"
    case "n": "no"
    case "u": "unknown"
    default: line
    }
  }

  /// Asks for each column; a faulty answer is asked for again, so that nothing typed is lost.
  ///
  /// - Throws: 130 when input ends before the last question.
  static func ask(about child: Child, session: Session) throws -> [Column: String] {
    var typed: [Column: String] = [:]
    for (column, question) in questions {
      while true {
        let line = try Prompt.answer("\(question): ")
        if line.isEmpty {
          if column == .contactType { continue }
          if column == .childSeen, try asksWhetherSeen(typed, child, session) {
            Output.complain("Child seen: say yes, no or unknown.")
            continue
          }
          break
        }
        typed[column] = yesOrNo.contains(column) ? spelledOut(line) : line
        do {
          var trial = typed
          if trial[.contactType] == nil { trial[.contactType] = ContactKind.other.rawValue }
          _ = try LoggedFacts.read(trial, about: child, in: session)
          break
        } catch let complaint as CommandError {
          typed[column] = nil
          Output.complain(complaint.sentence)
        }
      }
    }
    return typed
  }

  private static func asksWhetherSeen(
    _ typed: [Column: String], _ child: Child, _ session: Session
  ) throws -> Bool {
    try LoggedFacts.read(typed, about: child, in: session).kind.asksWhetherSeen
  }
}
