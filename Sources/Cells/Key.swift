/// One thing that a worker does at the keyboard, a paste included.
package enum Key: Hashable, Sendable {
  case character(Character)
  case enter, tab, backTab, escape, backspace, delete
  case up, down, left, right, pageUp, pageDown, home, end
  /// A lower-case letter pressed with Ctrl; also `_`, `]`, `^`, `\` and the space bar.
  case control(Character)
  case alt(Character)
  case function(Int)
  /// The mouse's first button was pressed on a cell.
  case press(Position)
  case wheelUp, wheelDown
  /// Text that arrived as one paste, with its newlines and tabs; other controls are removed.
  case paste(String)
}
