import Cells
import Records

/// What a screen shows, what it asks of the store, and what it does with a key.
///
/// A new screen is a file with a type that conforms, and a line where another opens it: `Step.push`, or
/// `Workbench.opened` for a key that opens it from everywhere. What most screens do alike they have from
/// `ListScreen`, `TextScreen` or `FormScreen`.
protocol Screen: Sendable {
  /// The keys of every screen of the kind: footer, help and palette are made from them.
  static var keys: KeyTable<Action> { get }
  /// The keys of this one, where it has fewer.
  var keys: KeyTable<Action> { get }
  /// Does what a key of the table means.
  mutating func handle(_ action: Action, _ situation: Situation) -> [Step]
  /// What it wants to know when it is opened and whenever the store has changed.
  var requests: [ReadRequest] { get }
  /// Shows what the store replied, if it was asked here, and says what comes of it.
  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step]
  func draw(_ situation: Situation) -> Frame

  // What most screens leave as it is below.

  /// The rows of the help screen about it.
  var help: [(label: String, meaning: String)] { get }
  /// The child whom the selected row is about.
  var selectedChild: Child? { get }
  /// Whether every key is text: a prompt is open.
  var isTyping: Bool { get }
  /// Handles a key that the table does not know: text, where a screen takes text.
  mutating func type(_ key: Key, _ situation: Situation) -> [Step]
  /// Clears what is looked for and narrowed to, as Esc does first; nil when there is nothing.
  mutating func clear(_ situation: Situation) -> [Step]?
  /// Selects the row so many lines below the first that is shown, as a press of the mouse does.
  mutating func select(row: Int, _ situation: Situation) -> [Step]
}

extension Screen {
  var keys: KeyTable<Action> { Self.keys }
  var help: [(label: String, meaning: String)] { keys.help }
  var selectedChild: Child? { nil }
  var isTyping: Bool { false }

  mutating func type(_ key: Key, _ situation: Situation) -> [Step] { [] }
  mutating func clear(_ situation: Situation) -> [Step]? { nil }
  mutating func select(row: Int, _ situation: Situation) -> [Step] { [] }
}
