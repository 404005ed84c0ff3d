import Exchange
import Records
import Storage

/// A contact with changes to its columns, written as column=value.
struct Amendment {
  let contact: Contact
  let child: Child
  let changes: [String]

  /// Saves the contact as it then is; the version before stays.
  /// - Throws: 64 or 65 with the column; why the store refuses.
  func save(because reason: String, in session: Session) throws -> SavedContact {
    let facts = try LoggedFacts.read(try cells(), about: child, in: session)
    if facts.leavesSeenOpen, !contact.facts.leavesSeenOpen {
      throw LoggedFacts.seenLeftOpen("child_seen")
    }
    return try session.store.amend(
      contact, to: facts, because: reason, at: session.now)
  }

  /// The contact's own columns with the changes over them.
  private func cells() throws(CommandError) -> [Column: String] {
    var cells: [Column: String] = [:]
    for column in ContactColumn.all { cells[.contact(column)] = column.text(of: contact.facts) }
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2,
        case .contact(let column)? = Column(
          rawValue: String(parts[0]).replacing("-", with: "_"))
      else {
        throw CommandError(.usage, "Write each change as column=value; heed log --help lists them.")
      }
      cells[.contact(column)] = parts[1].isEmpty ? nil : String(parts[1])
    }
    return cells
  }
}
