import Cells
import Records

/// A page of named texts in full: one contact, or one flag.
struct ReadingScreen: TextScreen {
  private struct Field {
    let name: String
    let text: String
  }

  private static let labelWidth = 20

  let title: String
  private let fields: [Field]
  var shown = LinesOfText()

  /// Fields that say nothing are left out.
  init(title: String, fields: [(String, String?)]) {
    self.title = title
    self.fields = fields.compactMap { name, text in
      text.flatMap { $0.isEmpty ? nil : Field(name: name, text: $0) }
    }
  }

  func title(_ situation: Situation) -> String { title }

  func lines(_ situation: Situation) -> [String] { lines(situation.size.columns) }

  /// Names on the left and texts beside them, or, where that would be too narrow, below them.
  func lines(_ columns: Int) -> [String] {
    let isNarrow = columns < 50
    let label = isNarrow ? 2 : ReadingScreen.labelWidth
    return fields.flatMap { field -> [String] in
      let texts = wrapped(field.text, columns: max(10, columns - label))
      let indent = String(repeating: " ", count: label)
      if isNarrow { return [field.name] + texts.map { indent + $0 } }
      return texts.enumerated().map { index, line in
        index == 0 ? field.name + indent.dropFirst(field.name.count) + line : indent + line
      }
    }
  }
}
