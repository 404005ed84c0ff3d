/// One column of one row.
package struct Cell: Hashable, Sendable {
  /// What is drawn here; a blank in the second cell of a wide character.
  package var character: Character
  package var style: Style
  /// The cell belongs to the wide character on its left.
  package var isContinuation: Bool

  package init(_ character: Character, style: Style = .body, isContinuation: Bool = false) {
    self.character = character
    self.style = style
    self.isContinuation = isContinuation
  }

  static let blank = Cell(" ")
}
