import Cells
import Records

/// One screen: the keys that it handles, what it reads from the store, and how it is drawn.
///
/// To add a screen, conform to this and open it from another with `Step.push`, or from everywhere by a key
/// in `Workbench.opened`. `ListScreen`, `TextScreen` and `FormScreen` supply most of what is needed:
///
///     struct WordsScreen: TextScreen {
///       var shown = LinesOfText()
///       func title(_ situation: Situation) -> String { "Words" }
///       func lines(_ situation: Situation) -> [String] { ["One line,", "and another."] }
///     }
protocol Screen: Sendable {
  /// The keys of this type of screen; the footer, help and palette are made from them.
  static var keys: KeyTable<Action> { get }
  /// The keys of this screen, when it has fewer than its type.
  var keys: KeyTable<Action> { get }
  /// Carries out the action of a key in the table.
  mutating func handle(_ action: Action, _ situation: Situation) -> [Step]
  /// What it reads when it is opened and whenever the store changes.
  var requests: [ReadRequest] { get }
  /// Shows a reply from the store, if this screen asked for it, and returns the steps that follow.
  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step]
  func draw(_ situation: Situation) -> Frame

  // Most screens use the defaults below for the following.

  /// The rows that the help screen shows for it.
  var help: [(label: String, meaning: String)] { get }
  /// The child whom the selected row is about.
  var selectedChild: Child? { get }
  /// Whether a prompt is open, so that every key is text.
  var isTyping: Bool { get }
  /// Handles a key that is not in the table, and every key while `isTyping`.
  mutating func type(_ key: Key, _ situation: Situation) -> [Step]
  /// Clears the search and the filter, as Esc does first; nil when there is nothing to clear.
  mutating func clear(_ situation: Situation) -> [Step]?
  /// Selects the row drawn `row` lines below the first one shown, as a mouse press does.
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
