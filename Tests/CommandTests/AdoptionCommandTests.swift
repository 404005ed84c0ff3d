import Foundation
import Testing

/// `heed rules --rehearse`, `--adopt` and `--toml`, and by which rulebook a day is judged.
struct AdoptionCommandTests {
  /// C1 in need and not seen for 35 days on Monday; by default 42 may pass.
  private func makeProgram() throws -> Program {
    let program = try Program.withStore()
    _ = try program.run("add", "C1")
    let logged = try program.onMonday(
      ["log", "C1", "--contact-type", "home visit", "--plan", "cin", "--child-seen", "yes"],
      days: -35)
    try #require(logged.status == 0, "\(logged.complaint)")
    try program.write("edition = 'Strict'\n[R06]\nby-anyone-days = 30\n", to: "strict.toml")
    try program.write("edition = 'Lenient'\n[R06]\nby-anyone-days = 60\n", to: "lenient.toml")
    return program
  }

  private func unseen(_ program: Program, days: Int = 0) throws -> Bool {
    try program.flagged(days: days).contains("R06")
  }

  @Test func `a rehearsal says who would gain a flag, and changes nothing`() throws {
    let program = try makeProgram()
    #expect(!(try unseen(program)))
    let told = try program.onMonday("rules", "--rehearse", "strict.toml")
    #expect(told.status == 0, "\(told.complaint)")
    #expect(told.output.hasPrefix("Over the past year, 1 child, every entry known on its day"))
    #expect(told.output.contains("\nR06 child-not-seen: 0 → 1 children\n  gained by C1\n"))
    #expect(!told.output.contains("lost by"))
    let json = try program.onMonday("rules", "--rehearse", "strict.toml", "--json").object()
    #expect(json["children"] as? Int == 1)
    let rules = try #require(json["rules"] as? [[String: Any]])
    let change = rules.first { $0["rule"] as? String == "R06" }?["change"] as? [String: Any]
    #expect(change?["gained"] as? [String] == ["C1"])
    #expect(change?["lost"] as? [String] == [])
    #expect(!(try unseen(program)))
    let none = try program.onMonday("rules", "--rehearse", "lenient.toml")
    #expect(none.output.hasSuffix("No child would gain or lose a flag.\n"))
  }

  @Test func `a rehearsal sets a rulebook beside the one in force, as it would be adopted`() throws
  {
    let program = try makeProgram()
    #expect(try program.onMonday("rules", "--adopt", "strict.toml").status == 0)
    // It says nothing of R06, which so goes back to its default.
    try program.write("edition = 'Other'\n", to: "other.toml")
    let told = try program.onMonday("rules", "--rehearse", "other.toml")
    #expect(told.output.contains("\nR06 child-not-seen: 1 → 0 children\n  lost by C1\n"))
    let adopted = try program.onMonday("rules", "--adopt", "other.toml")
    #expect(
      adopted.output
        == "Adopted \"Other\". 0 flags raised, 1 cleared.\nC1: R06 cleared\n")
  }

  @Test func `flags are judged by the rulebook that was adopted, and earlier days by the former`()
    throws
  {
    let program = try makeProgram()
    let adopted = try program.onMonday("rules", "--adopt", "strict.toml")
    #expect(adopted.status == 0, "\(adopted.complaint)")
    #expect(
      adopted.output
        == "Adopted \"Strict\". 1 flag raised, 0 cleared.\nC1: R06 raised\n")
    #expect(try unseen(program))
    #expect(try unseen(program, days: 1))
    // On Sunday the defaults were in force, by which 42 days may pass.
    #expect(!(try unseen(program, days: -1)))
    #expect(try program.onMonday("rules", "--adopt", "lenient.toml", days: 2).status == 0)
    #expect(try unseen(program, days: 1))
    #expect(!(try unseen(program, days: 2)))
    #expect(!(try unseen(program, days: -1)))
  }

  @Test func `the rulebook in force is printed whole, and can be adopted again`() throws {
    let program = try makeProgram()
    #expect(try program.onMonday("rules", "--adopt", "strict.toml").status == 0)
    let printed = try program.run("rules", "--toml").output
    #expect(printed.contains("\nby-anyone-days = 30\n"))
    #expect(printed.contains("edition = \"Strict\"\n"))
    try program.write(printed, to: "again.toml")
    let again = try program.onMonday("rules", "--adopt", "again.toml", days: 1)
    #expect(again.output == "Adopted \"Strict\". 0 flags raised, 0 cleared.\n")
    #expect(try program.run("rules", "--toml").output == printed)
    let rule = try #require(try program.run("rules", "R06", "--json").objects().first)
    let parameters = try #require(rule["parameters"] as? [[String: Any]])
    #expect(
      parameters.first { $0["key"] as? String == "by-anyone-days" }?["value"] as? Int == 30)
  }

  @Test func `times for answers hold beside further bank holidays`() throws {
    let program = try makeProgram()
    try program.write(
      "edition = 'Quick'\nbank-holidays = [2026-06-02]\n[R15]\nthis-week-working-days = 1\n"
        + "[R06]\nby-anyone-days = 30\n", to: "quick.toml")
    #expect(try program.onMonday("rules", "--adopt", "quick.toml").status == 0)
    let flags = try program.onMonday("flags", "--json").objects()
    let flag = try #require(flags.first { $0["rule"] as? String == "R06" })
    // One working day after Monday, and Tuesday is none.
    #expect(flag["due"] as? String == "2026-06-03T16:00:00Z")
  }

  @Test(arguments: ["--adopt", "--rehearse"])
  func `a rulebook with a fault changes nothing`(option: String) throws {
    let program = try makeProgram()
    try program.write("edition = 'Bad'\n[R06]\nby-anyone-days = 900\n", to: "bad.toml")
    let refused = try program.onMonday("rules", option, "bad.toml")
    #expect(refused.status == 65)
    #expect(refused.complaint.contains("bad.toml, line 3, column 1: R06.by-anyone-days: 900"))
    #expect(refused.output.isEmpty)
    #expect(try program.onMonday("rules", option, "nowhere.toml").status == 66)
    #expect(try program.run("rules", "--toml").output.contains("\nby-anyone-days = 42\n"))
    #expect(!(try unseen(program)))
  }

  @Test(arguments: ["--adopt", "--rehearse"])
  func `without a store there is nothing to adopt or rehearse on`(option: String) throws {
    let program = try Program()
    try program.write("edition = 'Any'\n", to: "any.toml")
    let refused = try program.run("rules", option, "any.toml")
    #expect(refused.status == 69)
    #expect(refused.complaint.contains("There is no store"))
  }

  // MARK: Hindsight

  @Test func `a flag of a late entry says when it could have been raised`() throws {
    let program = try Program.withChild()
    _ = try program.onMonday(
      "log", "C1", "--contact-type", "GP", "--agency", "health", "--injuries", "bruise to cheek",
      "--date", "12/5")
    let late = try program.onMonday("flags", "--json").objects()
    let flag = try #require(late.first { $0["rule"] as? String == "R04" })
    #expect(flag["raised_on"] as? String == "2026-06-01")
    #expect(flag["would_have_been_raised_on"] as? String == "2026-05-12")
  }

  @Test func `a flag that an adoption brought is no late entry`() throws {
    let program = try makeProgram()
    // A visit was typed late, but it changes nothing.
    _ = try program.onMonday(
      "log", "C1", "--contact-type", "office visit", "--date", "20/5", days: -1)
    #expect(try program.onMonday("rules", "--adopt", "strict.toml").status == 0)
    let flags = try program.onMonday("flags", "--json").objects()
    let flag = try #require(flags.first { $0["rule"] as? String == "R06" })
    #expect(flag["raised_on"] as? String == "2026-06-01")
    #expect(flag["would_have_been_raised_on"] is NSNull)
  }

  @Test func `a flag of entries typed on their day has no other`() throws {
    let program = try Program.withChild()
    _ = try program.onMonday(
      "log", "C1", "--contact-type", "GP", "--agency", "health", "--injuries", "bruise to cheek")
    let flags = try program.onMonday("flags", "--json").objects()
    #expect(!flags.isEmpty)
    #expect(flags.allSatisfy { $0["would_have_been_raised_on"] is NSNull })
  }
}
