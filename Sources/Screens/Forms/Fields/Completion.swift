internal import Records

/// A completion that goes on with each press: what was typed, and which of the names stands there.
struct Completion: Hashable, Sendable {
  let typed: String
  var place: Int
}

extension Form {
  /// Puts the first name that begins as what was typed in its place, or the next one; false when
  /// there is none.
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
  /// The names of which a word begins as the last entry typed; all of them when nothing is typed.
  func names(completing typed: String) -> [String] {
    let head = FormRow.head(of: typed)
    let last = folded(String(typed.dropFirst(head.count)))
    return candidates.filter { (" " + folded($0)).contains(" " + last) && $0 != typed }
  }

  /// The entries before the last one, where several are typed with `;` between them.
  static func head(of typed: String) -> String {
    guard let end = typed.lastIndex(of: ";") else { return "" }
    return String(typed[...end]) + " "
  }
}
