import Cells
import Records
import Secrets

/// The lock shown while nobody is at the keyboard; it says nothing of any child.
///
/// What was on the screen is not drawn at all. To go on a person types the store's passphrase if it has
/// one, else their own secret if they have one, and else presses Enter.
struct LockScreen: Hashable, Sendable {
  private let name: String
  var asksFor: Question
  private var typed = TypedSecret()
  private var sentence: String?

  /// What opens the lock.
  enum Question: Hashable, Sendable {
    /// Enter alone: the person has no secret.
    case nothing
    /// The person's own secret.
    case secret
    /// The store's passphrase: the store was closed when the screen was locked.
    case passphrase
  }

  init(_ me: Person, asksFor question: Question) {
    name = me.name
    asksFor = question
  }

  /// Handles a key; returns a request when the person tries to unlock.
  mutating func handle(_ key: Key, account: String) -> LockRequest? {
    guard asksFor != .nothing else {
      return key == .enter ? .unlock(account: account, secret: nil) : nil
    }
    switch key {
    case .enter:
      let secret = typed
      typed = TypedSecret()
      return .unlock(account: account, secret: secret)
    case .character(let character): typed.append(String(character))
    // A copied line may bring its line break with it, which is left out.
    case .paste(let text): typed.append(String(text.prefix { !$0.isNewline }))
    case .backspace: typed.removeLast()
    case .control("u"): typed.erase()
    default: return nil
    }
    sentence = nil
    return nil
  }

  mutating func refuse() {
    switch asksFor {
    case .passphrase: sentence = "That is not the store's passphrase."
    case .secret: sentence = "That is not the secret."
    case .nothing:
      // It is asked for from here on.
      (sentence, asksFor) = ("A secret was set meanwhile: type it.", .secret)
    }
  }

  /// Says why the lock could not be opened.
  mutating func say(_ sentence: String) {
    self.sentence = sentence
  }

  func draw(_ size: Size) -> Frame {
    var frame = Frame(size: size)
    let row = max(0, size.rows / 2 - 2)
    frame.write("Heed is locked.", row: row, column: 2, style: .heading)
    frame.write("At the keyboard: \(name)", row: row + 1, column: 2)
    let ask =
      switch asksFor {
      case .nothing: "Enter opens it. heed secret sets a secret that it asks for."
      case .secret: "Your secret, then Enter: "
      case .passphrase: "The store's passphrase, then Enter: "
      }
    let end = frame.write(ask, row: row + 2, column: 2)
    frame.cursor = Position(row: min(row + 2, max(0, size.rows - 1)), column: 2)
    if asksFor != .nothing {
      let width = max(1, min(30, size.columns - end - 1))
      let dots = String(repeating: "•", count: min(typed.count, width - 1))
      frame.write(padded(dots, to: width), row: row + 2, column: end, style: .input)
      frame.cursor?.column = min(end + dots.count, max(0, size.columns - 1))
    }
    if let sentence { frame.write(sentence, row: row + 3, column: 2, style: .problem) }
    return frame
  }
}
