import Foundation
import Testing

/// `heed rules` with a rulebook, as a person or a script runs it.
struct RulebookCommandTests {
  @Test func `the rulebook that is printed changes nothing, and one line of it is found`() throws {
    let program = try Program()
    let printed = try program.run("rules", "--toml")
    #expect(printed.status == 0)
    try program.write(printed.output, to: "same.toml")
    let same = try program.run("rules", "--check", "same.toml")
    #expect(same.status == 0)
    #expect(same.output.hasSuffix("No threshold differs from the defaults.\n"))
    let changed = printed.output
      .replacing("protection-plan-weight = 14", with: "protection-plan-weight = 1")
      .replacing("bank-holidays = []", with: "bank-holidays = [2036-01-01]")
    try program.write(changed, to: "changed.toml")
    let told = try program.run("rules", "--check", "changed.toml").output
    #expect(told.contains("protection-plan-weight: 14 -> 1 half contact\n"))
    #expect(told.contains("R01, contacts-without-escalation\n"))
    #expect(told.contains("Further bank holidays: 2036-01-01\n"))
    #expect(told.contains("give it a new name"))
    let json = try program.run("rules", "--check", "changed.toml", "--json").object()
    #expect((json["changes"] as? [[String: Any]])?.first?["new"] as? Int == 1)
    #expect(json["bank_holidays"] as? [String] == ["2036-01-01"])
  }

  @Test func `every fault is a sentence with file, line, key and what is allowed`() throws {
    let program = try Program()
    try program.write(
      """
      edition = Example Borough
      [R01]
      tempo-days = 900
      protection-plan-wieght = 12
      \u{1b}[2J
      """, to: "a.toml")
    let first = try program.run("rules", "--check", "a.toml")
    #expect(first.status == 65)
    #expect(first.complaint.contains("a.toml, line 5, column 1: this can't be read"))
    #expect(!first.complaint.contains("\u{1b}"))
    try program.write(
      """
      edition = Example Borough
      [R01]
      tempo-days = 900
      protection-plan-wieght = 12
      tempo-ratio = "two"
      ["\u{202e}"]
      """, to: "b.toml")
    let second = try program.run("rules", "--check", "b.toml")
    #expect(second.status == 65)
    #expect(second.output.isEmpty)
    let sentences = [
      "heed: b.toml, line 1, column 1: edition: an edition is a text in quotes",
      "line 3, column 1: R01.tempo-days: 900 is not allowed; this must be from 1 to 182 days.",
      "line 4, column 1: R01.protection-plan-wieght: there is no such key; "
        + "R01.protection-plan-weight may be meant.",
      "line 5, column 1: R01.tempo-ratio: this must be a whole number in decimal digits, "
        + "from 1 to 10 times.",
      "line 6, column 2: <U+202E>: there is no such table; there are all, standing, R01,",
    ]
    for sentence in sentences { #expect(second.complaint.contains(sentence)) }
    #expect(second.complaint.split(separator: "\n").count == sentences.count)
  }

  @Test(arguments: [
    (["--check", "nowhere.toml"], 66, "there is no such file"), (["--check", "."], 66, "a folder"),
    (["--check", "/dev/zero"], 66, "larger than 1 MB"), (["R01", "--toml"], 64, "one of them"),
    (["--toml", "--json"], 64, "one of them"), (["--check", "/dev/null"], 65, "no edition"),
  ])
  func `what can't be checked is refused`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let outcome = try Program().run(["rules"] + arguments)
    #expect(outcome.status == status)
    #expect(outcome.complaint.contains(words), "\(outcome.complaint)")
    #expect(outcome.output.isEmpty)
  }

  @Test func `a text that is not UTF-8 is refused`() throws {
    let program = try Program()
    try Data([0x65, 0xff]).write(to: URL(filePath: program.path("latin.toml")))
    let outcome = try program.run("rules", "--check", "latin.toml")
    #expect(outcome.status == 65)
    #expect(outcome.complaint.contains("UTF-8"))
  }

  @Test func `a rule lists its thresholds with unit and range, in words and in JSON`() throws {
    let program = try Program()
    let told = try program.run("rules", "R06").output
    #expect(told.contains("    by-anyone-days: 42 days, from 1 to 180\n"))
    let rule = try #require(try program.run("rules", "R06", "--json").objects().first)
    let parameters = try #require(rule["parameters"] as? [[String: Any]])
    #expect(parameters.count == 6)
    #expect(parameters.first?["key"] as? String == "by-social-worker-days")
    #expect(parameters.first?["unit"] as? String == "days")
    #expect(parameters.map { $0["value"] as? Int } == [28, 42, 42, 56, 84, 2])
    #expect(parameters.allSatisfy { $0["from"] is Int && $0["to"] is Int && $0["words"] is String })
  }
}
