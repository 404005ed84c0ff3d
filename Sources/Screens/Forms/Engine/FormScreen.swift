internal import Cells
internal import Records

/// A screen on which rows are filled in: every key goes to its form.
protocol FormScreen: Screen {
  associatedtype Name: RowName
  var form: Form<Name> { get set }
  /// Updates the form after a change: an echo, a problem under a row, further rows.
  mutating func follow(_ change: Form<Name>.Change, now: Instant)
  /// Checks every row, then returns the request that saves them, or shows what is wrong.
  mutating func save(_ now: Instant) -> FormOutcome
  /// Shows why the save was refused; everything typed is still there, except a secret.
  mutating func refused(_ sentence: String)
  func draw(size: Size, now: Instant) -> Frame
}

extension FormScreen {
  static var keys: KeyTable<Action> { KeyTable([]) }
  var help: [(label: String, meaning: String)] { KeyTable<FormAction>.form.help }
  var requests: [ReadRequest] { [] }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] { [] }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] { [] }

  func draw(_ situation: Situation) -> Frame { draw(size: situation.size, now: situation.now) }

  /// Handles a key; `columns` is the width last drawn, by which Up and Down move in notes.
  mutating func handle(_ key: Key, now: Instant, columns: Int) -> FormOutcome {
    switch form.handle(key, columns: columns) {
    case .nothing: break
    case .change(let change): follow(change, now: now)
    case .leave: return .leaving
    case .discard: return .discarding
    case .save: return save(now)
    case .editor(let text): return .editing(text)
    }
    return .staying
  }

  mutating func follow(_ change: Form<Name>.Change, now: Instant) {}

  mutating func refused(_ sentence: String) { form.refused(sentence) }

  /// Whether nothing was typed or chosen beyond the initial contents.
  var isBlank: Bool { form.isBlank }
}
