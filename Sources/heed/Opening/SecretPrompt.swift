import Glibc
import Records
import Secrets

/// A secret typed on the terminal, which shows nothing of it.
enum SecretPrompt {
  /// The shortest that is taken: eight characters.
  static let shortest = 8
  /// The longest, in bytes.
  static let longest = TypedSecret.longest

  /// - Throws: 69 without a terminal; 130 when input ends.
  static func ask(_ question: String) throws(CommandError) -> String {
    let secret = try read(question)
    defer { secret.erase() }
    // One byte more than is taken tells whoever asked that it is too long.
    return secret.text + (secret.isTooLong ? "+" : "")
  }

  /// Asks for the secret of an account.
  /// - Throws: 69 without a terminal; 130 when input ends.
  static func ask(of account: String) throws(CommandError) -> String {
    try ask("Secret of \(account): ")
  }

  /// The same where no copy of it is to be left.
  /// - Throws: 69 without a terminal; 130 when input ends.
  static func read(_ question: String) throws(CommandError) -> TypedSecret {
    guard isatty(0) == 1 else {
      throw CommandError(
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
      Output.endAsking()
    }
    let secret = TypedSecret()
    var byte: UInt8 = 0
    while true {
      let count = Glibc.read(0, &byte, 1)
      if count < 0, errno == EINTR { continue }
      guard count == 1 else {
        throw CommandError(.interrupted, "Input ended, so nothing was changed.")
      }
      if byte == UInt8(ascii: "\n") { return secret }
      secret.append(byte)
    }
  }
}
