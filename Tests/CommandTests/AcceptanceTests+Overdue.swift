import Foundation
import Testing

extension AcceptanceTests {
  /// In need since 1 April, with nothing since.
  private static let inNeed = "C1,cin,2026-04-01,social care,supervision,,"

  private static func seen(_ ref: String, _ day: String) -> String {
    "\(ref),,\(day),social care,home visit,social worker,yes"
  }

  private static let clocks: Set<String> = ["R06", "R10"]

  @Test func `A12 a child seen today is not overdue`() throws {
    let program = try program(Self.inNeed)
    #expect(try rules(program, "C1").isSuperset(of: Self.clocks))
    try run(
      program, "log", "C1", "--contact-type", "home visit", "--child-seen", "yes", "--role",
      "social worker")
    #expect(try lastSeen(program, "C1") == "2026-06-01")
    #expect(try rules(program, "C1").isDisjoint(with: Self.clocks))
  }

  @Test(arguments: [
    ["no access"], ["home visit", "--child-seen", "no"], ["home visit", "--child-seen", "unknown"],
    ["phone"],
  ])
  func `A13 an attempt is no sighting, so the child stays overdue`(attempt: [String]) throws {
    let program = try program(Self.inNeed)
    let logged = try program.run(
      ["log", "C1", "--role", "social worker", "--as-of", Self.now, "--contact-type"] + attempt)
    #expect(logged.status == 0, "\(logged.complaint)")
    #expect(try lastSeen(program, "C1") == nil)
    #expect(try rules(program, "C1").isSuperset(of: Self.clocks))
    let late = try #require(
      try flags(program).first { $0["rule"] as? String == "R06" }?["reason"] as? String)
    #expect(late.contains("61 days"), "\(late)")
  }

  @Test func `A14 a child last seen sixty days ago is overdue by both clocks`() throws {
    let program = try program(Self.inNeed + "\n" + Self.seen("C1", "2026-04-02"))
    #expect(try lastSeen(program, "C1") == "2026-04-02")
    #expect(try rules(program, "C1").isSuperset(of: Self.clocks))
  }

  @Test func `A15 of two children the one who was not seen is overdue`() throws {
    let both = Self.inNeed + "\n" + Self.inNeed.replacing("C1", with: "C2")
    let program = try program(
      both + "\n" + Self.seen("C1", "2026-06-01") + "\n" + Self.seen("C2", "2026-04-02"))
    #expect(try rules(program, "C1").isDisjoint(with: Self.clocks))
    #expect(try rules(program, "C2").isSuperset(of: Self.clocks))
  }

  @Test func `A16 two sightings of one child are none of the other, who is named`() throws {
    let both = Self.inNeed + "\n" + Self.inNeed.replacing("C1", with: "C2")
    let program = try program(
      both + "\n" + Self.seen("C1", "2026-05-28") + "\n" + Self.seen("C1", "2026-06-01"))
    let overdue = try flags(program).filter {
      Self.clocks.contains($0["rule"] as? String ?? "")
    }
    #expect(Set(overdue.compactMap(Self.ref)) == ["C2"])
    #expect(try lastSeen(program, "C2") == nil)
  }

  @Test func `A17 a child never visited is counted from the start, and comes first`() throws {
    let program = try program(
      """
      C2,cp,2026-03-02,social care,case conference,,
      \(Self.seen("C2", "2026-05-12"))
      C1,cp,2026-05-01,social care,case conference,,
      """)
    #expect(try lastSeen(program, "C1") == nil)
    #expect(try rules(program, "C1").isSuperset(of: Self.clocks))
    #expect(try rules(program, "C2").contains("R10"))
    let flags = try flags(program)
    #expect(flags.first.flatMap(Self.ref) == "C1")
    let unseen = try #require(
      flags.first { $0["rule"] as? String == "R06" && Self.ref($0) == "C1" })
    #expect((unseen["reason"] as? String)?.contains("31 days") == true)
  }

  @Test func `A18 a forgotten visit typed late does not move the day last seen`() throws {
    let program = try program(Self.inNeed + "\n" + Self.seen("C1", "2026-05-27"))
    try run(
      program, "log", "C1", "--contact-type", "home visit", "--child-seen", "yes", "--role",
      "social worker", "--date", "14/3/26")
    #expect(try contacts(program, "C1").map { $0["date"] as? String }.last == "2026-03-14")
    #expect(try lastSeen(program, "C1") == "2026-05-27")
    #expect(try rules(program, "C1").isDisjoint(with: Self.clocks))
  }

  // MARK: What is to be done

  private static let owed: [(asked: [String], done: [String])] = [
    (
      ["action", "agreed", "action=Ring the GP", "owner=I. Rowe", "due=2026-06-10"],
      ["action", "done", "action=ring the gp"]
    ),
    (
      ["meeting", "asked", "meeting=assessment", "asked_by=I. Rowe", "due=2026-07-01"],
      ["meeting", "held", "meeting=assessment"]
    ),
    (
      ["plan", "made", "plan=cin", "review_due=2026-07-10"], ["plan", "reviewed", "plan=cin"]
    ),
  ]

  @Test(arguments: owed)
  func `A22 what is to be done by a day is listed once, and no more once it is done`(
    asked: [String], done: [String]
  ) throws {
    let program = try program()
    try run(program, "add", "C1")
    func note(_ words: [String], at moment: String) throws {
      let noted = try program.run(["note", "C1"] + words + ["--as-of", moment])
      try #require(noted.status == 0, "\(noted.complaint)")
    }
    try note(asked, at: Self.now)
    let due = try facts(program, "C1", "--due", "soonest")
    #expect(due.map { $0["kind"] as? String } == [asked[0]])
    #expect(due.first?["due"] as? String == asked.last?.split(separator: "=").last.map(String.init))
    try note(done, at: "2026-06-01T11:00")
    #expect(try facts(program, "C1", "--due", "soonest").isEmpty)
    let matter = try #require(try facts(program, "C1").first)
    #expect(matter["due"] is NSNull)
    #expect((matter["facts"] as? [Any])?.count == 2)
  }

  @Test func `A23 what is due is sorted by its day, either way`() throws {
    let program = try program()
    try run(program, "add", "C1")
    let days = ["2026-06-20", "2026-06-05", "2026-06-12"]
    for day in days {
      try run(program, "note", "C1", "action", "agreed", "action=\(day)", "owner=A", "due=\(day)")
    }
    try run(program, "note", "C1", "voice", "answered_for=yes")
    func listed(_ order: String) throws -> [String] {
      try facts(program, "C1", "--due", order).compactMap { $0["due"] as? String }
    }
    #expect(try listed("soonest") == days.sorted())
    #expect(try listed("latest") == days.sorted().reversed())
    #expect(try facts(program, "C1").count == 4)
  }
}
