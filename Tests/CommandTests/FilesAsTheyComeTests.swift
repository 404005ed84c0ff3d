import Foundation
import Testing

/// Files as authorities export them (faults 7.1 to 7.7), and notes as people paste them (4.8).
@Suite struct FilesAsTheyComeTests {
  private func taken(_ text: String, _ options: String...) throws -> (Program, Program.Outcome) {
    let program = try Program.withStore()
    try program.write(text, to: "a.csv")
    return (program, try program.run(["import", "a.csv"] + options))
  }

  @Test(
    arguments: [
      "Child Ref,Date,Agency,Contact Type,Child Seen,Date of birth",
      "CHILD_REF,DATE,AGENCY,CONTACT_TYPE,CHILD_SEEN,DATE_OF_BIRTH",
      "childref,date,agency,contacttype,childseen,DateOfBirth",
      "child-ref, date , agency,contact-type,child-seen,Date-Of-Birth",
    ])
  func `7.1 a header is known without its case, blanks and underscores`(header: String) throws {
    let (program, outcome) = try taken(header + "\nC1,2026-03-01,health,GP,yes,2020-01-02\n")
    #expect(outcome.status == 0, "\(outcome.complaint)")
    #expect(
      try program.run("children", "--json").objects()[0]["date_of_birth"] as? String == "2020-01-02"
    )
  }

  @Test func `7.1 an unknown column is named as it stands in the file`() throws {
    let (_, outcome) = try taken("child_ref,date,agency,contact_type,Mood Of The Day\n")
    #expect(outcome.status == 65 && outcome.complaint.contains("\"Mood Of The Day\""), "\(outcome)")
  }

  @Test
  func `7.2 a nameless empty column and rows of commas are nothing, a value there is a fault`()
    throws
  {
    let (_, outcome) = try taken(
      "child_ref,date,agency,contact_type,,\nC1,2026-03-01,health,GP,,\n,,,,,\n,,,,,,,\n", "--json")
    #expect(try outcome.object()["read"] as? Int == 1 && outcome.status == 0, "\(outcome)")
    let (_, wrong) = try taken(
      "child_ref,date,agency,contact_type,\nC1,2026-03-01,health,GP,burn\n")
    #expect(wrong.status == 65 && wrong.complaint.contains("column 5 has no name"), "\(wrong)")
    #expect(!wrong.complaint.contains("burn"))
  }

  @Test(
    arguments: [
      ("Y", "yes"), ("n", "no"), ("TRUE", "yes"), ("False", "no"), ("1", "yes"), ("0", "no"),
      ("Unknown", "unknown"), ("YES ", "yes"),
    ])
  func `7.3 yes and no are read as databases spell them, and a no-break space is a space`(
    cell: String, said: String
  ) throws {
    let (program, outcome) = try taken(
      "child_ref,date,agency,contact_type,child_seen\nC1,2026-03-01,Social\u{a0}care,home\u{a0}visit,\(cell)\n"
    )
    #expect(outcome.status == 0, "\(outcome.complaint)")
    let contacts = try program.run("chronology", "C1", "--json").object()["contacts"]
    let contact = try #require((contacts as? [[String: Any]])?.first)
    #expect(contact["child_seen"] as? String == said)
    #expect(contact["contact_type"] as? String == "home visit")
  }

  @Test func `7.4 the fault of a whole column is told once and hides no other`() throws {
    var text = "child_ref,date,agency,contact_type,child_seen\n"
    for line in 2...60 {
      text += "C1,\(line == 33 ? "soon" : "2026-03-01"),health,GP,perhaps\n"
    }
    let (_, outcome) = try taken(text)
    let lines = outcome.complaint.split(separator: "\n")
    #expect(outcome.status == 65 && lines.count == 2, "\(outcome.complaint)")
    #expect(outcome.complaint.contains("column child_seen, 59 rows (lines 2–60)"))
    #expect(outcome.complaint.contains("line 33, column date"))
  }

  @Test func `7.5 the columns are said by --help and written by --template`() throws {
    let program = try Program()
    let help = try program.run("import", "--help").output
    #expect(help.contains("household") && help.contains("worker") && help.contains("--template"))
    let template = try program.run("import", "--template")
    #expect(template.status == 0 && template.output.hasPrefix("ref,child_ref,child_name,"))
    #expect(template.output.hasSuffix("source\r\n"))
    #expect(try program.run("import").status == 64)
  }

  @Test func `7.6 out, in and out again is byte-equal, contacts of one day too`() throws {
    let rows = (1...6).map { "C1,2026-03-0\(1 + $0 / 3),health,GP,note \($0)" }.joined(
      separator: "\n")
    let (program, _) = try taken("child_ref,date,agency,contact_type,outcome\n\(rows)\n")
    let first = try program.run("chronology", "C1", "--csv").output
    #expect(try program.run("chronology", "C1", "--csv").output == first)
    let other = try Program.withStore()
    try other.write(first, to: "b.csv")
    _ = try other.run("import", "b.csv")
    #expect(try other.run("chronology", "C1", "--csv").output == first)
  }

  @Test(arguments: [String.Encoding.utf16LittleEndian, .utf16BigEndian])
  func `7.7 a file in UTF-16 is called that, with what to do`(encoding: String.Encoding) throws {
    let program = try Program.withStore()
    let mark = encoding == .utf16LittleEndian ? Data([0xff, 0xfe]) : Data([0xfe, 0xff])
    let text = try #require("child_ref,date\n".data(using: encoding))
    try (mark + text).write(to: URL(filePath: program.path("a.csv")))
    let outcome = try program.run("import", "a.csv")
    #expect(outcome.status == 65 && outcome.complaint.contains("UTF-16"), "\(outcome.complaint)")
    #expect(outcome.complaint.contains("CSV UTF-8"))
  }

  @Test func `4.8 every line of a note is set in, and HTML keeps its lines`() throws {
    let program = try Program.withStore()
    _ = try program.run("add", "C1", "--name", "Ann Example")
    let mail = "From: Bo\nMon 2 Nov 2026: home visit, social care.\nChild seen: yes"
    _ = try program.run("log", "C1", "--contact-type", "phone", "--outcome", mail)
    let lines = try program.run("chronology", "C1").output.split(separator: "\n")
    #expect(lines.count { $0.contains(": home visit, social care.") && !$0.hasPrefix("  ") } == 0)
    #expect(lines.contains("    Mon 2 Nov 2026: home visit, social care."), "\(lines)")
    let html = try program.run("chronology", "C1", "--html").output
    #expect(html.contains("From: Bo<br>"), "\(html)")
  }
}
