import Cells
import ErrorSentences
import Glibc
import Reports

/// Standard output and standard error: the only places where a command prints.
enum Output {
  /// Prints lines; every one passes the output gate.
  static func say(_ line: String) {
    write(Printable.text(line) + "\n", to: 1)
  }

  /// Prints lines one after the other.
  static func say(_ lines: [String]) {
    for line in lines { say(line) }
  }

  /// Prints a report as lines, or as JSON.
  static func say(_ report: some Report, asJSON: Bool) {
    if asJSON { raw(report.json.written + "\n") } else { say(report.lines) }
  }

  /// Prints JSON.
  static func say(_ json: JSON) { raw(json.written + "\n") }

  /// Prints CSV: exact for a program that reads it, and on a terminal with nothing hidden.
  static func csv(_ text: String) {
    write(isTerminal ? Printable.text(text) : Printable.exact(text), to: 1)
  }

  /// Prints text that is already safe: JSON and HTML have gates of their own.
  static func raw(_ text: String) {
    write(text, to: 1)
  }

  /// Asks a question on the terminal, where the answer is typed on the same line: never in a pipe or a
  /// file that takes the output.
  static func ask(_ question: String) { write(toTerminal: Printable.line(question)) }

  /// Ends the line of a question whose answer was not shown.
  static func endAsking() { write(toTerminal: "\n") }

  private static func write(toTerminal text: String) {
    let terminal = isTerminal ? -1 : open("/dev/tty", O_WRONLY | O_CLOEXEC | O_NOCTTY)
    write(text, to: terminal < 0 ? (isTerminal ? 1 : 2) : terminal)
    if terminal >= 0 { close(terminal) }
  }

  static func complain(_ sentence: String) {
    write("heed: " + Printable.line(sentence) + "\n", to: 2)
  }

  /// Replaces the progress line on standard error; an empty one takes it away.
  static func status(_ line: String) {
    write("\r" + Printable.line(line) + "\u{1b}[K", to: 2)
  }

  static var isTerminal: Bool { isatty(1) == 1 }

  /// Writes all of it.
  ///
  /// A reader that went away ends the program as it ends every other; where nothing can be written
  /// the program ends and says so on the other output, since what was saved must not be saved again.
  private static func write(_ text: String, to descriptor: Int32) {
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno != EINTR {
        guard descriptor == 1 else { return }
        complain(
          """
          Not all could be printed: \(SystemError(errno).words). What was saved stays saved, so look before \
          you do it again.
          """)
        exit(ExitStatus.inputOutput.rawValue)
      }
      bytes = bytes.dropFirst(max(0, count))
    }
  }
}
