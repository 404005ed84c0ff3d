/// A question and its answer on one line: how Heed asks where no screen is drawn.
enum Prompt {
  /// The answer without the spaces around it; nil when input has ended.
  static func line(_ question: String) -> String? {
    Output.ask(question)
    guard let line = readLine() else {
      Output.say("")
      return nil
    }
    var text = line[...]
    while text.first?.isWhitespace == true { text.removeFirst() }
    while text.last?.isWhitespace == true { text.removeLast() }
    return String(text)
  }
}
