package import Cells

/// The keys of one screen: how each is labelled, what it does, and how the help explains it.
///
/// The footer, the help screen and the key table of the README are made from it.
package struct KeyTable<Action: Hashable & Sendable>: Hashable, Sendable {
  package let entries: [Entry]

  /// One line of the table, which several keys may share.
  package struct Entry: Hashable, Sendable {
    package let keys: [Key]
    /// How the keys are written: `Enter`, `j Down`.
    package let label: String
    /// One or two words for the footer; nil for keys that it leaves out.
    package let hint: String?
    /// What it does, as a sentence for the help screen.
    package let meaning: String
    package let action: Action

    package init(
      _ keys: [Key], _ label: String, hint: String?, _ meaning: String, _ action: Action
    ) {
      self.keys = keys
      self.label = label
      self.hint = hint
      self.meaning = meaning
      self.action = action
    }
  }

  package init(_ entries: [Entry]) {
    self.entries = entries
  }

  /// Returns the table with only the entries whose action satisfies `isKept`.
  func only(_ isKept: (Action) -> Bool) -> KeyTable {
    KeyTable(entries.filter { isKept($0.action) })
  }

  /// Returns what `key` does; nil when it does nothing here.
  package func action(of key: Key) -> Action? {
    entries.first { $0.keys.contains(key) }?.action
  }

  /// Returns as many hints as fit into `columns`, each of them whole.
  package func footer(columns: Int) -> String {
    var line = ""
    for entry in entries {
      guard let hint = entry.hint else { continue }
      let next = line.isEmpty ? "\(entry.label) \(hint)" : "\(line)  \(entry.label) \(hint)"
      guard TextWidth.columns(of: next) <= columns else { break }
      line = next
    }
    return line
  }

  /// The rows of the help screen.
  package var help: [(label: String, meaning: String)] {
    entries.map { ($0.label, $0.meaning) }
  }
}
