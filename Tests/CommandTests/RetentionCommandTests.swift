import Foundation
import Testing

/// `heed retention`, `heed hold`, `heed dispose` and `heed erase`, as far as one person comes.
@Suite struct RetentionCommandTests {
  private func makeStore() throws -> Program {
    let program = try Program.withStore()
    try program.write(
      """
      child_ref,child_name,date_of_birth,plan,date,agency,contact_type,outcome
      C1,Ann Example,1980-02-03,cin,1985-05-05,social care,home visit,all well
      C2,Ben Example,1990-02-03,cp,1999-05-05,social care,home visit,seen
      C3,Cas Example,,cin,1985-05-05,school,school,quiet
      C4,Dee Example,1970-02-03,,1985-05-05,school,school,quiet

      """, to: "old.csv")
    try #require(try program.run("import", "old.csv").status == 0)
    return program
  }

  @Test func `each record says until when it is kept and by what rule`() throws {
    let program = try makeStore()
    let due = try program.run("retention")
    #expect(
      due.output == """
        Ann Example (C1): child in need, its time was up on 3 Feb 2010; local schedule of North \
        Somerset: compare your own.

        """)
    let all = try program.run("retention", "--all").output
    #expect(all.contains("Ben Example (C2): child protection, kept until 5 May 2034"))
    #expect(all.contains("(C3): kept, since the schedule counts from a date of birth"))
    #expect(all.contains("(C4): kept, since the schedule says nothing of a record of this kind"))
    let rows = try program.run("retention", "--all", "--json").objects()
    #expect(rows.compactMap { $0["due"] as? Bool } == [true, false, false, false])
    #expect(rows[1]["kept_until"] as? String == "2034-05-05")
    let later = try program.run("retention", "C2", "--json", "--as-of", "2034-05-05").objects()
    #expect(later[0]["due"] as? Bool == true)
  }

  @Test func `what is not due is refused, and so is what the schedule does not know`() throws {
    let program = try makeStore()
    for (child, words) in [
      ("C2", "the record is kept until 5 May 2034"), ("C3", "date of birth"),
      ("C4", "the schedule says nothing"), ("C9", "no such child"),
    ] {
      let refused = try program.run("dispose", child, "--because", "reviewed")
      #expect([65, 77].contains(refused.status), "\(child)")
      #expect(refused.complaint.contains(words), "\(refused.complaint)")
    }
    #expect(try program.run("removals").output == "Nothing was ever proposed for removal.\n")
    #expect(try program.run("dispose", "C1", "--because", " ").status == 64)
    #expect(try program.run("dispose", "C1", "--because", ".").status == 64)
    #expect(try program.run("erase", "C1", "--former", "--because", "x").status == 64)
    #expect(try program.run("erase", "C1", "--because", "x").status == 64)
    #expect(try program.run("erase", "C1", "abcd", "--whole-record", "--because", "x").status == 64)
  }

  @Test func `an authority's own schedule counts, and one that can't be read destroys nothing`()
    throws
  {
    let program = try makeStore()
    let built = try program.run("retention", "--print").output
    try program.write(built + "england,other,25,birth,our own schedule\n", to: "own.csv")
    let own = try program.run("dispose", "C4", "--because", "reviewed", "--schedule", "own.csv")
    #expect(own.status == 0, "\(own.complaint)")
    #expect(own.output.contains("Kept as other until 3 Feb 1995 (our own schedule): reviewed."))
    for (text, words) in [
      (built + "england,other,zero,birth,x\n", "line 10, column years"),
      ("nation,record,years,from\n", "the column source is missing"),
      ("nation,record,years,from,source\n", "no line for england"),
      ("nation,record,years,from,source\n\"", "never closed"),
    ] {
      try program.write(text, to: "bad.csv")
      let bad = try program.run("retention", "--schedule", "bad.csv")
      #expect(bad.status == 65 && bad.complaint.contains(words), "\(bad.complaint)")
    }
    #expect(try program.run("retention", "--schedule", "none.csv").status == 66)
    #expect(try program.run("retention", "--nation", "northern ireland").status == 65)
  }

  @Test func `nothing is destroyed by another clock, or by a death that can't be`() throws {
    let program = try makeStore()
    for command in [
      ["dispose", "C2", "--because", "reviewed"],
      ["erase", "C2", "--whole-record", "--because", "x"],
      ["approve", "abcd"], ["hold", "C2", "--because", "x"],
    ] {
      let ran = try program.run(command + ["--as-of", "2100-01-01"])
      #expect(ran.status == 64 && ran.complaint.contains("leave out --as-of"), "\(ran.complaint)")
    }
    let early = try program.run("dispose", "C1", "--because", "x", "--died", "1979-01-01")
    #expect(early.status == 65 && early.complaint.contains("before the birth"))
    #expect(try program.run("dispose", "C1", "--because", "x", "--died", "2099-01-01").status == 64)
  }

  @Test func `a hold is set, listed and lifted, and keeps what is due`() throws {
    let program = try makeStore()
    #expect(try program.run("hold").output == "No record is held.\n")
    let held = try program.run("hold", "--everything", "--because", "the inquiry")
    #expect(held.output.hasPrefix("Held: "))
    #expect(try program.run("retention").output.contains("A legal hold keeps it."))
    let refused = try program.run("dispose", "C1", "--because", "reviewed")
    #expect(refused.status == 77 && refused.complaint.contains("a legal hold stands in the way"))
    let holds = try program.run("hold", "--json").objects()
    let id = try #require(holds.first?["id"] as? String)
    #expect(try program.run("hold", "--lift", "abcd", "--because", "over").status == 65)
    let alone = try program.run("hold", "--lift", id, "--because", "over")
    #expect(alone.status == 69, "a secret is typed on a terminal")
    for wrong in [
      ["hold", "C1"], ["hold", "--because", "x"], ["hold", "C1", "--everything", "--because", "x"],
    ] {
      #expect(try program.run(wrong).status == 64)
    }
  }

  @Test func `a contact is named by its receipt, and only an amended one has a former version`()
    throws
  {
    let program = try makeStore()
    let saved = try program.run("log", "C1", "--contact-type", "phone", "--json").object()
    let id = try #require(saved["id"] as? String)
    let receipt = String(id.suffix(8))
    let former = try program.run("erase", "C1", receipt, "--former", "--because", "request 3")
    #expect(former.status == 65 && former.complaint.contains("never amended"))
    _ = try program.run("amend", "C1", receipt, "outcome=rang", "--because", "more")
    let now = try program.run("erase", "C1", receipt, "--former", "--because", "request 3")
    #expect(now.output.contains("what contact \(receipt) said before of C1. Rectification"))
    let whole = try program.run("erase", "C1", receipt, "--because", "request 4", "--json").object()
    #expect(whole["scope"] as? String == "contact" && whole["certificate"] is NSNull)
  }
}
