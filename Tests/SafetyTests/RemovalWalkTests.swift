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
}
