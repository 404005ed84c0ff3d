import Records
import Storage

/// The first run: three ways to begin, asked line by line.
enum Welcome {
  enum Choice {
    case fictionalCaseload
    /// A new store with its first user, and a file to import.
    case made(Person, importing: String?)
    case leave
  }

  /// - Throws: 130 when input ends.
  static func ask(path: String, isPlain: Bool) throws -> Choice {
    let protection = isPlain ? "not encrypted" : "encrypted with a passphrase"
    Output.say(
      """
      Heed shows which children are visited again and again while nobody acts,
      why, and since when. There is no store yet at
      \(path)

        1  Look at 41 invented children; nothing is left behind
        2  Make a store of your own, \(protection)
        3  Make one and import contacts from a CSV file
        q  Leave

      """)
    while true {
      switch try line("Choose 1, 2, 3 or q: ").lowercased() {
      case "1": return .fictionalCaseload
      case "2":
        return .made(try person(at: Clock.now), importing: nil)
      case "3":
        let file = try line("The file: ")
        return .made(try person(at: Clock.now), importing: file)
      case "q": return .leave
      default: Output.say("Type one of the four.")
      }
    }
  }

  /// Asks who is at the keyboard; an empty answer takes what is offered.
  /// - Throws: 130 when input ends.
  static func person(at now: Instant) throws -> Person {
    var person = Person.ofAccount(at: now)
    let name = try line("Your name (\(person.name)): ")
    if Typed.isClean(name) { person.name = name }
    let role = try line("Your role, such as social worker or team manager (\(person.role.title)): ")
    if Typed.isClean(role) { person.role = Role(role) }
    let agency = try line("Your agency (\(person.agency.written)): ")
    if Typed.isClean(agency), let typed = AgencyArgument(argument: agency) {
      person.agency = typed.agency
    }
    return person
  }

  private static func line(_ question: String) throws -> String {
    try Prompt.answer(question, orElse: "nothing was made")
  }
}
