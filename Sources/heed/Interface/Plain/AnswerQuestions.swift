import Flags
import Records
import Reports

/// The questions that a flag is answered by where no screen is drawn; none of them dismisses it.
enum AnswerQuestions {
  /// A faulty answer is asked for again, so that nothing typed is lost.
  /// - Throws: 130 when input ends before the last question.
  static func ask(
    about flag: Records.Flag, isInstead: Bool = false, in session: Session
  ) throws -> Answer.Decision {
    Output.say(flag.sentence(in: session.context))
    Output.say("  1  Escalate")
    Output.say("  2  Decide not to escalate yet, and say why")
    let isEscalating = try text("Choose 1 or 2") { ["1": true, "2": false][$0] }
    while true {
      var typed = try isEscalating ? promise(flag, session) : decision(flag, session)
      if isInstead, typed.because == nil {
        typed.because = try text("Because, instead of the answer before", reading: words)
      }
      do throws(CommandError) { return try typed.decision(on: flag, in: session) } catch {
        Output.complain(error.sentence)
      }
    }
  }

  private static func promise(_ flag: Records.Flag, _ session: Session) throws -> TypedAnswer {
    let rungs = FlagRule.answeringRungs(of: flag.rule)
    var typed = TypedAnswer()
    typed.escalate = try choose("Escalate to", rungs, named: \.written)
    typed.owner = try text("Who sees to it", reading: words)
    typed.due = try day("By when (+1wd, fri, 27/11)", session)
    return typed
  }

  private static func decision(_ flag: Records.Flag, _ session: Session) throws -> TypedAnswer {
    var typed = TypedAnswer()
    typed.decide = try choose("Why", DecisionReason.allCases, named: \.rawValue)
    typed.because = try text("Because, in your own words", reading: words)
    typed.wouldChange = try text("What would make you escalate", reading: words)
    let latest = Answer.Decide.latestReview(
      of: flag.band, on: session.today, calendar: session.calendar)
    typed.reviewBy = try day("Review by (at the latest \(latest.shortWithYear))", session)
    return typed
  }

  private static func choose<Choice>(
    _ question: String, _ choices: [Choice], named name: KeyPath<Choice, String>
  ) throws -> Choice {
    Prompt.number(choices.map { $0[keyPath: name] })
    return try text("\(question), 1 to \(choices.count)") { Prompt.picked($0, of: choices) }
  }

  private static func words(_ typed: String) -> String? { Typed.isClean(typed) ? typed : nil }

  private static func day(_ question: String, _ session: Session) throws -> CalendarDate {
    try text(question) { typed in
      try? CalendarDate(
        typed: typed, today: session.today, leaning: .future, calendar: session.calendar)
    }
  }

  /// Asks until the answer can be read.
  private static func text<Value>(
    _ question: String, reading read: (String) -> Value?
  ) throws -> Value {
    while true {
      if let value = read(try Prompt.answer(question + ": ")) { return value }
      Output.say("That can't be read; type it again.")
    }
  }
}
