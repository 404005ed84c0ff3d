package import Records

/// A contact as a row of the canonical file: the same columns that `ContactsFile` reads.
package struct CanonicalRow: Hashable, Sendable {
  package let child: Child
  package let facts: ContactFacts

  package init(child: Child, facts: ContactFacts) {
    self.child = child
    self.facts = facts
  }

  /// The text of a column; nil where it is empty.
  package subscript(column: Column) -> String? {
    switch column {
    case .child(let column): text(column)
    case .contact(let column): column.text(of: facts)
    }
  }

  private func text(_ column: ChildColumn) -> String? {
    switch column {
    case .ref: child.ref
    case .name: child.name
    case .dateOfBirth: child.dateOfBirth?.iso
    case .household: child.household
    case .worker: child.worker
    }
  }

  /// One line of CSV (RFC 4180), with its line end.
  package func csv(_ columns: [Column] = Column.allCases) -> String {
    CSVLine.joined(columns.map { self[$0] ?? "" })
  }
}

/// Lines of CSV (RFC 4180).
package enum CSVLine {
  /// Joins `cells` to one line with its line end, quoted where they must be and none a formula.
  package static func joined(_ cells: [String]) -> String {
    // A reader would skip an empty line.
    if cells == [""] { return "\"\"\r\n" }
    return cells.map { quoted(Formula.neutralised($0)) }.joined(separator: ",") + "\r\n"
  }

  private static func quoted(_ cell: String) -> String {
    // A semicolon or a tab separates cells for some spreadsheets, and would bring a formula to the front.
    let mustQuote = cell.utf8.contains { [44, 34, 10, 13, 59, 9].contains($0) }
    guard mustQuote || cell.first == " " || cell.last == " " else { return cell }
    var text = "\""
    for scalar in cell.unicodeScalars {
      if scalar == "\"" { text += "\"" }
      text.unicodeScalars.append(scalar)
    }
    return text + "\""
  }
}
