import Glibc
import Records

/// A secret typed on the terminal, which shows nothing of it.
enum SecretPrompt {
  /// The shortest that is taken: eight characters.
  static let shortest = 8
  /// The longest, in bytes: no seal takes more.
  static let longest = 511

  /// - Throws: 69 without a terminal; 130 when input ends.
  static func ask(_ question: String) throws(Complaint) -> String {
    guard isatty(0) == 1 else {
      throw Complaint(
        .storeUnavailable, "A secret is typed on a terminal: run this command in one.")
    }
    var usual = termios()
    tcgetattr(0, &usual)
    var silent = usual
    silent.c_lflag &= ~tcflag_t(ECHO)
    // Before it asks, so that nothing typed at once is shown or lost.
    tcsetattr(0, TCSAFLUSH, &silent)
    Output.ask(question)
    defer {
      tcsetattr(0, TCSAFLUSH, &usual)
      Output.say("")
    }
    guard let line = readLine() else {
      throw Complaint(.interrupted, "Input ended, so nothing was changed.")
    }
    return line
  }
}
