import Foundation
import Testing

/// `heed note`: facts beside the contacts.
struct NoteCommandTests {
  @Test func `a fact is saved with a receipt, and the flags that it raised`() throws {
    let program = try Program.withChild()
    let saved = try program.onMonday(
      "note", "C1", "adult", "sighted", "adult=Danny", "role=friend", "--on", "-20d")
    #expect(saved.status == 0, "\(saved.complaint)")
    #expect(saved.output.contains(/^Saved .*\. \[[0-9a-f]{8}\]\n/))
    #expect(saved.output.contains("Act today: R09 unassessed-adult"))
    let json = try program.onMonday("note", "C1", "voice", "answered-for=y", "--json").object()
    #expect(json["saved"] as? Bool == true)
    #expect(json["flags"] as? [String] == [])
    let fact = try #require(
      try program.facts().last { $0["kind"] as? String == "voice" }?["facts"] as? [[String: Any]])
    #expect(fact.map { $0["id"] as? String } == [json["id"] as? String])
    #expect(fact[0]["fields"] as? [String: String] == ["answered_for": "yes"])
    #expect(fact[0]["recorded_by"] as? String == "Ida Rowe")
  }

  private static let condition = [
    "C1", "condition", "imposed", "condition=bail", "type=bail", "adult=Danny",
  ]

  @Test(
    arguments: [
      ([], 64, "Say about which child and what: heed note CHILD KIND"),
      (["C1"], 64, "Say about which child and what"),
      (["C1", "seance"], 64, "There is no such kind of fact; there are injury, explanation"),
      (["C9", "voice"], 65, "the store knows no such child"),
      (["C1", "adult", "vanished", "adult=Danny"], 65, "say what happened to the adult: sighted"),
      (["C1", "adult", "adult=Danny"], 65, "say what happened to the adult: sighted"),
      (["C1", "adult", "sighted"], 65, "adult is missing (The adult): give words"),
      (["C1", "adult", "sighted", "adult=Danny", "shoe=9"], 65, "adult has no field shoe; it has"),
      (["C1", "adult", "sighted", "adult=Danny", "\u{1b}[2J=9"], 65, "no field of that name"),
      (["C1", "adult", "sighted", "adult=Danny", "role"], 64, "Write each field as name=value"),
      (["C1", "adult", "sighted", "adult="], 64, "Write each field as name=value"),
      (["C1", "adult", "sighted", "adult=\u{7}"], 64, "Write each field as name=value"),
      (
        ["C1", "injury", "recorded", "sites=ear", "count=0"], 65, "count takes a whole number from"
      ),
      (["C1", "injury", "recorded", "sites=ear", "type=b"], 65, "type takes bruise, graze"),
      (["C1", "voice", "answered_for=maybe"], 65, "answered_for takes yes or no"),
      (["C1", "voice", "--on", "someday"], 65, "--on: it is no day; write 2026-11-23"),
      (["C1", "voice", "--on", "tom"], 65, "the day lies in the future"),
      (
        ["C1", "injury", "recorded", "sites=ear", "--on", "2026-01-31"], 65,
        "the day lies before the child's birth"
      ),
      (condition + ["ends=-1d"], 65, "ends lies before the day on which it began"),
      (
        ["C1", "condition", "varied", "condition=bail"], 65,
        "no condition of that name is on record to go on with"
      ),
      (
        ["C1", "decision", "made", "decision=wait", "because=x", "by=I", "review_by=+21wd"], 65,
        "review_by is too late; the latest day is 2026-06-29"
      ),
      (["C1", "voice", "--corrects", "00000000"], 65, "the child has no such fact"),
    ] as [([String], Int32, String)])
  func `each fault has its sentence and its status, and nothing is saved`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let program = try Program.withChild()
    let refused = try program.onMonday(["note"] + arguments)
    #expect(refused.status == status)
    #expect(refused.complaint.contains(words), "\(refused.complaint)")
    #expect(refused.complaint.split(separator: "\n").count == 1)
    #expect(!refused.complaint.contains("\u{1b}"))
    #expect(refused.output.isEmpty)
    #expect(try program.facts().isEmpty)
  }

  @Test(arguments: [
    ("today", "2026-06-01"), ("yest", "2026-05-31"), ("thu", "2026-05-28"), ("mon", "2026-06-01"),
    ("-3d", "2026-05-29"), ("14/5", "2026-05-14"), ("2/6/2025", "2025-06-02"),
    ("14 may 2026", "2026-05-14"), ("2026-05-02", "2026-05-02"),
  ])
  func `the day is said as people say it, and lies behind`(typed: String, day: String) throws {
    let program = try Program.withStore()
    _ = try program.run("add", "C1")
    #expect(try program.onMonday("note", "C1", "voice", "--on", typed).status == 0)
    #expect(try program.facts().first?["since"] as? String == day)
  }

  @Test(arguments: [
    ("+2wd", "2026-06-03"), ("thu", "2026-06-04"), ("+4w", "2026-06-29"), ("31/5", "2027-05-31"),
  ])
  func `a day that is planned lies ahead`(typed: String, day: String) throws {
    let program = try Program.withChild()
    let saved = try program.onMonday(["note"] + Self.condition + ["ends=\(typed)"])
    #expect(saved.status == 0, "\(saved.complaint)")
    let facts = try #require(try program.facts().first?["facts"] as? [[String: Any]])
    #expect((facts.first?["fields"] as? [String: String])?["ends"] == day)
  }

  @Test func `a correction stands in the same matter, and the first words stay`() throws {
    let program = try Program.withChild()
    let first = try program.onMonday("note", "C1", "injury", "recorded", "sites=ear", "--json")
    let id = try #require(try first.object()["id"] as? String)
    for receipt in [String(id.suffix(8)), id.uppercased()] {
      let mended = try program.onMonday(
        "note", "C1", "injury", "recorded", "sites=cheek", "--corrects", receipt)
      #expect(mended.status == 0, "\(receipt): \(mended.complaint)")
    }
    let matters = try program.facts()
    #expect(matters.count == 1)
    let facts = try #require(matters.first?["facts"] as? [[String: Any]])
    #expect(facts.compactMap { ($0["fields"] as? [String: String])?["sites"] }.first == "ear")
    #expect(facts.count == 3)
    let other = try program.onMonday("note", "C1", "voice", "--corrects", String(id.suffix(8)))
    #expect(other.status == 65)
    #expect(other.complaint.contains("no voice of that name is on record"))
  }

  // MARK: Files

  private func take(
    _ program: Program, _ rows: String, header: String = "child_ref,kind,step,day,adult,role"
  ) throws -> Program.Outcome {
    try program.write(header + "\n" + rows, to: "facts.csv")
    return try program.onMonday("note", "--from", "facts.csv", "--json")
  }

  @Test func `a file of facts is taken whole, each row beside those before it`() throws {
    let program = try Program.withChild()
    let taken = try take(
      program,
      """
      C1,adult,sighted,2026-05-12,Danny,"friend, of ""mum\""",,
      C1,condition,imposed,2026-05-12,Danny,,bail,bail
      C1,condition,ended,2026-05-20,,,bail,

      """,
      header: "child_ref,kind,step,day,adult,role,condition,type")
    #expect(taken.status == 0, "\(taken.complaint)")
    let report = try taken.object()
    #expect(report["added"] as? Int == 3)
    #expect(report["flags_raised"] as? Int == 1)
    #expect(try program.facts().compactMap { $0["closed"] as? Bool } == [false, true])
  }

  @Test(arguments: [
    ("C9,adult,sighted,2026-05-13,Lee,", "line 3, child_ref: the store knows no such child"),
    ("C1,seance,sighted,2026-05-13,Lee,", "line 3: there is no such kind of fact"),
    ("C1,adult,vanished,2026-05-13,Lee,", "line 3: say what happened to the adult"),
    ("C1,adult,sighted,yesterday,Lee,", "line 3: day takes a day"),
    ("C1,adult,sighted,2026-06-02,Lee,", "line 3: the day lies in the future"),
    ("C1,adult,sighted,2026-05-13,,", "line 3: adult is missing"),
    ("C1,voice,,2026-05-13,Lee,", "line 3: voice has no field adult"),
    ("C1,adult,sighted,2026-05-13,Lee", "line 3: the row has 5 cells and the header 6"),
    ("C1,adult,sighted,2026-05-13,Lee, a,b", "line 3: the row has 7 cells and the header 6"),
    ("C1,adult,sighted,2026-05-13,\"Lee", "line 3: a quotation mark is opened and never closed"),
    ("C1,adult,sighted,2026-05-13,\"L\"ee,", "line 3: text follows a closing quotation mark"),
    ("C1,adult,sighted,2026-05-13,\u{1b}[2J,", "line 3: the text holds a control character"),
  ])
  func `one bad row stores nothing, and names its line`(row: String, words: String) throws {
    let program = try Program.withChild()
    let refused = try take(program, "C1,adult,sighted,2026-05-12,Danny,\n\(row)\n")
    #expect(refused.status == 65)
    #expect(refused.complaint.contains("facts.csv, \(words)"), "\(refused.complaint)")
    #expect(!refused.complaint.contains("\u{1b}"))
    #expect(refused.output.isEmpty)
    #expect(try program.facts().isEmpty)
  }

  @Test func `a file without its columns, or no file, is refused`() throws {
    let program = try Program.withChild()
    let short = try take(program, "C1,voice,2026-05-12\n", header: "child_ref,kind,day")
    #expect(short.status == 65)
    #expect(short.complaint.contains("needs the columns child_ref, kind, step and day"))
    let none = try program.onMonday("note", "--from", "nowhere.csv")
    #expect(none.status == 66)
    #expect(none.complaint.contains("there is no such file"))
    try Data("child_ref,kind,step,day,adult\nC1,adult,sighted,2026-05-12,\u{e9}\n".utf8)
      .write(to: URL(filePath: program.path("utf8.csv")))
    #expect(try program.onMonday("note", "--from", "utf8.csv").status == 0)
    try (Data("child_ref,kind,step,day,adult\nC1,adult,sighted,2026-05-12,".utf8) + [0xe9, 0x0a])
      .write(to: URL(filePath: program.path("latin.csv")))
    let latin = try program.onMonday("note", "--from", "latin.csv")
    #expect(latin.status == 65)
    #expect(latin.complaint.contains("latin.csv, line 2: the text is not UTF-8"))
  }

  @Test func `every kind is listed with its steps and fields`() throws {
    let told = try Program().run("note", "--kinds")
    #expect(told.status == 0)
    #expect(told.output.contains("step-down: Closing the case or stepping it down"))
    #expect(told.output.contains("  drafted, carried, withdrawn, done\n"))
    #expect(told.output.contains("  to*: To; early help, assessment, cin, cp, cla, closed\n"))
  }
}
