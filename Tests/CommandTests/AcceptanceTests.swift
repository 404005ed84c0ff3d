import Foundation
import Testing

/// What other record systems taught, held against the commands; the numbers are those of the
/// acceptance cases.
///
/// Unless a test says otherwise it is Monday 1 June 2026, ten in the morning.
@Suite struct AcceptanceTests {
  static let now = "2026-06-01T10:00"
  static let later = "2026-06-01T12:00"

  /// A store with rows of contacts, all typed that morning.
  func program(_ rows: String = "") throws -> Program {
    let program = try Program.withStore()
    if !rows.isEmpty {
      try program.write(
        "child_ref,plan,date,agency,contact_type,role,child_seen\n\(rows)\n", to: "a.csv")
      let taken = try program.run("import", "a.csv", "--as-of", "2026-06-01T08:00")
      try #require(taken.status == 0, "\(taken.complaint)")
    }
    return program
  }

  /// Runs a command that must succeed at ten o'clock.
  @discardableResult
  func run(_ program: Program, _ arguments: String...) throws -> Program.Outcome {
    let outcome = try program.run(arguments + ["--as-of", Self.now])
    try #require(outcome.status == 0, "\(outcome.complaint)")
    return outcome
  }

  func flags(_ program: Program, on moment: String = later) throws -> [[String: Any]] {
    try program.run("flags", "--as-of", moment, "--json").objects()
  }

  /// The rules that stand for a child.
  func rules(
    _ program: Program, _ ref: String, on moment: String = later
  ) throws -> Set<String> {
    Set(
      try flags(program, on: moment).filter { Self.ref($0) == ref }
        .compactMap { $0["rule"] as? String })
  }

  static func ref(_ flag: [String: Any]) -> String? {
    (flag["child"] as? [String: Any])?["ref"] as? String
  }

  /// The child's last sighting as `heed children` gives it; nil when there was none.
  func lastSeen(_ program: Program, _ ref: String) throws -> String? {
    let child = try #require(
      try program.run("children", ref, "--as-of", Self.later, "--json").objects().first)
    return child["last_seen"] as? String
  }

  func contacts(_ program: Program, _ ref: String) throws -> [[String: Any]] {
    let page = try program.run("chronology", ref, "--json").object()
    return try #require(page["contacts"] as? [[String: Any]])
  }

  func facts(_ program: Program, _ arguments: String...) throws -> [[String: Any]] {
    try program.run(["facts"] + arguments + ["--as-of", Self.later, "--json"]).objects()
  }
}
