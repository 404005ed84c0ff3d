import ArgumentParser
import Reading

/// `heed read`: how a text of a column is read, and by which words.
struct ReadCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "read", abstract: "Shows how a text of a column is read, and by which words.",
    discussion: """
      FIELD is injuries, presenting_concern, explanation_given, other_adults_noted, outcome or \
      child_words. Nothing is stored, and no store is opened. With --same-as it says whether two \
      mentions of an adult are taken for one.
      """)

  @Argument(help: ArgumentHelp("The column.", valueName: "field"))
  var field: ReadField

  @Argument(help: ArgumentHelp("The text, as it stands in the column.", valueName: "text"))
  var text: String

  @Option(help: ArgumentHelp("Another mention of an adult.", valueName: "text"))
  var sameAs: String?

  @ArgumentParser.Flag(help: "Print JSON.")
  var json = false

  func run() throws {
    if let sameAs {
      let isSame = isSameAdult(text, sameAs)
      if json {
        Output.raw(JSON.object([("same", .bool(isSame))]).written + "\n")
      } else {
        Output.say(isSame ? "Taken for the same adult." : "Taken for two adults.")
      }
      return
    }
    let reading = read(text, as: field)
    if json { Output.raw(reading.json.written + "\n") } else { reading.say() }
  }
}

extension ReadField: ExpressibleByArgument {}

extension Reading {
  /// The shape that the contract gives a reading.
  fileprivate var json: JSON {
    .object([
      ("field", .string(field.rawValue)), ("injury", .word(injury)),
      ("sites", .array(sites.map { .string($0) })), ("kinds", .array(kinds.map { .string($0) })),
      ("count", .number(count)), ("as_before", .bool(asBefore)),
      ("concern", concern.map { .bool($0) } ?? .null),
      ("explanation", explanation.map { .bool($0) } ?? .null),
      ("adults", .array(adults.map { .string($0.name ?? "?") })),
      ("medical_opinion", .word(medicalOpinion)), ("nfa", nfa.map { .bool($0) } ?? .null),
      ("cancelled_by", .word(cancelledBy)), ("seen_mode", .word(seenMode)),
      ("ask", .text(ask?.written)), ("mentions", .array(mentions.map(\.json))),
      ("edition", .number(Reading.edition)),
    ])
  }

  fileprivate func say() {
    Output.say("Read: \(written).")
    if let ask { Output.say("It asks: \(ask.written)") }
    for mention in mentions { Output.say("  " + mention.sentence) }
  }
}

extension Mention {
  fileprivate var json: JSON {
    .object([
      ("class", .string(sort.rawValue)), ("words", .string(words)),
      ("status", .string(status.rawValue)), ("whose", .string(whose.written)),
      ("said_by", .text(saidBy)),
    ])
  }

  /// The words and what they are taken for.
  fileprivate var sentence: String {
    var parts = ["\"\(words)\": \(sort.rawValue)", status.rawValue]
    if case .other(let who) = whose { parts.append("of \(who)") }
    if let saidBy { parts.append("by \(saidBy)") }
    return parts.joined(separator: ", ") + "."
  }
}
