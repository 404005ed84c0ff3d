import BuiltProgram
import Foundation
import Testing

/// What a shell, a spreadsheet or a hurried hand does to a command.
@Suite struct RoughHandlingTests {
  private func makeStore() throws -> Program {
    let program = try Program.withStore()
    #expect(try program.run("add", "C1", "--name", "Ann Example").status == 0)
    return program
  }

  @Test func `output that can't be printed is told, and that the contact is saved all the same`()
    throws
  {
    let program = try makeStore()
    let ran = try program.shell("heed log C1 --contact-type phone >/dev/full")
    #expect(ran.status == 74)
    #expect(ran.complaint.contains("What was saved stays saved"), "\(ran.complaint)")
    let contacts = try program.run("chronology", "C1", "--json").object()["contacts"] as? [Any]
    #expect(contacts?.count == 1)
  }

  @Test func `a file that may not grow is told, and the store stays as it was`() throws {
    let program = try makeStore()
    let ran = try program.shell(
      "ulimit -f 20; heed log C1 --contact-type phone --outcome \"$(head -c 60000 /dev/zero | tr '\\0' a)\""
    )
    #expect(ran.status == 74 || ran.status == 73, "\(ran.status) \(ran.complaint)")
    #expect(ran.complaint.hasPrefix("heed: "))
    #expect(try program.run("verify").status == 0)
  }

  @Test func `what was typed in another encoding is refused, and nothing is put in its place`()
    throws
  {
    let program = try makeStore()
    let ran = try program.shell("heed add C5 --name \"$(printf 'Zo\\353')\"")
    #expect(ran.status == 64 && ran.complaint.contains("not UTF-8"), "\(ran.complaint)")
    #expect(try program.run("children", "--json").output.contains("C5") == false)
  }

  @Test(arguments: [
    "K1;Zuleika Secretname;2020-01-01;mum said he hit her;2026-10-01;police;phone\n",
    "K1,Zuleika Secretname,2020-01-01,mum said he hit her,2026-10-01,police,phone\n",
    "child_ref;child_name;date\nK1;Zuleika Secretname;2026-10-01\n",
    "\u{feff}\u{0}c\u{0}h\u{0}i\u{0}l\u{0}d\u{0}Zuleika\n",
  ])
  func `a file without a header says what a header is and nothing of its rows`(text: String) throws
  {
    let program = try makeStore()
    try program.write(text, to: "f.csv")
    for option in [[], ["--ignore-unknown"]] {
      let ran = try program.run(["import", "f.csv"] + option)
      #expect(ran.status == 65)
      #expect(ran.complaint.contains("line 1 holds no column name"), "\(ran.complaint)")
      #expect(!ran.complaint.lowercased().contains("zuleika") && !ran.complaint.contains("hit her"))
    }
  }

  @Test func `refused rows are imported again once they are mended, and refused again if not`()
    throws
  {
    let program = try makeStore()
    try program.write(
      "child_ref,date,agency,contact_type,outcome\nC1,2026-05-01,health,GP,a\n"
        + "C1,2026-13-40,health,GP,b\nC1,2026-14-01,health,GP,c\n", to: "a.csv")
    #expect(try program.run("import", "a.csv", "--accept-valid").status == 65)
    let refused = try program.read("a.rejected.csv")
    try program.write(refused.replacing("2026-13-40", with: "2026-05-02"), to: "b.csv")
    let again = try program.run("import", "b.csv", "--accept-valid")
    #expect(again.status == 65, "\(again.complaint)")
    let rest = try program.read("b.rejected.csv").split(separator: "\r\n")
    #expect(rest.count == 2 && rest[0].split(separator: ",").count { $0 == "reason" } == 1)
    #expect(rest[1].hasPrefix("C1,2026-14-01,health,GP,c,"))
    let contacts = try program.run("chronology", "C1", "--json").object()["contacts"] as? [Any]
    #expect(contacts?.count == 2)
  }

  @Test
  func `a reference of two lines is refused, so that no list has a line that nobody recorded`()
    throws
  {
    let program = try makeStore()
    let added = try program.run("add", "D7\nK9 Fake Child (K9)", "--name", "x")
    #expect(added.status == 64 && added.complaint.contains("line break"))
    try program.write(
      "child_ref,child_name,date,agency,contact_type\n\"X1\nFAKE (F9)\",Ben,2026-05-01,health,GP\n"
        + "X2,\"Cas\nExample\",2026-05-01,health,GP\n", to: "a.csv")
    let imported = try program.run("import", "a.csv", "--accept-valid")
    #expect(imported.status == 65 && imported.complaint.contains("column child_ref"))
    #expect(try program.run("children").output.contains("Cas Example"))
  }

  @Test func `without a home the account's own is used, and never the folder at hand`() throws {
    let program = try Program()
    let ran = try program.shell(
      "unset HEED_STORE HOME; XDG_DATA_HOME=data heed flags --store \"\" ; heed flags")
    #expect(ran.status == 69)
    #expect(
      !ran.complaint.contains("at ./") && !ran.complaint.contains("at data"), "\(ran.complaint)")
  }

  @Test func `a file that is no checkpoint is not taken for a store that was tampered with`() throws
  {
    let program = try makeStore()
    try program.write("nothing of the kind\n", to: "note")
    let ran = try program.run("verify", "--anchor", "note")
    #expect(ran.status == 65 && ran.complaint.contains("The store is as its log says"))
  }
}

extension Program {
  /// Runs a line of the shell, to which the program is `heed`.
  func shell(_ line: String) throws -> Outcome {
    let folder = BuiltProgram.executable.deletingLastPathComponent().path
    return try run(
      ["-c", line], environment: ["PATH": "\(folder):/usr/bin:/bin"], program: "/bin/sh")
  }
}
