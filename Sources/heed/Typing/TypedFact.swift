import Records
import RecordErrorSentences
import Screens

/// A fact as it was typed on a command line, read into its value.
struct TypedFact {
  let fact: Fact

  init(fact: Fact) {
    self.fact = fact
  }

  /// Words before the first `name=value` say what happened.
  /// - Throws: 65 with the field and what it takes.
  init(kind: FactKind, words: [String], day: String?, session: Session) throws(CommandError) {
    let step = words.prefix { !$0.contains("=") }.joined(separator: " ")
    var typed: [String: String] = [:]
    for word in words.drop(while: { !$0.contains("=") }) {
      let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2, Typed.isClean(String(parts[1])) else {
        throw CommandError(
          .usage, "Write each field as name=value, in quotes where the value holds blanks.")
      }
      typed[String(parts[0]).replacing("-", with: "_")] = String(parts[1])
    }
    try self.init(
      kind: kind, step: step.isEmpty ? nil : step, day: day, typed: typed, session: session)
  }

  /// - Throws: 65 with the field and what it takes.
  init(
    kind: FactKind, step: String?, day: String?, typed: [String: String], session: Session
  ) throws(CommandError) {
    let today = session.today
    var happened = today
    if let day {
      do throws(DateTypingError) {
        happened = try CalendarDate(typed: day, today: today)
      } catch {
        throw CommandError(
          .dataWrong, "--on: \(error.words(example: "today, yest, thu, -3d or 14/11")).")
      }
    }
    do throws(FactFault) {
      fact = try Fact(
        kind: kind, step: step, on: happened, typed: typed, today: today,
        calendar: session.calendar)
    } catch {
      throw CommandError(.dataWrong, "The fact was not saved: \(error.words).")
    }
  }
}

/// The questions that a fact is recorded by where no screen is drawn, one line each.
enum FactQuestions {
  /// Asks for the step and each field; a faulty answer is asked for again.
  /// - Throws: 130 when input ends before the last question.
  static func ask(_ kind: FactKind, session: Session) throws -> TypedFact {
    let step = try askStep(kind)
    let day = try Prompt.answer("On which day (empty: today): ")
    var typed: [String: String] = [:]
    for field in kind.fields {
      let isNeeded = kind.key.contains(field) || step.required.contains(field)
      while true {
        let line = try Prompt.answer("\(field.label) (\(field.allowed)): ")
        if line.isEmpty, !isNeeded { break }
        do throws(FactFault) {
          _ = try field.read(typed: line, today: session.today, calendar: session.calendar)
          typed[field.name] = line
          break
        } catch {
          Output.complain("\(field.label): \(error.words).")
        }
      }
    }
    return try TypedFact(
      kind: kind, step: step.name, day: day.isEmpty ? nil : day, typed: typed, session: session)
  }

  private static func askStep(_ kind: FactKind) throws -> FactStep {
    if kind.steps.count == 1 { return kind.steps[0] }
    Prompt.number(kind.steps.map(\.name))
    while true {
      let line = try Prompt.answer("What happened: ")
      if let step = Prompt.picked(line, of: kind.steps) ?? kind.step(line) { return step }
      Output.complain("Type one of the numbers.")
    }
  }
}
