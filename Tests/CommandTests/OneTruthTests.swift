import Foundation
import Testing

/// The same child is said to be the same everywhere (faults 2.1 to 2.11).
@Suite struct OneTruthTests {
  private func demo(_ arguments: String...) throws -> Program.Outcome {
    try Program().run(["demo", "--as-of", "2026-11-23"] + arguments)
  }

  @Test func `2.3 the list comes in one order, however often and wherever it is asked for`() throws
  {
    let program = try Program.withStore()
    var rows = "child_ref,household,date,agency,contact_type,injuries\n"
    for number in 1...40 {
      rows += "C\(number),H\(number % 9),2026-03-01,health,hospital,bruise to cheek\n"
    }
    try program.write(rows, to: "a.csv")
    _ = try program.run("import", "a.csv")
    let order = { (flags: [[String: Any]]) in
      flags.compactMap { ($0["child"] as? [String: Any])?["ref"] as? String }
    }
    let first = order(try program.run("flags", "--json").objects())
    for _ in 1...3 {
      let again = try program.run("flags", "--json", "--as-of", "2099-01-01").objects()
      #expect(Set(order(again)) == Set(first))
      #expect(
        order(again).removingRepeats
          == order(
            try program.run(
              "flags", "--json", "--as-of", "2099-01-01"
            ).objects()
          ).removingRepeats)
    }
    let sentences = try program.run("flags").output.split(separator: "\n")
      .filter { $0.hasPrefix("C") }.map { String($0.prefix { $0 != " " }) }
    #expect(sentences == first.removingRepeats)
  }

  @Test func `2.2 sentences count each child once, as JSON has them`() throws {
    let words = try demo("--plain").output.split(separator: "\n").first ?? ""
    let flags = try demo("--json").objects()
    let children = Set(flags.compactMap { ($0["child"] as? [String: Any])?["ref"] as? String })
    #expect(words.hasPrefix("Flagged: \(children.count) children."))
    let counted = words.split(separator: ".").last?.split(separator: ",")
      .compactMap { Int($0.split(separator: " ").first ?? "") }.reduce(0, +)
    #expect(counted == children.count, "\(words)")
  }

  private func noted() throws -> Program {
    let program = try Program.withStore()
    for arguments in [
      ["add", "C1", "--name", "Ann Example", "--born", "2026-05-01", "--worker", "W One"],
      ["log", "C1", "--contact-type", "home visit", "--child-seen", "yes", "--date", "2026-11-02"],
      ["note", "C1", "injury", "recorded", "sites=cheek", "--on", "2026-11-03"],
      ["note", "C1", "meeting", "held", "meeting=strategy discussion", "--on", "2026-11-04"],
    ] {
      let outcome = try program.run(arguments)
      try #require(outcome.status == 0, "\(arguments): \(outcome.complaint)")
    }
    return program
  }

  @Test func `2.11 a fact stands in the chronology, in sentences, HTML and JSON`() throws {
    let program = try noted()
    let json = try program.run("chronology", "C1", "--json").object()
    let facts = try #require(json["facts"] as? [[String: Any]])
    #expect(facts.map { $0["kind"] as? String } == ["meeting", "injury"])
    #expect(facts.map { $0["date"] as? String } == ["2026-11-04", "2026-11-03"])
    #expect((facts[1]["fields"] as? [String: Any])?["sites"] as? String == "cheek")
    #expect(facts.allSatisfy { $0["recorded_by"] as? String == "Ida Rowe" })
    for arguments in [["chronology", "C1"], ["chronology", "C1", "--html"]] {
      let output = try program.run(arguments).output
      #expect(output.contains("Injury: recorded") && output.contains("Ida Rowe"), "\(output)")
      let meeting = try #require(output.range(of: "strategy discussion"))
      let injury = try #require(output.range(of: "Injury: recorded"))
      #expect(meeting.lowerBound < injury.lowerBound, "newest first")
    }
  }

  @Test func `2.8 the worker and the address are those of the latest fact, and of none in error`()
    throws
  {
    let program = try noted()
    for (kind, field, value, column) in [
      ("involvement", "worker", "W Two", "worker"), ("address", "address", "1 Ash Road", "address"),
    ] {
      let step = kind == "involvement" ? "allocated" : "moved in"
      let noted = try program.run(
        "note", "C1", kind, step, "\(field)=\(value)", "--on", "2026-11-05", "--json")
      try #require(noted.status == 0, "\(noted.complaint)")
      #expect(try program.run("children", value, "--json").objects().count == 1, "\(column)")
      let id = try #require(try noted.object()["id"] as? String)
      let error = try program.run(
        "note", "C1", kind, step, "\(field)=\(value)", "in_error=wrong child", "--corrects", id)
      try #require(error.status == 0, "\(error.complaint)")
      #expect(try program.run("children", value, "--json").objects().isEmpty, "\(column)")
    }
    #expect(try program.run("children", "--json").objects()[0]["worker"] as? String == "W One")
  }

  @Test func `2.10 a decision that nobody signed is no answer in the ledger`() throws {
    let program = try noted()
    let flags = try program.run("flags", "--json").objects()
    let rule = try #require(flags.first?["rule"] as? String)
    let decided = try program.run(
      "answer", "C1:\(rule)", "--decide", "other", "--because", "seen", "--would-change", "more",
      "--review-by", try #require(Self.tomorrow))
    try #require(decided.status == 0, "\(decided.complaint)")
    let ledger = try program.run("rules", rule, "--json").objects()[0]
    let fared = try #require(ledger["ledger"] as? [String: Any])
    #expect(fared["answers"] as? Int == 0 && fared["unsigned"] as? Int == 1, "\(ledger)")
  }

  private static var tomorrow: String? {
    let date = Date().addingTimeInterval(86_400)
    return ISO8601DateFormatter().string(from: date).split(separator: "T").first.map(String.init)
  }
}

extension [String] {
  /// The first of each, in their order.
  fileprivate var removingRepeats: [String] {
    reduce(into: []) { if !$0.contains($1) { $0.append($1) } }
  }
}
