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
    let failure = "The contact was not amended"
    let (found, known) = try asking(failure) { () throws(StoreError) in
      guard let found = try session.store.child(ref: child) else { throw .unknownChild }
      return (found, try session.store.contact(named: contact, of: found))
    }
    let amendment = Amendment(contact: known, child: found, changes: changes)
    do {
      try amendment.save(because: because, in: session).say(in: session)
    } catch let error as StoreError {
      throw CommandError(error, doing: failure)
    }
  }
}

extension CaseStore {
  /// The latest version of the contact of an id or a receipt.
  /// - Throws: `unknownContact` when the child has none, or more than one.
  func contact(named text: String, of child: Child) throws(StoreError) -> Contact {
    guard let contact = try caseFile(of: child.id).record.contacts().named(text) else {
      throw .unknownContact
    }
    return contact
  }
}
