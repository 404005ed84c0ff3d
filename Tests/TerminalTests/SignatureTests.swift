import GRDB
import Testing

/// Secrets and signatures, typed on a real terminal.
@Suite(.serialized) struct SignatureTests {
  private let secret = "walrus and carpenter"

  /// A shell with a store whose one user is a head of service.
  private func makeTerminal() throws -> Tmux {
    let terminal = try Tmux(columns: 110, rows: 40)
    try terminal.run(
      "export HEED_STORE=$HOME/s.heed; heed init --allow-plaintext --me 'S. Haddad' "
        + "--role 'head of service'")
    try terminal.wait { $0.contains("Made a plain store") }
    return terminal
  }

  /// Runs a command and types a line at each question, of which none is ever shown.
  private func run(
    _ command: String, on terminal: Tmux, _ answers: [(question: String, line: String)],
    until ending: String
  ) throws {
    // What the last command asked is gone before the next one asks.
    try terminal.run("clear")
    try terminal.wait { $0.split(separator: "\n") == ["ready>"] }
    try terminal.run("\(command); echo status $?")
    for (question, line) in answers {
      try terminal.wait { $0.contains(question) }
      try terminal.run(line)
    }
    let screen = try terminal.wait { $0.contains(ending) && $0.contains("ready>") }
    for (_, line) in answers where !line.isEmpty { #expect(!screen.contains(line)) }
  }

  private func setSecret(
    on terminal: Tmux, from old: String, to new: String, again: String? = nil, until ending: String
  ) throws {
    // Whoever has none yet is not asked for it.
    var answers = old.isEmpty ? [] : [("The secret that you have:", old)]
    answers.append(("The new secret, 8 characters", new))
    if let again { answers.append(("Again:", again)) }
    try run("heed secret", on: terminal, answers, until: ending)
  }

  /// Hands the account at the keyboard from the head of service, who gets one of their own, to Ida
  /// Rowe.
  private func changeSeats(_ terminal: Tmux) throws {
    let queue = try connection(to: terminal.path("s.heed"))
    try queue.write { try $0.execute(sql: "UPDATE person SET account = 'shaddad'") }
    try queue.close()
    try terminal.run("clear; heed secret; echo status $?")
    try terminal.wait { $0.contains("does not know that account") && $0.contains("status 77") }
    try terminal.run("clear; heed people 'Ida Rowe' --role 'team manager' --account $(id -un)")
    try terminal.wait { $0.contains("Added Ida Rowe.") }
  }

  private func decide(_ terminal: Tmux) throws {
    try terminal.run("clear; MONDAY='--as-of 2026-06-01T10:00'; heed add C1 --born 2026-02-01")
    try terminal.wait { $0.contains("Made C1.") }
    try terminal.run("clear; heed log C1 --contact-type GP --injuries 'bruise to cheek' $MONDAY")
    try terminal.wait { $0.contains("Act today: R04") }
    try terminal.run(
      "clear; heed answer C1:R04 --decide 'medical cause confirmed' --because birthmark "
        + "--would-change 'a second mark' --review-by 2026-06-02 $MONDAY")
    try terminal.wait { $0.contains("awaits the signature of a head of service") }
  }

  @Test func `another signs a decision with a secret that is never on the screen`() throws {
    let terminal = try makeTerminal()
    let before = try terminal.settings("before")
    try setSecret(on: terminal, from: "", to: secret, again: secret, until: "Set. You sign with it")
    try changeSeats(terminal)
    try decide(terminal)
    let sign = "heed sign C1:R04 $MONDAY"
    let theirs = "Secret of shaddad:"
    try run(
      sign, on: terminal, [("Secret of ", secret)],
      until: "a decision is signed by another than its author")
    try run(
      sign + " --account nobody", on: terminal, [("Secret of nobody:", secret)], until: "status 65")
    try run(
      sign + " --account shaddad", on: terminal, [(theirs, "walrus")],
      until: "that is not the secret; nothing was changed")
    try terminal.wait { $0.contains("status 77") }
    try run(
      sign + " --account shaddad", on: terminal, [(theirs, secret)],
      until: "Saved: R04 is answered until 2 Jun 2026.")
    try terminal.wait { $0.contains("status 0") }
    try terminal.run("clear; heed flags --json $MONDAY | grep -o '\"signed_by\":\"S. Haddad\"'")
    try terminal.wait {
      $0.contains("\n\"signed_by\":\"S. Haddad\"") || $0.hasPrefix("\"signed_by")
    }
    try run(sign + " --account shaddad", on: terminal, [], until: "status 65")
    #expect(try terminal.settings("after") == before)
  }

  @Test func `a secret is changed with the one before, typed twice and long enough`() throws {
    let terminal = try makeTerminal()
    try setSecret(on: terminal, from: "", to: "walrus7", until: "That is too short")
    try setSecret(
      on: terminal, from: "", to: secret, again: secret + "s", until: "The two differ")
    try setSecret(
      on: terminal, from: "", to: String(repeating: "a", count: 513), until: "That is too long")
    try setSecret(on: terminal, from: "", to: secret, again: secret, until: "Set. You sign with it")
    let other = "pässwörd 秘密 8"
    try setSecret(
      on: terminal, from: "walrus and plumber", to: other, again: other,
      until: "that is not the secret; nothing was changed")
    try terminal.wait { $0.contains("status 77") }
    try setSecret(on: terminal, from: secret, to: other, again: other, until: "Set. You sign with")
    try setSecret(on: terminal, from: other, to: secret, again: secret, until: "Set. You sign with")
  }

  @Test(arguments: ["C-c", "C-d"])
  func `a secret broken off changes nothing, and what is typed next is seen`(key: String) throws {
    let terminal = try makeTerminal()
    let before = try terminal.settings("before")
    try terminal.run("clear; heed secret; echo status $?")
    try terminal.wait { $0.contains("The new secret") }
    try terminal.type(key == "C-c" ? "walrus" : "")
    try terminal.press(key)
    try terminal.wait { $0.contains("ready>") && (key == "C-c" || $0.contains("status 130")) }
    #expect(!(try terminal.screen().contains("walrus")))
    #expect(try terminal.settings("after") == before)
  }
}
