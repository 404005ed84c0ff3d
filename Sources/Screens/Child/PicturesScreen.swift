import Cells
import Records

/// The pictures of one child on a screen of their own.
struct PicturesScreen: TextScreen {
  private let file: CaseFile
  var shown = LinesOfText()

  init(_ file: CaseFile) {
    self.file = file
  }

  func title(_ situation: Situation) -> String { "\(file.child.listName) · pictures" }

  func lines(_ situation: Situation) -> [String] {
    Pictures(file, on: situation.today).lines(columns: situation.size.columns)
  }
}
