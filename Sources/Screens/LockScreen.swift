import Cells
import Records

/// Nothing of any child: what stands there while nobody is at the keyboard.
///
/// What was on the screen is not drawn at all; a person who has a secret types it to go on.
struct LockScreen: Hashable, Sendable {
  private let name: String
  /// Whether the person has a secret of their own, which opens the lock.
  var hasSecret: Bool
  private var typed = TextField(isSecret: true)
  private var sentence: String?

  init(_ me: Person, hasSecret: Bool) {
    name = me.name
    self.hasSecret = hasSecret
  }

  /// Takes a key; a wish when the lock is to be opened.
  mutating func take(_ key: Key, account: String) -> Wish? {
    guard hasSecret else { return key == .enter ? .unlock(account: account, secret: nil) : nil }
    if key == .enter {
      let secret = typed.typed.text
      typed = TextField(isSecret: true)
      return .unlock(account: account, secret: secret)
    }
    sentence = nil
    _ = typed.take(key)
    return nil
  }

  mutating func refuse() {
    // A secret that was set since is asked for from here on.
    sentence = hasSecret ? "That is not the secret." : "A secret was set meanwhile: type it."
    hasSecret = true
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
      hasSecret
      ? "Your secret, then Enter: " : "Enter opens it. heed secret sets a secret that it asks for."
    let end = frame.write(ask, row: row + 2, column: 2)
    frame.cursor = Position(row: min(row + 2, max(0, size.rows - 1)), column: 2)
    if hasSecret {
      let drawn = typed.drawn(width: max(1, min(30, size.columns - end - 1)))
      for span in drawn.lines.first ?? [] {
        frame.write(span.text, row: row + 2, column: end, style: span.style)
      }
      frame.cursor?.column = min(end + drawn.cursor.column, max(0, size.columns - 1))
    }
    if let sentence { frame.write(sentence, row: row + 3, column: 2, style: .problem) }
    return frame
  }
}
