import Exchange
import Records

/// The questions that a contact is logged by where no screen is drawn, one line each.
enum LogQuestions {
  private static func takesYesOrNo(_ column: ContactColumn) -> Bool {
    guard case .word(let content) = column.content else { return false }
    return content.words == Observed.allCases.map(\.rawValue)
  }

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
    for column in ContactColumn.asked {
      let (question, cell) = (column.question ?? column.label, Column.contact(column))
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
        typed[cell] = takesYesOrNo(column) ? spelledOut(line) : line
        do {
          var trial = typed
          if trial[.contactType] == nil { trial[.contactType] = ContactKind.other.rawValue }
          _ = try LoggedFacts.read(trial, about: child, in: session)
          break
        } catch let complaint as CommandError {
          typed[cell] = nil
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
