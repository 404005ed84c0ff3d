import Foundation
import Testing

/// The commands on a store, as the contract states them.
struct StoreCommandTests {
  private let header =
    "child_ref,date_of_birth,date,agency,contact_type,injuries,explanation_given\n"
  private let bruise = "C1,2026-02-01,2026-05-28,health,GP,bruise to cheek,rolled over\n"

  @Test func `a contact logged raises its flag and stands in the chronology`() throws {
    let program = try Program.withStore()
    #expect(
      try program.run("add", "C1", "--name", "Ada Example", "--born", "2026-02-01").status == 0)
    let logged = try program.run(
      "log", "C1", "--contact-type", "GP", "--agency", "health", "--injuries", "bruise to cheek",
      "--date", "2026-05-28", "--as-of", "2026-05-28T10:00", "--json")
    let saved = try logged.object()
    #expect(saved["saved"] as? Bool == true)
    let raised = try #require(saved["flags"] as? [String])
    #expect(raised.count == 2)

    let flags = try program.run("flags", "--as-of", "2026-05-28T12:00", "--json").objects()
    #expect(Set(flags.compactMap { $0["id"] as? String }) == Set(raised))
    #expect(flags.map { $0["rule"] as? String } == ["R03", "R04"])
    #expect(flags.allSatisfy { $0["raised_on"] as? String == "2026-05-28" })
    #expect(flags.first?["due"] as? String == "2026-05-28T13:00:00Z")
    #expect(flags.allSatisfy { !(($0["evidence"] as? [Any]) ?? []).isEmpty })

    let chronology = try program.run("chronology", "C1", "--json").object()
    let contacts = try #require(chronology["contacts"] as? [[String: Any]])
    #expect(contacts.map { $0["id"] as? String } == [saved["id"] as? String])
    #expect(contacts[0]["contact_type"] as? String == "GP")
    #expect(contacts[0]["child_seen"] is NSNull)
    #expect(contacts[0]["recorded_at"] as? String == "2026-05-28T09:00:00Z")
    #expect(contacts[0]["recorded_by"] as? String == "Ida Rowe")
  }

  @Test func `an answer is kept and a review too late is refused`() throws {
    let program = try Program.withStore()
    try program.write(header + bruise, to: "a.csv")
    #expect(try program.run("import", "a.csv", "--as-of", "2026-05-29T09:00").status == 0)
    func decide(_ review: String) throws -> Program.Outcome {
      try program.run(
        "answer", "C1:R04", "--decide", "medical cause confirmed", "--because", "birthmark",
        "--would-change", "a second mark", "--review-by", review, "--as-of", "2026-05-29T12:00")
    }
    let late = try decide("2026-06-03")
    #expect(late.status == 65)
    #expect(late.complaint.contains("2026-06-02"))
    #expect(try decide("2026-06-02").status == 0)
    let flags = try program.run("flags", "--as-of", "2026-05-30", "--json").objects()
    let answered = try #require(flags.first { $0["rule"] as? String == "R04" })
    // The decision awaits another's signature, and until then the flag is not answered.
    #expect(answered["state"] as? String == "overdue")
    let answer = try #require(answered["answer"] as? [String: Any])
    #expect(answer["because"] as? String == "birthmark")
    #expect(answer["state"] as? String == "awaiting signature")
    #expect(answer["signer"] as? String == "head of service")
    let later = try program.run("flags", "--as-of", "2026-06-03", "--json").objects()
    #expect(later.first { $0["rule"] as? String == "R04" }?["state"] as? String == "overdue")
  }

  @Test func `reading an earlier day stores nothing and sees only what was known`() throws {
    let program = try Program.withStore()
    try program.write(header + bruise, to: "a.csv")
    _ = try program.run("import", "a.csv", "--as-of", "2026-05-29T09:00")
    func stored() throws -> (records: Int?, flags: String) {
      (
        try program.run("verify", "--json").object()["records"] as? Int,
        try program.run("flags", "--all", "--json", "--as-of", "2026-05-29T10:00").output
      )
    }
    let before = try stored()
    let early = try program.run("flags", "--as-of", "2026-05-28", "--json")
    #expect(try early.objects().isEmpty)
    #expect(try program.run("children", "--as-of", "2026-05-28", "--json").objects().isEmpty)
    // That it was read is in the audit log, and nothing else is.
    #expect(try stored() == before)
  }

  @Test func `importing twice adds nothing the second time`() throws {
    let program = try Program.withStore()
    try program.write(header + bruise + bruise, to: "a.csv")
    let first = try program.run("import", "a.csv", "--json").object()
    #expect(first["read"] as? Int == 2)
    #expect(first["added"] as? Int == 1)
    #expect(first["already_there"] as? Int == 1)
    let second = try program.run("import", "a.csv", "--json").object()
    #expect(second["added"] as? Int == 0)
    #expect(second["already_there"] as? Int == 2)
  }

  @Test func `one bad row stores nothing and names its line and column`() throws {
    let program = try Program.withStore()
    try program.write(header + bruise + "C1,,2026-13-40,health,GP,,\n", to: "a.csv")
    let refused = try program.run("import", "a.csv")
    #expect(refused.status == 65)
    #expect(refused.complaint.contains("line 3, column date"))
    #expect(!refused.complaint.contains("2026-13-40"))
    #expect(try program.run("children", "--json").objects().isEmpty)
  }

  @Test func `accepting the valid rows writes the refused ones beside the input`() throws {
    let program = try Program.withStore()
    try program.write(header + bruise + "C1,,2026-13-40,health,GP,\"a, b\",\n", to: "a.csv")
    let accepted = try program.run("import", "a.csv", "--accept-valid", "--json")
    #expect(accepted.status == 65)
    let report = try accepted.object()
    #expect(report["added"] as? Int == 1)
    #expect(report["refused"] as? Int == 1)
    let rejected = try program.read("a.rejected.csv").split(separator: "\r\n")
    #expect(rejected.count == 2)
    #expect(rejected[0].hasSuffix(",reason"))
    #expect(rejected[1].hasPrefix("C1,,2026-13-40,health,GP,\"a, b\",,"))
    // Mended and without its last column, it can be imported again.
    try program.write(
      try program.read("a.rejected.csv").replacing("2026-13-40", with: "2026-05-01"), to: "b.csv")
    #expect(try program.run("import", "b.csv", "--ignore-unknown").status == 0)
  }

  @Test func `a file about nobody is refused`() throws {
    let program = try Program.withStore()
    try program.write("date,agency,contact_type\n2026-05-01,health,GP\n", to: "a.csv")
    let refused = try program.run("import", "a.csv")
    #expect(refused.status == 65)
    #expect(refused.complaint.contains("--child"))
    #expect(try program.run("import", "a.csv", "--child", "C7").status == 0)
    #expect(try program.run("children", "C7", "--json").objects().count == 1)
  }

  @Test func `children say when they were last seen and what came since`() throws {
    let program = try Program.withStore()
    try program.write(
      """
      child_ref,child_name,worker,date,agency,contact_type,child_seen,escalation_level
      C1,Zoë Example,I. Rowe,2026-05-01,social care,case conference,,conference
      C1,Zoë Example,I. Rowe,2026-05-09,health,clinic,yes,
      C1,Zoë Example,I. Rowe,2026-05-10,police,police attendance,,

      """, to: "a.csv")
    _ = try program.run("import", "a.csv")
    let child = try #require(try program.run("children", "zoe", "--json").objects().first)
    #expect(child["last_seen"] as? String == "2026-05-09")
    #expect(child["contacts_since_escalation"] as? Int == 2)
    #expect(child["agencies_since_escalation"] as? Int == 2)
    let last = try #require(child["last_escalation"] as? [String: Any])
    #expect(last["date"] as? String == "2026-05-01")
    #expect(last["level"] as? String == "conference")
  }
}
