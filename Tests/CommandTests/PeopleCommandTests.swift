import Foundation
import Testing

/// `heed people`, `heed sign` and `heed secret` where there is no terminal.
struct PeopleCommandTests {
  private let account = ProcessInfo.processInfo.userName

  @Test func `everybody is listed with what they may sign`() throws {
    let program = try Program.withStore()
    // People are listed in the order of the seconds in which they came.
    let added = try program.run(
      "people", "S. Haddad", "--role", "Head of Service", "--account", "shaddad", "--as-of",
      "2099-01-01")
    #expect(added.status == 0)
    #expect(
      added.output.hasPrefix(
        "Added S. Haddad. They set their secret themselves: heed secret --account shaddad."))
    _ = try program.run(
      "people", "N. Okafor", "--role", "health visitor", "--account", "nokafor", "--agency",
      "Health", "--as-of", "2099-01-02")
    _ = try program.run(
      "people", "A. Ward", "--role", "youth worker", "--account", "award", "--agency",
      "Harbour Mosque", "--as-of", "2099-01-03")
    #expect(
      try program.run("people").output == """
        Ida Rowe, team manager (signs as team manager), social care, account \(account)
        S. Haddad, Head of Service (signs as head of service), social care, account shaddad
        N. Okafor, health visitor (signs as worker), health, account nokafor
        A. Ward, youth worker (signs as worker), Harbour Mosque, account award

        """)
    let people = try program.run("people", "--json").objects()
    #expect(people.map { $0["account"] as? String } == [account, "shaddad", "nokafor", "award"])
    #expect(people[1]["signs_as"] as? String == "head of service")
    #expect(people[1]["role"] as? String == "Head of Service")
  }

  @Test(arguments: [
    (["S. Haddad"], 64, "needs --role and --account"),
    (["S. Haddad", "--role", "director"], 64, "needs --role and --account"),
    (["S. Haddad", "--role", " ", "--account", "shaddad"], 64, "each with words"),
    (["\u{1b}[2J", "--role", "director", "--account", "shaddad"], 64, "each with words"),
    (["I. Rowe", "--role", "director", "--account", "?"], 65, "known to the store already"),
  ])
  func `somebody new needs a role and an account of their own`(
    arguments: [String], status: Int32, words: String
  ) throws {
    let program = try Program.withStore()
    let refused = try program.run(["people"] + arguments.map { $0 == "?" ? account : $0 })
    #expect(refused.status == status)
    #expect(refused.complaint.contains(words), "\(refused.complaint)")
    #expect(try program.run("people", "--json").objects().count == 1)
  }

  /// A store with a decision by Ida Rowe that awaits a signature.
  private func decided() throws -> Program {
    let program = try Program.withChild()
    _ = try program.onMonday(
      "log", "C1", "--contact-type", "GP", "--agency", "health", "--injuries", "bruise to cheek")
    let decided = try program.onMonday(
      "answer", "C1:R04", "--decide", "medical cause confirmed", "--because", "birthmark",
      "--would-change", "a second mark", "--review-by", "2026-06-02")
    try #require(decided.status == 0, "\(decided.complaint)")
    return program
  }

  @Test func `a secret is typed on a terminal or not at all`() throws {
    let program = try decided()
    let secret = try program.onMonday("secret")
    #expect(secret.status == 69)
    #expect(secret.complaint.contains("A secret is typed on a terminal"))
    #expect(secret.output.isEmpty)
    for more in [[], ["--account", "shaddad"]] {
      let signing = try program.onMonday(["sign", "C1:R04"] + more)
      #expect(signing.status == 69)
      #expect(signing.complaint.contains("A secret is typed on a terminal"))
    }
    let answer = try program.onMonday("flags", "--json").objects().compactMap {
      $0["answer"] as? [String: Any]
    }
    #expect(answer.map { $0["state"] as? String } == ["awaiting signature"])
  }

  @Test func `what awaits no signature is refused before a secret is asked for`() throws {
    let program = try decided()
    let promised = try program.onMonday("sign", "C1:R03")
    #expect(promised.status == 65)
    #expect(promised.complaint.contains("no decision on this flag awaits a signature"))
    let unknown = try program.onMonday("sign", "C1:R99")
    #expect(unknown.status == 65)
    #expect(unknown.complaint.contains("there is no such flag"))
  }
}
