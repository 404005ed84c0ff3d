import Foundation
import Testing

/// What the program says when it can't do its work: one sentence, and a status for scripts.
struct RefusalTests {
  @Test(arguments: [
    (["flags"], 69, "heed init makes one"),
    (["flags", "--store", "postgresql://user:secret@host/db"], 64, "password"),
    (["flags", "--store", "postgresql://host/db"], 69, "PostgreSQL"),
    (["flags", "--as-of", "yesterday"], 64, "--as-of"),
    (["replay", "nowhere.csv"], 66, "there is no such file"),
    (["import"], 64, "Name the file to read"),
    (["dance"], 64, "dance"),
    (["rules", "R99"], 64, "no such rule"),
  ])
  func `a command that can't work says why in a sentence`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let program = try Program()
    let outcome = try program.run(arguments)
    #expect(outcome.status == status)
    #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
    #expect(!outcome.complaint.contains("secret"))
    #expect(outcome.output.isEmpty)
  }

  @Test(arguments: [["init"], ["init", "elsewhere"]])
  func `without a terminal no passphrase can be asked for, so no store is made`(
    arguments: [String]
  ) throws {
    let program = try Program()
    let outcome = try program.run(arguments, environment: ["HEED_ALLOW_PLAINTEXT": ""])
    #expect(outcome.status == 69)
    #expect(outcome.complaint.contains("--allow-plaintext"), "\(outcome.complaint)")
    #expect(outcome.output.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.path("store.heed")))
    #expect(!FileManager.default.fileExists(atPath: program.path("elsewhere")))
  }

  @Test(arguments: [
    ["flags"], ["children"], ["log", "C1", "--contact-type", "GP"], ["add", "C2"], ["verify"],
    ["people"], ["facts", "C1"], ["chronology", "C1"], ["rescan"], ["agencies"],
  ])
  func `a store that nothing encrypts is refused in a sentence, unless that is waived`(
    arguments: [String]
  ) throws {
    let program = try Program.withStore()
    _ = try program.run("add", "C1")
    let refused = try program.run(arguments, environment: ["HEED_ALLOW_PLAINTEXT": ""])
    #expect(refused.status == 69)
    #expect(refused.complaint.contains("is not encrypted at rest"), "\(refused.complaint)")
    #expect(refused.output.isEmpty)
    let waived = try program.run(
      arguments + ["--allow-plaintext"], environment: ["HEED_ALLOW_PLAINTEXT": ""])
    #expect(waived.status == 0, "\(waived.complaint)")
  }

  @Test(arguments: [
    (["add", "C1", "--born", "2099-01-01"], 65, "future"),
    (["log", "C2", "--contact-type", "GP"], 65, "no such child"),
    (["log", "C1"], 64, "--contact-type"),
    (
      ["log", "C1", "--contact-type", "seance"], 65, "--contact-type: it must be one of: home visit"
    ),
    (["log", "C1", "--contact-type", "GP", "--date", "someday"], 65, "--date"),
    (["log", "C1", "--contact-type", "GP", "--injury-count", "-1"], 64, "injury-count"),
    (["answer", "C1:R01", "--escalate", "s47"], 65, "no such flag"),
    (["answer", "C1:R01"], 64, "--escalate"),
    (["chronology", "C2"], 65, "no such child"),
    (["init", "--allow-plaintext"], 73, "a file already"),
  ])
  func `bad input is refused where it is typed and nothing is stored`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let program = try Program.withStore()
    _ = try program.run("add", "C1")
    let outcome = try program.run(arguments)
    #expect(outcome.status == status, "\(outcome.complaint)")
    #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
    let chronology = try program.run("chronology", "C1", "--json").object()
    #expect((chronology["contacts"] as? [Any])?.isEmpty == true)
  }

  @Test func `text that would drive a terminal is shown as marks`() throws {
    let program = try Program.withStore()
    try program.write(
      "child_ref,child_name,date,agency,contact_type,outcome\n"
        + "C1,Ada\u{202e}Example,2026-05-01,health,GP,\"a\u{200b}b\"\n", to: "a.csv")
    #expect(try program.run("import", "a.csv").status == 0)
    let said = try program.run("chronology", "C1").output
    #expect(said.contains("<U+202E>"))
    #expect(said.contains("<U+200B>"))
    #expect(!said.unicodeScalars.contains("\u{202e}"))
    try program.write(
      "child_ref,date,agency,contact_type,outcome\nC1,2026-05-01,health,GP,\u{1b}[2J\n",
      to: "b.csv")
    #expect(try program.run("import", "b.csv").status == 65)
  }

  @Test func `the demo without a terminal prints the flagged list and ends well`() throws {
    let program = try Program()
    let outcome = try program.run("demo")
    #expect(outcome.status == 0)
    #expect(outcome.output.hasPrefix("Flagged: "))
    #expect(outcome.output.contains("Kit Marlow (C0417)"))
    #expect(outcome.complaint.isEmpty)
    #expect(!FileManager.default.fileExists(atPath: program.path(".local")))
  }
}
