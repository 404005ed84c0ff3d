internal import Cells
internal import Records

/// A screen on which rows are filled in: every key goes to its form.
protocol FormScreen: Screen {
  /// Handles a key; `columns` is the width that it was last drawn in.
  mutating func handle(_ key: Key, now: Instant, columns: Int) -> FormOutcome
  /// Shows why the save was refused; everything typed is still there.
  mutating func refused(_ sentence: String)
  func draw(size: Size, now: Instant) -> Frame
}

extension FormScreen {
  static var keys: KeyTable<Action> { KeyTable([]) }
  var help: [(label: String, meaning: String)] { KeyTable<FormAction>.form.help }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] { [] }

  func draw(_ situation: Situation) -> Frame { draw(size: situation.size, now: situation.now) }
}
