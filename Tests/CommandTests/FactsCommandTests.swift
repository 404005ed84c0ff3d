import Foundation
import Testing

/// `heed facts`: what is recorded beside the contacts.
struct FactsCommandTests {
  /// C1 with an adult, sighted on 12 May and checked on Monday, and a voice noted on Monday.
  private func makeProgram() throws -> Program {
    let program = try Program.withChild()
    for (days, words) in [
      (-20, ["adult", "sighted", "adult=Danny", "role=friend"]), (0, ["voice", "answered_for=no"]),
      (0, ["adult", "checked", "adult=Danny"]),
    ] {
      #expect(try program.onMonday(["note", "C1"] + words, days: days).status == 0)
    }
    return program
  }

  @Test func `each matter is told with its history, its receipts and who wrote it`() throws {
    let told = try makeProgram().run("facts", "C1")
    #expect(told.status == 0)
    let lines = told.output.split(separator: "\n").map(String.init)
    #expect(lines.count == 5)
    #expect(lines[0] == "Adult")
    #expect(
      try lines[1].wholeMatch(
        of: Regex(
          "  12 May 2026  sighted – The adult: Danny; Said to be: friend \\[[0-9a-f]{8}, Ida Rowe\\]"
        )) != nil, "\(lines[1])")
    #expect(lines[2].hasPrefix("  1 Jun 2026  checked – The adult: Danny ["))
    #expect(lines[3] == "Who spoke")
    #expect(lines[4].hasPrefix("  1 Jun 2026  noted – A carer answered for the child: no ["))
  }

  @Test func `JSON has the same, with what is closed and what was in error`() throws {
    let program = try makeProgram()
    let matters = try program.facts()
    #expect(matters.map { $0["kind"] as? String } == ["adult", "voice"])
    #expect(matters.map { $0["since"] as? String } == ["2026-05-12", "2026-06-01"])
    #expect(matters.allSatisfy { $0["closed"] as? Bool == false })
    let facts = try #require(matters[0]["facts"] as? [[String: Any]])
    #expect(facts.map { $0["step"] as? String } == ["sighted", "checked"])
    #expect(facts.map { $0["day"] as? String } == ["2026-05-12", "2026-06-01"])
    #expect(facts[0]["recorded_at"] as? String == "2026-05-12T09:00:00Z")
    #expect(facts[0]["contact"] is NSNull)
    #expect(facts[0]["fields"] as? [String: String] == ["adult": "Danny", "role": "friend"])
    let wrong = ["note", "C1", "adult", "named", "adult=Danny", "in_error=another child"]
    #expect(try program.onMonday(wrong).status == 0)
    #expect(try program.facts("C1", "adult").map { $0["in_error"] as? Bool } == [true])
    #expect(try program.run("facts", "C1").output.hasPrefix("Adult (entered in error)\n"))
  }

  @Test func `an earlier day shows what was recorded by then, whenever it happened`() throws {
    let program = try makeProgram()
    // Typed on Monday, and of the tenth of May.
    #expect(try program.onMonday("note", "C1", "voice", "--on", "10/5").status == 0)
    #expect(try program.facts("C1", "--as-of", "2026-05-11").isEmpty)
    let then = try program.facts("C1", "--as-of", "2026-05-31")
    #expect(then.map { $0["kind"] as? String } == ["adult"])
    #expect((then[0]["facts"] as? [Any])?.count == 1)
    #expect(try program.facts("C1", "--as-of", "2026-06-01").count == 3)
    #expect(try program.facts("C1", "--as-of", "2026-06-01T09:59").count == 1)
  }

  @Test func `one kind is listed by its id or its title, and an unknown one is refused`() throws {
    let program = try makeProgram()
    #expect(try program.facts("C1", "voice").count == 1)
    #expect(try program.facts("C1", "Who spoke").count == 1)
    #expect(try program.facts("C1", "injury").isEmpty)
    #expect(
      try program.run("facts", "C1", "injury").output
        == "Nothing is recorded beside the contacts.\n")
    let unknown = try program.run("facts", "C1", "seance")
    #expect(unknown.status == 64)
    #expect(unknown.complaint.contains("There is no such kind of fact; there are injury"))
    #expect(unknown.output.isEmpty)
    let nobody = try program.run("facts", "C9")
    #expect(nobody.status == 65)
    #expect(nobody.complaint.contains("the store knows no such child"))
  }
}
