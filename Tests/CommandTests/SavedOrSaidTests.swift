import Foundation
import Testing

/// What was not taken as it stood is told, and what is said to be stored is (faults 1.2 to 1.7).
@Suite struct SavedOrSaidTests {
  private static let head =
    "ref,child_ref,child_name,worker,household,date_of_birth,date,agency,contact_type"

  private func imported(_ rows: String, columns: String = "", _ options: String...) throws
    -> Program
  {
    let program = try Program.withStore()
    try program.write(Self.head + columns + "\n" + rows + "\n", to: "a.csv")
    let outcome = try program.run(["import", "a.csv"] + options)
    try #require(outcome.status == 0, "\(outcome.complaint)")
    return program
  }

  @Test func `1.2 a corrected resend changes nothing, is told by line and lies beside the input`()
    throws
  {
    let first = "h1,C1,,,,,2026-03-01,health,hospital,nurse,bruise to arm"
    let program = try imported(first, columns: ",role,injuries")
    try program.write(
      Self.head
        + ",role,injuries\n\(first)\nh1,C1,,,,,2026-03-01,health,hospital,GP,burn to chest\n",
      to: "b.csv")
    let told = try program.run("import", "b.csv", "--json").object()
    #expect(told["added"] as? Int == 0 && told["already_there"] as? Int == 2)
    let differs = try #require(told["differs"] as? [[String: Any]])
    #expect(differs.count == 1)
    #expect(differs[0]["line"] as? Int == 3 && differs[0]["ref"] as? String == "h1")
    #expect(differs[0]["differs_in"] as? [String] == ["role", "injuries"])
    #expect(try program.read("b.rejected.csv").contains("burn to chest"))
    let sentences = try program.run("import", "b.csv")
    #expect(sentences.status == 0)
    #expect(sentences.complaint.contains("line 3") && sentences.complaint.contains("heed amend"))
    #expect(!sentences.complaint.contains("burn to chest"), "no text of a record in a complaint")
  }

  @Test func `1.2 the same reference twice in one file is told, and a row as it stands is not`()
    throws
  {
    let program = try imported(
      "h1,C1,,,,,2026-03-01,health,GP\nh1,C1,,,,,2026-03-02,health,GP\nh1,C1,,,,,2026-03-01,health,GP"
    )
    let told = try program.run("import", "a.csv", "--json").object()
    #expect((told["differs"] as? [[String: Any]])?.compactMap { $0["line"] as? Int } == [3])
  }

  @Test func `1.3 a dry run gives the figures of the real import and stores nothing`() throws {
    let program = try imported("r1,C1,Ann Example,,,2026-01-10,2026-03-01,health,GP")
    let rows = """
      r1,C1,Ann Example,,,2026-01-10,2026-03-01,health,GP,
      r2,C1,Ann Example,,,2026-01-10,2026-03-04,health,hospital,bruise to cheek
      r3,C2,Bo Example,,,2026-02-10,2026-03-05,health,clinic,
      """
    try program.write(Self.head + ",injuries\n" + rows + "\n", to: "b.csv")
    var tried = try program.run("import", "b.csv", "--dry-run", "--json").object()
    #expect(tried["added"] as? Int == 2 && tried["already_there"] as? Int == 1)
    #expect(tried["children_added"] as? Int == 1)
    #expect((tried["flags_raised"] as? Int ?? 0) > 0)
    #expect(try program.run("children", "--json").objects().count == 1)
    var real = try program.run("import", "b.csv", "--json").object()
    (tried["dry_run"], real["dry_run"]) = (nil, nil)
    #expect(NSDictionary(dictionary: tried) == NSDictionary(dictionary: real))
  }

  @Test func `1.4 a file moves worker and household by its latest row and never a name`() throws {
    let program = try imported("r1,C1,Ann Example,W One,H1,2020-01-10,2026-03-01,health,GP")
    try program.write(
      Self.head + """

        r1,C1,Anna Sample,W Two,H2,2020-01-11,2026-03-01,health,GP

        """, to: "b.csv")
    let told = try program.run("import", "b.csv", "--json").object()
    let changed = try #require(told["changed"] as? [[String: Any]])
    #expect(
      Set(changed.filter { $0["applied"] as? Bool == true }.compactMap { $0["what"] as? String })
        == ["worker", "household"])
    #expect(
      Set(changed.filter { $0["applied"] as? Bool == false }.compactMap { $0["what"] as? String })
        == ["name", "date_of_birth"])
    let child = try program.run("children", "--json").objects()[0]
    #expect(child["name"] as? String == "Ann Example" && child["worker"] as? String == "W Two")
    #expect(child["date_of_birth"] as? String == "2020-01-10")
    #expect(child["household"] as? String == "H2")
  }

  @Test func `1.4 an older file moves no worker, and none moves one whom a person recorded`() throws
  {
    let program = try imported("r1,C1,Ann Example,W One,,,2026-03-01,health,GP")
    let noted = try program.run(
      "note", "C1", "involvement", "allocated", "worker=W Two", "--on", "2026-03-10")
    try #require(noted.status == 0, "\(noted.complaint)")
    #expect(try program.run("children", "--json").objects()[0]["worker"] as? String == "W Two")
    for (name, day, worker) in [
      ("b.csv", "2026-02-01", "W Zero"), ("c.csv", "2026-03-05", "W One"),
    ] {
      try program.write(Self.head + "\n\(name),C1,,\(worker),,,\(day),health,GP\n", to: name)
      _ = try program.run("import", name)
      #expect(try program.run("children", "--json").objects()[0]["worker"] as? String == "W Two")
    }
    try program.write(Self.head + "\nd,C1,,W Three,,,2026-03-20,health,GP\n", to: "d.csv")
    _ = try program.run("import", "d.csv")
    #expect(try program.run("children", "--json").objects()[0]["worker"] as? String == "W Two")
  }

  /// A store with a flag R04 that is answered.
  private func answered() throws -> Program {
    let program = try imported(
      "r1,C1,Ann Example,,,2026-06-10,2026-11-01,health,hospital,burn to chest",
      columns: ",injuries", "--as-of", "2026-11-02T09:00")
    let first = try program.run(
      "answer", "C1:R04", "--escalate", "strategy discussion", "--owner", "N. Okafor", "--due",
      "2026-11-03", "--as-of", "2026-11-02T10:00")
    try #require(first.status == 0, "\(first.complaint)")
    return program
  }

  @Test func `1.6 a second answer is refused and shows the first, and --instead says why`() throws {
    let program = try answered()
    let second = ["answer", "C1:R04", "--escalate", "s47", "--as-of", "2026-11-02T11:00"]
    let refused = try program.run(second)
    #expect(refused.status == 65)
    #expect(
      refused.complaint.contains("by Ida Rowe on 2 Nov 2026")
        && refused.complaint.contains("--instead"))
    #expect(try program.run(second + ["--instead"]).status == 64)
    let taken = try program.run(second + ["--instead", "--because", "the bruise is new"])
    #expect(taken.status == 0, "\(taken.complaint)")
    let flag = try #require(
      try program.run("flags", "--json", "--as-of", "2026-11-02T12:00").objects()
        .first { $0["rule"] as? String == "R04" })
    let answers = try #require(flag["answers"] as? [[String: Any]])
    #expect(answers.compactMap { $0["escalate"] as? String } == ["s47", "strategy discussion"])
    let words = try program.run("flags", "--as-of", "2026-11-02T12:00").output
    #expect(words.contains("Answered before: Ida Rowe"), "\(words)")
  }

  @Test func `1.7 thresholds of a store that can't be opened are not said to be in force`() throws {
    let program = try Program()
    try program.write("no store", to: "store.heed")
    let outcome = try program.run("rules", "--toml")
    #expect(outcome.status == 69 && outcome.output.isEmpty, "\(outcome.output)")
    let none = try Program().run("rules", "--toml")
    #expect(none.status == 0 && none.output.contains("edition"))
  }
}
