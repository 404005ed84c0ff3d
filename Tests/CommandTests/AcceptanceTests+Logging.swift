import Foundation
import Testing

extension AcceptanceTests {
  @Test(arguments: [
    ("", "--date"), ("2026-06-02", "--date: the day is in the future"),
    ("tomorrow", "--date: the day is in the future"),
    ("1899-12-31", "--date: the day is before 1900"),
    ("2025-04-26", "--date: the day is more than 40 weeks before"),
  ])
  func `A1 a contact without a day, still to come or before the child is refused by its option`(
    day: String, words: String
  ) throws {
    let program = try program()
    try run(program, "add", "C1", "--born", "2026-02-01")
    let refused = try program.run(
      "log", "C1", "--contact-type", "phone", "--date", day, "--as-of", Self.now)
    #expect(refused.status == 65)
    #expect(refused.complaint.contains(words), "\(refused.complaint)")
    #expect(try contacts(program, "C1").isEmpty)
    try run(program, "log", "C1", "--contact-type", "phone", "--date", "2025-04-27")
    #expect(try contacts(program, "C1").count == 1)
  }

  @Test(arguments: ["home visit", "office visit"])
  func `A2 a visit logged by options is neither seen nor not seen unless they say so`(
    kind: String
  ) throws {
    let program = try program()
    try run(program, "add", "C1")
    try run(program, "log", "C1", "--contact-type", kind)
    #expect(try contacts(program, "C1").first?["child_seen"] is NSNull)
    #expect(try lastSeen(program, "C1") == nil)
    for seen in ["yes", "no", "unknown"] {
      try run(program, "log", "C1", "--contact-type", kind, "--child-seen", seen)
    }
    #expect(
      Set(try contacts(program, "C1").compactMap { $0["child_seen"] as? String })
        == ["yes", "no", "unknown"])
  }

  @Test func `A2 calls and shut doors ask nothing, and a file's empty cell stays empty`() throws {
    let program = try program("C1,,2026-05-01,social care,home visit,social worker,")
    for kind in ["no access", "phone", "GP", "school", "supervision"] {
      try run(program, "log", "C1", "--contact-type", kind)
    }
    let contacts = try contacts(program, "C1")
    #expect(contacts.count == 6)
    #expect(contacts.allSatisfy { $0["child_seen"] is NSNull })
    #expect(try lastSeen(program, "C1") == nil)
  }

  @Test func `A2 an amendment takes no answer away, and asks none of a file's visit`() throws {
    let program = try program("C1,,2026-05-01,social care,home visit,social worker,")
    let imported = try #require(try contacts(program, "C1").first?["id"] as? String)
    try run(program, "amend", "C1", imported, "outcome=rang back", "--because", "left out")
    let logged = try run(
      program, "log", "C1", "--contact-type", "home visit", "--child-seen", "no", "--json")
    let typed = try #require(try logged.object()["id"] as? String)
    let refused = try program.run(
      "amend", "C1", typed, "child_seen=", "--because", "unsure", "--as-of", Self.now)
    #expect(refused.status == 65)
    #expect(
      refused.complaint.contains("child_seen: say yes, no or unknown."), "\(refused.complaint)")
    #expect(try contacts(program, "C1").first?["child_seen"] as? String == "no")
    try run(program, "amend", "C1", typed, "child_seen=unknown", "--because", "unsure")
    #expect(try contacts(program, "C1").first?["child_seen"] as? String == "unknown")
  }

  @Test func `A5 a contact given in options is on the chronology with every value`() throws {
    let program = try program()
    try run(program, "add", "C1")
    let typed = [
      "contact_type": "home visit", "time": "08:15", "role": "social worker",
      "professional": "I. Rowe", "plan": "cin", "child_seen": "yes", "seen_alone": "no",
      "announced": "no", "presenting_concern": "cold, and no bed",
      "child_words": "\"I sleep here.\"", "injuries": "graze to knee", "explanation_given": "fell",
      "explanation_challenged": "yes", "other_adults_noted": "Lee", "outcome": "bed ordered",
      "escalation_level": "management decision", "source": "diary", "ref": "v-1",
    ]
    let options = typed.flatMap { ["--" + $0.key.replacing("_", with: "-"), $0.value] }
    let saved = try program.run(
      ["log", "C1", "--date", "2026-05-30", "--injury-count", "1", "--agency", "social care"]
        + options + ["--as-of", Self.now])
    #expect(saved.status == 0, "\(saved.complaint)")
    let contact = try #require(try contacts(program, "C1").first)
    for (column, value) in typed where column != "ref" {
      #expect(contact[column] as? String == value, "\(column)")
    }
    #expect(contact["date"] as? String == "2026-05-30")
    #expect(contact["injury_count"] as? Int == 1)
    #expect(contact["version"] as? Int == 1)
    #expect(contact["recorded_by"] as? String == "Ida Rowe")
  }
}
