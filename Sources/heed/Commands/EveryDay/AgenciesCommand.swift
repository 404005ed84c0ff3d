import ArgumentParser
import Records
import Storage

/// `heed agencies`: the agencies and professionals, and what waits for an answer.
struct AgenciesCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "agencies",
    abstract: "Lists agencies and professionals: last contact, and concerns not yet answered.",
    discussion: """
      A concern is not yet answered when it was raised in the last 28 days and no strategy \
      discussion, nor anything above it, was held since.
      """)

  @OptionGroup var options: StoreOptions

  func run() throws {
    let session = try options.open()
    let agencies: [AgencySummary]
    do {
      let reading = try session.forReading(asOf: options.asOf?.moment)
      agencies = try reading.store.agencies(on: session.today)
    } catch {
      throw CommandError(error, doing: "The agencies can't be read")
    }
    if options.json {
      Output.raw(JSON.array(agencies.map(\.json)).written + "\n")
      return
    }
    agencies.say()
  }
}

extension AgencySummary {
  fileprivate var json: JSON {
    .object([
      ("agency", .string(agency.written)), ("sector", .word(agency.sector)),
      ("contacts", .number(contacts)), ("last_contact", .day(lastContact)),
      ("concerns_not_answered", .number(unansweredConcerns)),
      (
        "professionals",
        .array(
          professionals.map { professional in
            .object([
              ("name", .text(professional.name)), ("role", .text(professional.role)),
              ("contacts", .number(professional.contacts)),
              ("last_contact", .day(professional.lastContact)),
            ])
          })
      ),
    ])
  }

  fileprivate func say() {
    Output.say(
      """
      \(agency.written): \(counted(contacts, "contact")), last \(lastContact.shortWithYear); \
      \(counted(unansweredConcerns, "concern")) raised and not yet answered.
      """)
    for professional in professionals {
      let who = [professional.name, professional.role].compactMap { $0 }.joined(separator: ", ")
      Output.say(
        "  \(who): \(counted(professional.contacts, "contact")), last "
          + "\(professional.lastContact.shortWithYear).")
    }
  }
}

extension [AgencySummary] {
  /// Each agency in a sentence, and its professionals.
  func say() {
    if isEmpty { Output.say("No agency has had a contact yet.") }
    for agency in self { agency.say() }
  }
}
