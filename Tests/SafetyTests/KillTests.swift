import Foundation
import Glibc
import Testing

/// A program that is killed while it saves: what it said it had saved is there, once.
@Suite struct KillTests {
  /// Kills of a run; more by KILLS, for the long one.
  private static let kills =
    ProcessInfo.processInfo.environment["KILLS"].flatMap { Int($0) } ?? 500

  /// How long a contact takes to be logged on this machine, in milliseconds.
  private func span(of machine: Machine) throws -> Int32 {
    try machine.run(["add", "C-span", "--name", "Ann Example", "--born", "2026-02-01"])
    let taken = try ContinuousClock().measure {
      let logged = try machine.run(
        ["log", "C-span", "--contact-type", "phone", "--outcome", "a first attempt", "--json"])
      try #require(logged.status == 0, "\(logged.complaint)")
    }
    return Int32(taken / .milliseconds(1))
  }

  @Test func `no contact that was said to be saved is lost, doubled or halved by a kill`() throws {
    let machine = try Machine()
    try machine.run(["init", "--me", "Ida Rowe", "--role", "team manager"])
    var generator = SystemRandomNumberGenerator()
    var said: [String: String] = [:]
    var (killed, finished) = (0, 0)
    var child = ""
    let longest = try span(of: machine) * 5 / 4
    while killed < Self.kills {
      // A long run has many children, as a store of many years has.
      if child != "C\(killed / 500)" {
        child = "C\(killed / 500)"
        try machine.run(["add", child, "--name", "Ann Example", "--born", "2026-02-01"])
      }
      let words = "attempt \(killed) of \(UUID().uuidString)"
      let process = try machine.start(
        ["log", child, "--contact-type", "phone", "--outcome", words, "--json"])
      // From before it opened the store to after it has said what it saved.
      poll(nil, 0, Int32.random(in: 0...longest, using: &generator))
      if kill(process.processIdentifier, SIGKILL) == 0 { killed += 1 }
      process.waitUntilExit()
      let output = try machine.outcome(of: process).output
      if let object = try? JSONSerialization.jsonObject(with: Data(output.utf8)) as? [String: Any],
        let id = object["id"] as? String
      {
        said[id] = words
        finished += 1
      }
      if killed % 50 == 0 {
        let checked = try machine.run(["verify"])
        #expect(checked.status == 0, "\(checked.output)\(checked.complaint)")
      }
    }
    var contacts: [[String: Any]] = []
    for number in 0...(Self.kills / 500) {
      let chronology = try machine.run(["chronology", "C\(number)", "--json"])
      guard chronology.status == 0 else { continue }
      let object = try #require(
        JSONSerialization.jsonObject(with: Data(chronology.output.utf8)) as? [String: Any])
      contacts += try #require(object["contacts"] as? [[String: Any]])
    }
    let found = Dictionary(grouping: contacts) { $0["id"] as? String ?? "" }
    let lost = said.filter { found[$0.key]?.count != 1 }
    #expect(lost.isEmpty, "\(lost.count) of \(said.count)")
    for (id, words) in said { #expect(found[id]?.first?["outcome"] as? String == words) }
    let doubled = Dictionary(grouping: contacts) { $0["outcome"] as? String ?? "" }
      .filter { $1.count > 1 }
    #expect(doubled.isEmpty)
    #expect(finished > 0 && contacts.count >= said.count)
    print(
      "killed \(killed) times; \(said.count) were said to be saved, 0 lost; \(contacts.count) are there"
    )
  }
}
