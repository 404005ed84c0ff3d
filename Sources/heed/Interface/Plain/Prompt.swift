import Records

/// A question and its answer on one line: how Heed asks where no screen is drawn.
enum Prompt {
  /// The answer without the spaces around it; nil when input has ended.
  static func line(_ question: String) -> String? {
    Output.ask(question)
    guard let line = readLine() else {
      Output.say("")
      return nil
    }
    return trimmed(line)
  }

  /// The answer to a question that must have one before anything is saved.
  /// - Throws: 130 when input ends.
  static func answer(
    _ question: String, orElse ending: String = "nothing was saved"
  ) throws(CommandError) -> String {
    guard let line = line(question) else {
      throw CommandError(.interrupted, "Input ended, so \(ending).")
    }
    return line
  }

  /// Prints choices with the numbers that pick them.
  static func number(_ choices: [String]) {
    for (index, choice) in choices.enumerated() { Output.say("  \(index + 1)  \(choice)") }
  }

  /// The choice that a typed number picks.
  static func picked<Choice>(_ typed: String, of choices: [Choice]) -> Choice? {
    Int(typed).flatMap { choices.indices.contains($0 - 1) ? choices[$0 - 1] : nil }
  }
}
