import ErrorSentences
import Exchange
import Records
import Reports
import Screens
import Storage

/// The columns of one contact as they were typed, read into its facts.
enum LoggedFacts {
  /// - Throws: 64 when the kind is not said, 65 with every fault named by its option.
  static func read(
    _ typed: [Column: String], about child: Child, in session: Session
  ) throws -> ContactFacts {
    guard typed[.contactType] != nil else {
      throw CommandError(
        .usage,
        """
        Say the kind of contact with --contact-type: \
        \(ContactKind.allCases.map(\.rawValue).joined(separator: ", ")).
        """)
    }
    var cells = typed
    try resolveDate(&cells, session)
    if cells[.agency] == nil {
      cells[.agency] = session.me?.agency.written ?? Agency(.socialCare).written
      let (professional, role) = (Column.contact(.professional), Column.contact(.role))
      cells[professional] = cells[professional] ?? session.me?.name
      cells[role] = cells[role] ?? session.me?.role.title
    }
    var options = ContactsFile.Options()
    options.today = session.today
    if let name = cells[.agency], Sector(rawValue: name.lowercased()) == nil {
      let known = try session.namedAgencies()
      options.agencyNamed = { known[$0] }
    }
    do {
      let facts = try TypedContact.read(cells, options)
      let earliest = child.dateOfBirth?.adding(days: -ImportReader.daysBeforeBirth)
      if let earliest, facts.date < earliest {
        throw refusal([RowFault(line: 1, column: .date, kind: .bornAfterContact)])
      }
      return facts
    } catch let error as TypedContactFaults {
      throw refusal(error.faults)
    }
  }

  /// Why a visit that does not say whether the child was seen is not taken.
  static func seenLeftOpen(_ field: String) -> CommandError {
    CommandError(.dataWrong, "The contact was not saved: \(field): say yes, no or unknown.")
  }

  private static func refusal(_ faults: [RowFault]) -> CommandError {
    let words = faults.map { fault in
      let option = fault.column?.rawValue.replacing("_", with: "-") ?? ""
      return "--\(option): \(fault.words)"
    }
    return CommandError(.dataWrong, "The contact was not saved: \(words.joined(separator: "; ")).")
  }

  /// Days and times as people say them; today and now when neither is given.
  private static func resolveDate(_ cells: inout [Column: String], _ session: Session) throws {
    guard let text = cells[.date] else {
      cells[.date] = session.today.iso
      if cells[.time] == nil { cells[.time] = session.now.london.time.description }
      return
    }
    do {
      let when = try TypedWhen(typed: text, now: session.now)
      cells[.date] = when.day.iso
      if cells[.time] == nil { cells[.time] = when.time?.description }
    } catch {
      throw CommandError(
        .dataWrong,
        "The contact was not saved: --date: \(error.words(example: "today, yest 14:30, thu, -3d or 14/11"))."
      )
    }
  }
}

extension DateTypingError {
  /// What is wrong with a day that was typed for an option, and how to mend it.
  func words(example: String) -> String {
    if case .whichYear(let day) = self {
      return "is \(day.shortWithYear) meant? Then write \(day.iso)"
    }
    return "it is no day; write 2026-11-23, \(example)"
  }
}

extension Session {
  /// The child of a reference, to log a contact with.
  /// - Throws: 65 when the store knows no such child.
  func childToLog(_ ref: String) throws(CommandError) -> Child {
    do throws(StoreError) {
      guard let child = try store.child(ref: ref) else { throw .unknownChild }
      return child
    } catch {
      throw CommandError(error, doing: "The contact was not saved")
    }
  }

  /// Saves a contact; an option that was not given is neither a yes nor a no.
  /// - Throws: why it can't be saved.
  func log(_ facts: ContactFacts, of child: Child) throws(CommandError) -> SavedContact {
    do throws(StoreError) {
      return try store.record(facts, child: child.id, at: now)
    } catch {
      throw CommandError(error, doing: "The contact was not saved")
    }
  }
}

extension Receipt {
  /// What was saved, then each flag that it raised.
  func say(_ raised: [Records.Flag], in session: Session) {
    Output.say("\(saved(today: session.today)) \(found)")
    for flag in raised { Output.say(flag.sentence(in: session.context)) }
  }
}

extension SavedContact {
  /// The receipt, the flags that it raised, and what its words leave open.
  func say(in session: Session) {
    guard let receipt = Receipt([self]) else { return }
    receipt.say(raised, in: session)
    guard contact.facts.doubt != nil else { return }
    let facts = (try? session.store.caseFile(of: child.id).record.facts) ?? []
    if let doubt = doubt(among: facts) { Output.say(doubt) }
  }
}
