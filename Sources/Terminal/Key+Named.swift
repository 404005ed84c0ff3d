internal import CTermShim
internal import Cells

extension Key {
  /// The key that curses has named; nil for one that means nothing here.
  init?(named name: Int) {
    let function = name - Int(TS_FUNCTION.rawValue)
    if function > 0 {
      self = .function(function)
      return
    }
    guard let key = Self.byName[UInt32(truncatingIfNeeded: name)] else { return nil }
    self = key
  }

  private static let byName: [UInt32: Key] = [
    TS_UP.rawValue: .up, TS_DOWN.rawValue: .down, TS_LEFT.rawValue: .left,
    TS_RIGHT.rawValue: .right, TS_PAGE_UP.rawValue: .pageUp, TS_PAGE_DOWN.rawValue: .pageDown,
    TS_HOME.rawValue: .home, TS_END.rawValue: .end, TS_BACKSPACE.rawValue: .backspace,
    TS_DELETE.rawValue: .delete, TS_ENTER.rawValue: .enter, TS_BACK_TAB.rawValue: .backTab,
  ]
}
