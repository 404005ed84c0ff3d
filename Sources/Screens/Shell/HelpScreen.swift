import Cells
import Flags
import Records

/// Lists the keys of the screen below, from its key table.
struct HelpScreen: TextScreen {
  /// The keys over a form, which only move, find or go back: any other screen would come between the form
  /// and its draft.
  private static let overForm = KeyTable<Action>.list([]).only {
    if case .move = $0 { return true }
    return [.back, .quit, .find, .nextMatch, .previousMatch, .filter].contains($0)
  }

  var keys: KeyTable<Action> { isOverForm ? HelpScreen.overForm : LinesOfText.keys }

  private let isOverForm: Bool
  private struct Row {
    let label: String
    let meaning: String
  }

  private let rows: [Row]
  var shown = LinesOfText()

  /// Lists `help`, the keys that work everywhere, then each of the `rules` by name.
  init(
    _ help: [(label: String, meaning: String)], rules: [FlagRule] = [], isOverForm: Bool = false
  ) {
    self.isOverForm = isOverForm
    rows =
      help.map { Row(label: $0.label, meaning: $0.meaning) }
      + [
        Row(label: "Ctrl-Z", meaning: "Suspends Heed; fg brings it back."),
        Row(label: "Ctrl-L", meaning: "Paints the screen anew."),
        Row(label: "Ctrl-C", meaning: "Leaves Heed; in a form keeps the draft and goes back."),
        Row(label: "F1", meaning: "Shows this help, in a form too."),
      ]
      + rules.map { rule in
        Row(
          label: rule.id.description,
          meaning: rule.name.replacing("-", with: " ") + "; r and Enter read its page.")
      }
  }

  func title(_ situation: Situation) -> String { "Help  the keys of the screen below" }

  func lines(_ situation: Situation) -> [String] {
    rows.flatMap { row in
      wrapped(row.meaning, columns: max(10, situation.size.columns - 20)).enumerated()
        .map { index, line in
          let head = index == 0 ? "  " + row.label : ""
          return head + String(repeating: " ", count: max(1, 20 - head.count)) + line
        }
    }
  }
}
