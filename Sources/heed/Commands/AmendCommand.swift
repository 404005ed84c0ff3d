import ArgumentParser
import Exchange
import Records
import Storage

/// `heed amend`: a further version of a contact; the one before stays on record.
struct AmendCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "amend",
    abstract: "Amends a contact; the words before stay on record.",
    discussion: """
      A contact is named by its id, or by the receipt that was shown when it was saved. What changes \
      is written as column=value, an empty value to take one away:

        heed amend C0417 3fa2b1c4 injuries='bruise to left ear' --because 'right and left mixed up'
      """)

  @Argument(help: ArgumentHelp("The child's reference.", valueName: "child"))
  var child: String

  @Argument(help: ArgumentHelp("The contact's id or receipt.", valueName: "contact"))
  var contact: String

  @Argument(help: ArgumentHelp("What changes, as column=value.", valueName: "column=value"))
  var changes: [String]

  @Option(help: ArgumentHelp("Why.", valueName: "text"))
  var because: String

  @OptionGroup var options: StoreOptions

  func validate() throws {
    guard Typed.isClean(because) else {
      throw ValidationError("Say why, in words, with --because.")
    }
  }

  func run() throws {
    let session = try options.open()
    do {
      guard let found = try session.store.child(ref: child) else { throw StoreError.unknownChild }
      let known = try session.store.contact(named: contact, of: found)
      let facts = try LoggedFacts.read(try cells(known, of: found), about: found, in: session)
      if facts.leavesSeenOpen, !known.facts.leavesSeenOpen {
        throw LoggedFacts.seenLeftOpen("child_seen")
      }
      let amended = try session.store.amend(
        known, to: facts, because: because, by: session.author, at: session.now)
      amended.say(in: session)
    } catch let error as StoreError {
      throw Complaint(error, doing: "The contact was not amended")
    }
  }

  /// The contact's own columns with the changes over them.
  private func cells(_ contact: Contact, of child: Child) throws(Complaint) -> [Column: String] {
    let row = CanonicalRow(child: child, facts: contact.facts)
    let person: Set<Column> = [.childRef, .childName, .dateOfBirth, .household, .worker]
    var cells: [Column: String] = [:]
    for column in Column.allCases where !person.contains(column) { cells[column] = row[column] }
    for change in changes {
      let parts = change.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      guard parts.count == 2,
        let column = Column(rawValue: String(parts[0]).replacing("-", with: "_")),
        !person.contains(column)
      else {
        throw Complaint(.usage, "Write each change as column=value; heed log --help lists them.")
      }
      cells[column] = parts[1].isEmpty ? nil : String(parts[1])
    }
    return cells
  }
}

extension CaseStore {
  /// The latest version of the contact of an id or a receipt.
  /// - Throws: `unknownContact` when the child has none, or more than one.
  fileprivate func contact(named text: String, of child: Child) throws(StoreError) -> Contact {
    let typed = text.lowercased()
    let matching = try caseFile(of: child.id).record.contacts().filter {
      $0.id.description.hasPrefix(typed) || $0.id.receipt == typed
    }
    guard matching.count == 1, typed.count >= 4 else { throw .unknownContact }
    return matching[0]
  }
}
