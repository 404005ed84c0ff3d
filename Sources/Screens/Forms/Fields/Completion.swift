internal import Records

/// A completion in progress: what was typed, and which of the names is shown; each press shows the next.
struct Completion: Hashable, Sendable {
  let typed: String
  var place: Int
}

extension Form {
  /// Replaces what was typed by the first name that matches it, or by the next one; false when none matches.
  mutating func complete() -> Bool {
    let row = rows[focus]
    let typed = completion?.typed ?? row.field.text
    let names = row.names(completing: typed)
    guard !names.isEmpty else { return false }
    let place = completion.map { ($0.place + 1) % names.count } ?? 0
    var completed = row
    completed.field = row.field.replaced(by: FormRow<Name>.head(of: typed) + names[place])
    self[row.name] = completed
    completion = Completion(typed: typed, place: place)
    return true
  }
}

extension FormRow {
  /// Returns the candidates in which the last entry typed begins a word; all of them when nothing is typed.
  func names(completing typed: String) -> [String] {
    let head = FormRow.head(of: typed)
    let last = folded(String(typed.dropFirst(head.count)))
    return candidates.filter { (" " + folded($0)).contains(" " + last) && $0 != typed }
  }

  /// Returns the entries before the last one, where several are typed with `;` between them.
  static func head(of typed: String) -> String {
    guard let end = typed.lastIndex(of: ";") else { return "" }
    return String(typed[...end]) + " "
  }
}
