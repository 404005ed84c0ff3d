import ArgumentParser
import Reading
import Reports

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
      Output.say(SameAdultReport(text, sameAs), asJSON: json)
    } else {
      Output.say(read(text, as: field), asJSON: json)
    }
  }
}

extension ReadField: ExpressibleByArgument {}
