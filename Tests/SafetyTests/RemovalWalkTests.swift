import Foundation
import Testing

/// A removal from the proposal to the certificate, by the program that people run.
@Suite struct RemovalWalkTests {
  @Test func `one proposes, another approves with their secret, and the certificate stays`() throws
  {
    let machine = try Machine.withStore()
    let listed = try machine.run(["removals"])
    #expect(listed.output.contains("the whole record of C9. Erasure: made by mistake."))
    #expect(listed.output.contains("Nobody has approved it."))
    let own = try machine.run(["approve", "REMOVAL"], typing: ["whatever"])
    #expect(own.status == 77, "\(own.output)")
    #expect(own.output.contains("whoever proposed it can't approve it"))
    let wrong = try machine.run(
      ["approve", "REMOVAL", "--account", "nokafor"], typing: ["another secret"])
    #expect(wrong.status == 77 && wrong.output.contains("the secret is wrong"))
    let silent = try machine.run(["approve", "REMOVAL", "--account", "nokafor"])
    #expect(silent.status == 69, "a secret is typed on a terminal and nowhere else")
    let done = try machine.run(
      ["approve", "REMOVAL", "--account", "nokafor"], typing: [Machine.secret])
    #expect(done.status == 0, "\(done.output)")
    #expect(!done.output.contains(Machine.secret), "nothing of a secret is shown")
    #expect(done.output.contains("It destroys 1 contact, 0 facts and"))
    #expect(done.output.contains("approved by Ngozi Okafor, team manager: 1 contact, 0 facts"))
    #expect(done.output.contains("Backups made before now still hold it"))
    let again = try machine.run(
      ["approve", "REMOVAL", "--account", "nokafor"], typing: [Machine.secret])
    #expect(again.status == 65 && again.output.contains("it was approved before"))
    #expect(try machine.run(["children"]).output.contains("C9") == false)
    #expect(try machine.run(["verify"]).status == 0)
    let certificates = try machine.run(["removals"]).output
    #expect(certificates.contains("Destroyed") && !certificates.contains("Cas Example"))
  }

  @Test func `what was refused is listed and not approved, and a contact that goes leaves its day`()
    throws
  {
    let machine = try Machine.withStore()
    let refused = try machine.run(["refuse", "REMOVAL", "--because", "it is evidence"])
    #expect(refused.status == 0 && refused.output.contains("Refused"), "\(refused.complaint)")
    #expect(refused.output.contains("by Ida Rowe, team manager: it is evidence."))
    let late = try machine.run(
      ["approve", "REMOVAL", "--account", "nokafor"], typing: [Machine.secret])
    #expect(late.status == 65 && late.output.contains("it was refused before"), "\(late.output)")
    #expect(try machine.run(["refuse", "REMOVAL", "--because", "again"]).status == 65)
    #expect(try machine.run(["refuse", "REMOVAL", "--because", " "]).status == 64)

    let logged = try machine.run([
      "log", "C9", "--contact-type", "phone", "--date", "2026-05-05", "--outcome",
      "another child's",
    ])
    let receipt = try #require(logged.output.firstMatch(of: /[0-9a-f]{8}/)).output
    let proposed = try machine.run(["erase", "C9", String(receipt), "--because", "wrong child"])
    let removal = try #require(proposed.output.firstMatch(of: /^[0-9a-f]{8}/)).output
    let done = try machine.run(
      ["approve", String(removal), "--account", "nokafor"], typing: [Machine.secret])
    #expect(done.status == 0, "\(done.output)")
    let today = try #require(done.output.firstMatch(of: /Destroyed (.*), approved/)).output.1
    let read = try machine.run(["chronology", "C9"]).output
    #expect(
      read.contains("Tue 5 May 2026: a contact was erased on \(today) (\(removal)).\n"), "\(read)")
    #expect(!read.contains("another child's"))
    let page = try machine.run(["chronology", "C9", "--html"]).output
    #expect(page.contains("a contact was erased on \(today)"))
    #expect(try !machine.run(["chronology", "C9", "--csv"]).output.contains("erased"))
  }
}
