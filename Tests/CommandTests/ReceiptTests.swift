import Testing

/// What is said once something is saved, and a day whose year was guessed (fault 5.8 and the receipts).
@Suite struct ReceiptTests {
  private static let now = ["--as-of", "2026-11-27T10:00"]

  private func program() throws -> Program {
    let program = try Program.withStore()
    let added = try program.run(
      ["add", "C1", "--name", "Ann Example", "--born", "2026-06-01"] + Self.now)
    try #require(added.status == 0, "\(added.complaint)")
    return program
  }

  @Test(
    arguments: [
      ("26/11", "Saved hospital, Ann Example, Thu 26 Nov. ["),
      ("2025-12-30", "Saved hospital, Ann Example, Tue 30 Dec 2025. ["),
    ])
  func `5.8 a receipt says what, of whom and of which day, and what it raised`(
    day: String, receipt: String
  ) throws {
    let program = try program()
    let saved = try program.run(
      ["log", "C1", "--contact-type", "hospital", "--date", day, "--injuries", "bruise to cheek"]
        + Self.now)
    #expect(saved.status == 0 && saved.output.hasPrefix(receipt), "\(saved)")
    let noted = try program.run(["note", "C1", "injury", "recorded", "sites=ear"] + Self.now)
    #expect(
      noted.output.hasPrefix("Saved injury, recorded, Ann Example, Fri 27 Nov. ["), "\(noted)")
  }

  @Test func `4.6 words that leave it open are asked about, and the answer that is named is taken`()
    throws
  {
    let program = try program()
    let words = "nan's photo: dirt or bruise on cheek"
    let logged = try program.run(
      ["log", "C1", "--contact-type", "hospital", "--injuries", words] + Self.now)
    let asked = try #require(logged.output.split(separator: "\n").last)
    #expect(asked.contains(#"Is "dirt or bruise on cheek" an injury of this child?"#), "\(asked)")
    #expect(asked.hasSuffix(#"words='nan'\''s photo: dirt or bruise on cheek' injury=no"#))
    let answer = ["note", "C1", "reading", "answered", "words=\(words)", "injury=no"]
    #expect(try program.run(answer + Self.now).status == 0)
    let again = try program.run(
      ["log", "C1", "--contact-type", "hospital", "--injuries", words] + Self.now)
    #expect(!again.output.contains("an injury of this child?"), "\(again.output)")
    let sure = try program.run(
      ["log", "C1", "--contact-type", "hospital", "--injuries", "bruise to cheek"] + Self.now)
    #expect(!sure.output.contains("an injury of this child?"))
  }

  @Test(
    arguments: [
      ("27/11", nil), ("28/9", nil), ("27/9", "27 Sep 2026"), ("28/11", "28 Nov 2025"),
      ("29/2", "29 Feb 2024"), ("28/11/2025", nil), ("1 dec", "1 Dec 2025"),
    ] as [(String, String?)])
  func `5.8 a day that was guessed to be more than 60 days ago is asked, in log and note`(
    typed: String, asked: String?
  ) throws {
    let program = try program()
    for arguments in [
      ["log", "C1", "--contact-type", "phone", "--date", typed],
      ["note", "C1", "injury", "recorded", "sites=ear", "--on", typed],
    ] {
      let outcome = try program.run(arguments + Self.now)
      if let asked {
        #expect(
          outcome.status == 65 && outcome.complaint.contains("is \(asked) meant?"), "\(outcome)")
      } else {
        #expect(outcome.status == 0 || typed.contains("2025"), "\(outcome)")
      }
    }
  }
}
