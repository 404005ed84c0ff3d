import Foundation
import Testing

/// `heed close`: no case is closed over an open question.
struct CloseCommandTests {
  /// C1 in need, seen on Monday, with an adult about whom nobody has asked and a mark.
  private func makeProgram() throws -> Program {
    let program = try Program.withStore()
    _ = try program.run("add", "C1", "--born", "2020-02-01")
    let logged = try program.onMonday(
      "log", "C1", "--contact-type", "home visit", "--plan", "cin", "--child-seen", "yes",
      "--other-adults-noted", "Danny (friend)", "--injuries", "burn to arm")
    try #require(logged.status == 0, "\(logged.complaint)")
    return program
  }

  private func status(_ program: Program) throws -> String? {
    try program.run("children", "C1", "--json").objects().first?["status"] as? String
  }

  private let close = ["close", "C1", "--because", "moved to Leeds"]

  @Test func `open questions are listed, the step is drafted and flagged, and nothing closes`()
    throws
  {
    let program = try makeProgram()
    let refused = try program.onMonday(close)
    #expect(refused.status == 77)
    #expect(refused.output.hasPrefix("Open about C1:\n  injury of 2026-06-01 untested\n"))
    #expect(refused.output.contains("  adult \"Danny (friend)\" unchecked\n"))
    #expect(refused.complaint.contains("C1 was not closed: "))
    #expect(refused.complaint.contains("questions about the child are open"))
    #expect(try program.flagged().contains("R20"))
    let draft = try #require(try program.facts("C1", "step-down").first)
    #expect(draft["closed"] as? Bool == false)
    // Asking again drafts nothing anew.
    #expect(try program.onMonday(close).status == 77)
    #expect(try program.facts("C1", "step-down").count == 1)
    #expect((try program.facts("C1", "step-down")[0]["facts"] as? [Any])?.count == 1)
    let contacts = try program.run("chronology", "C1", "--json").object()["contacts"] as? [Any]
    #expect(contacts?.count == 1)
  }

  @Test func `with every question carried by an owner it closes, and the flag goes`() throws {
    let program = try makeProgram()
    let open = try program.onMonday(close).output.split(separator: "\n").dropFirst()
      .map { String($0.dropFirst(2)) }
    #expect(open.count > 1)
    let one = try program.onMonday(close + ["--carry", open[0], "--owner", "Leeds duty team"])
    #expect(one.status == 77)
    #expect(!one.output.contains(open[0]))
    #expect(one.output.contains(open[1]))
    let rest = open.dropFirst().flatMap { ["--carry", $0] }
    let closed = try program.onMonday(close + rest + ["--owner", "Leeds duty team"])
    #expect(closed.status == 0, "\(closed.complaint)\(closed.output)")
    #expect(closed.output.contains("Saved "))
    #expect(!(try program.flagged().contains("R20")))
    let draft = try #require(try program.facts("C1", "step-down").first)
    #expect(draft["closed"] as? Bool == true)
    let facts = try #require(draft["facts"] as? [[String: Any]])
    #expect(
      facts.compactMap { $0["step"] as? String }
        == ["drafted"] + open.map { _ in "carried" } + ["done"])
    let chronology = try program.run("chronology", "C1", "--json").object()
    let contacts = try #require(chronology["contacts"] as? [[String: Any]])
    #expect(contacts.first?["contact_type"] as? String == "closure")
    #expect(contacts.first?["plan"] as? String == "closed")
    #expect(contacts.first?["outcome"] as? String == "moved to Leeds")
    #expect(contacts.first?["professional"] as? String == "Ida Rowe")
  }

  @Test func `a child about whom nothing is open is closed at once, with no draft`() throws {
    let program = try Program.withStore()
    _ = try program.run("add", "C1")
    _ = try program.onMonday(
      "log", "C1", "--contact-type", "home visit", "--plan", "cin", "--child-seen", "yes")
    let closed = try program.onMonday(close)
    #expect(closed.status == 0, "\(closed.complaint)")
    #expect(try program.facts("C1", "step-down").isEmpty)
  }

  @Test func `a step down to a plan is held in the same way`() throws {
    let program = try makeProgram()
    let down = close + ["--to", "early help"]
    #expect(try program.onMonday(down).status == 77)
    let flags = try program.onMonday("flags", "--json").objects()
    let flag = try #require(flags.first { $0["rule"] as? String == "R20" })
    #expect((flag["reason"] as? String)?.hasPrefix("Stepping down with open: ") == true)
    #expect(flag["band"] as? String == "A")
  }

  @Test func `what was flagged by time alone since holds a closure too`() throws {
    let program = try Program.withStore()
    _ = try program.run("add", "C1")
    _ = try program.onMonday(
      "log", "C1", "--contact-type", "home visit", "--plan", "cin", "--child-seen", "yes")
    let refused = try program.onMonday(close, days: 60)
    #expect(refused.status == 77)
    #expect(refused.output.contains("  flag R06\n"))
    let logged = try program.onMonday(["log", "C1", "--contact-type", "closure"], days: 60)
    #expect(logged.status == 77)
    #expect(logged.complaint.contains("heed close lists them"))
  }

  @Test(arguments: [
    (["close", "C9", "--because", "x"], 65, "no such child"),
    (["close", "C1"], 64, "--because"),
    (["close", "C1", "--because", " "], 64, "empty or holds a control character"),
    (["close", "C1", "--because", "x", "--to", "nowhere"], 64, "nowhere"),
    (["close", "C1", "--because", "x", "--carry", "adult"], 64, "needs an --owner"),
    (
      ["close", "C1", "--because", "x", "--carry", "adult", "--owner", "\u{1b}"], 64,
      "empty or holds a control character"
    ),
  ])
  func `what can't be closed is refused, and nothing is drafted`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let program = try makeProgram()
    let refused = try program.onMonday(arguments)
    #expect(refused.status == status)
    #expect(refused.complaint.contains(words), "\(refused.complaint)")
    #expect(try program.facts().isEmpty)
  }
}
