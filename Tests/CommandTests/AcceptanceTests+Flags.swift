import Foundation
import Testing

extension AcceptanceTests {
  private static let about = "about=closing the case"
  private static let wants = "wants=a strategy discussion"

  /// A store with a child and a worker's own worry about them.
  private func challenged() throws -> Program {
    let program = try program()
    try run(program, "add", "C1", "--name", "Ada Example")
    try run(
      program, "note", "C1", "challenge", "opened", Self.about, Self.wants, "--on", "2026-05-29")
    return program
  }

  /// A store with an infant whose bruise has raised two flags.
  private func bruised() throws -> Program {
    let program = try program()
    try run(program, "add", "C1", "--born", "2026-02-01")
    try run(
      program, "log", "C1", "--contact-type", "GP", "--agency", "health", "--injuries",
      "bruise to cheek")
    #expect(try rules(program, "C1") == ["R03", "R04"])
    return program
  }

  private func flag(
    _ program: Program, _ rule: String, on moment: String = later
  ) throws -> [String: Any] {
    try #require(try flags(program, on: moment).first { $0["rule"] as? String == rule })
  }

  private func steps(_ program: Program) throws -> [[String: Any]] {
    try facts(program, "C1", "challenge").flatMap { $0["facts"] as? [[String: Any]] ?? [] }
  }

  @Test func `A24 a worker's own worry is read back with its day and author, and flags the child`()
    throws
  {
    let program = try challenged()
    let opened = try #require(try steps(program).first)
    #expect(opened["day"] as? String == "2026-05-29")
    #expect(opened["recorded_by"] as? String == "Ida Rowe")
    #expect(opened["recorded_at"] as? String == "2026-06-01T09:00:00Z")
    #expect(
      opened["fields"] as? [String: String]
        == ["about": "closing the case", "wants": "a strategy discussion"])
    // An answer is due within a working day, which is the Monday.
    #expect(try rules(program, "C1").isEmpty)
    let flag = try flag(program, "R22", on: "2026-06-02T10:00")
    #expect(Self.ref(flag) == "C1")
    #expect((flag["reason"] as? String)?.contains("Ida Rowe asked for an answer") == true)
  }

  @Test(arguments: [
    ["challenge", "opened", wants], ["challenge", "opened", about],
    ["challenge", "opened", about, "wants="], ["challenge", "opened", about, "wants=  "],
    ["challenge", "opened", about, wants, "--on", "someday"],
    ["challenge", "opened", about, wants, "--on", ""],
    ["challenge", "opened", about, wants, "due=never"],
    ["concern", "raised", "raised_by=1A"], ["concern", "raised", "concern=thin"],
  ])
  func `A25 a worry without what, what is wanted or a day is refused`(words: [String]) throws {
    let program = try program()
    try run(program, "add", "C1")
    let refused = try program.run(["note", "C1"] + words + ["--as-of", Self.now])
    #expect([64, 65].contains(refused.status), "\(refused.status) \(refused.complaint)")
    #expect(!refused.complaint.isEmpty)
    #expect(try facts(program, "C1").isEmpty)
  }

  @Test func `A26 an answered worry says by whom and when, and flags the child no more`() throws {
    let program = try challenged()
    #expect(try rules(program, "C1", on: "2026-06-02T08:00") == ["R22"])
    let answered = try program.run(
      "note", "C1", "challenge", "answered", Self.about, "because=it is held on Thursday",
      "--as-of", "2026-06-02T10:00")
    #expect(answered.status == 0, "\(answered.complaint)")
    #expect(try flags(program, on: "2026-06-02T12:00").isEmpty)
    let matter = try #require(
      try program.run("facts", "C1", "challenge", "--as-of", "2026-06-02T12:00", "--json")
        .objects().first)
    #expect(matter["closed"] as? Bool == true)
    let history = try #require(matter["facts"] as? [[String: Any]])
    #expect(history.map { $0["step"] as? String } == ["opened", "answered"])
    #expect(history.map { $0["day"] as? String } == ["2026-05-29", "2026-06-02"])
    #expect(history.allSatisfy { $0["recorded_by"] as? String == "Ida Rowe" })
  }

  @Test func `A26 an answered flag says by whom and when`() throws {
    let program = try bruised()
    try run(program, "answer", "C1:R04", "--escalate", "s47", "--because", "the GP asked for it")
    let flag = try flag(program, "R04")
    #expect(flag["state"] as? String == "answered")
    #expect(flag["raised_on"] as? String == "2026-06-01")
    let answer = try #require(flag["answer"] as? [String: Any])
    #expect(answer["by"] as? String == "Ida Rowe")
    #expect(answer["at"] as? String == "2026-06-01T09:00:00Z")
    #expect(answer["because"] as? String == "the GP asked for it")
    let said = try program.run("flags", "--as-of", Self.later).output
    #expect(said.contains("Answered by Ida Rowe."), "\(said)")
  }

  @Test func `A27 of two flags on a child, answering one leaves the other open`() throws {
    let program = try bruised()
    try run(program, "answer", "C1:R04", "--escalate", "s47")
    #expect(try flag(program, "R04")["state"] as? String == "answered")
    let other = try flag(program, "R03")
    #expect(other["state"] as? String == "open")
    #expect(other["answer"] is NSNull)
    let child = try #require(
      try program.run("children", "C1", "--as-of", Self.later, "--json").objects().first)
    #expect(child["flags"] as? Int == 2)
  }

  @Test(arguments: [
    [], ["--decide", "other"], ["--escalate", "s47", "--because", ""],
    ["--escalate", "s47", "--owner", " "], ["--because", "seen"],
    [
      "--decide", "other", "--because", "", "--would-change", "a mark", "--review-by", "2026-06-02",
    ],
    [
      "--decide", "other", "--because", "seen", "--would-change", " \t", "--review-by",
      "2026-06-02",
    ],
    ["--decide", "other", "--because", "seen", "--would-change", "a mark"],
    ["--escalate", "none"],
  ])
  func `A28 an empty answer is refused and answers nothing`(options: [String]) throws {
    let program = try bruised()
    let refused = try program.run(["answer", "C1:R04"] + options + ["--as-of", Self.now])
    #expect([64, 65].contains(refused.status), "\(refused.complaint)")
    let flag = try flag(program, "R04")
    #expect(flag["state"] as? String == "open")
    #expect(flag["answer"] is NSNull)
  }

  @Test func `A28 a worry is not answered without words`() throws {
    let program = try challenged()
    for because in [[], ["because="], ["because=  "]] {
      let refused = try program.run(
        ["note", "C1", "challenge", "answered", Self.about] + because + ["--as-of", Self.now])
      #expect([64, 65].contains(refused.status), "\(refused.complaint)")
    }
    #expect(try steps(program).count == 1)
    #expect(try rules(program, "C1", on: "2026-06-02T08:00") == ["R22"])
  }

  // MARK: Rules

  @Test(arguments: [
    ("[R06]\nunseen-days = \"many\"", "R06.unseen-days"), ("[R99]\ndays = 1", "R99"),
    ("[R06]\nunseen-days = 0", "R06.unseen-days"), ("[R06", "this can't be read"),
  ])
  func `A35 a malformed rulebook is refused with the reason and changes nothing`(
    text: String, words: String
  ) throws {
    let program = try program()
    let before = try program.run("rules", "--toml").output
    try program.write("edition = \"Example Borough 1\"\n\(text)\n", to: "a.toml")
    let refused = try program.run("rules", "--adopt", "a.toml")
    #expect(refused.status == 65)
    #expect(refused.complaint.contains("a.toml, line "), "\(refused.complaint)")
    #expect(refused.complaint.contains(words), "\(refused.complaint)")
    #expect(try program.run("rules", "--toml").output == before)
  }

  @Test func `A35 of a rule with several ways in, only the children who meet one are flagged`()
    throws
  {
    let program = try program(
      """
      C1,cp,2026-05-03,social care,case conference,social worker,yes
      C1,,2026-05-30,health,clinic,health visitor,yes
      C2,cin,2026-05-20,social care,home visit,social worker,yes
      C2,,2026-05-28,social care,no access,social worker,
      C2,,2026-05-30,social care,home visit,social worker,no
      C3,cin,2026-04-19,social care,home visit,social worker,yes
      C4,cp,2026-05-04,social care,case conference,social worker,yes
      C5,cin,2026-05-20,social care,home visit,social worker,yes
      C5,,2026-05-30,social care,home visit,social worker,no
      C6,cin,2026-04-20,social care,home visit,social worker,yes
      """)
    let unseen = try flags(program).filter { $0["rule"] as? String == "R06" }
    #expect(Set(unseen.compactMap(Self.ref)) == ["C1", "C2", "C3"])
  }

  @Test func `A35 a child whose case is closed is not chased by any clock of visits`() throws {
    let program = try program(
      """
      C1,cin,2026-04-01,social care,supervision,,
      C2,cin,2026-04-01,social care,supervision,,
      C2,closed,2026-05-29,social care,closure,,
      """)
    #expect(try rules(program, "C1").isSuperset(of: ["R06", "R10"]))
    #expect(try rules(program, "C2").isDisjoint(with: ["R06", "R10"]))
    let summer = try rules(program, "C2", on: "2026-09-01")
    #expect(summer.isDisjoint(with: ["R06", "R10"]))
  }
}
