import Foundation
import Testing

extension Program {
  /// A program whose store knows Ida Rowe, a team manager, and since 1 March 2026 C1, born a month
  /// before.
  static func withChild() throws -> Program {
    let program = try withStore()
    try #require(
      try program.run("add", "C1", "--born", "2026-02-01", "--as-of", "2026-03-01").status == 0)
    return program
  }

  /// Runs a command at ten in the morning of Monday 1 June 2026, or so many days before or after.
  func onMonday(_ arguments: String..., days: Int = 0) throws -> Outcome {
    try onMonday(arguments, days: days)
  }

  func onMonday(_ arguments: [String], days: Int = 0) throws -> Outcome {
    let day = try #require(
      Calendar(identifier: .iso8601).date(
        byAdding: .day, value: days, to: try Date("2026-06-01T12:00:00Z", strategy: .iso8601)))
    return try run(arguments + ["--as-of", "\(day.ISO8601Format().prefix(10))T10:00"])
  }

  /// The matters that are recorded of a child.
  func facts(_ child: String = "C1", _ more: String...) throws -> [[String: Any]] {
    try run(["facts", child, "--json"] + more).objects()
  }

  /// Every rule that has a flag standing on that Monday, or so many days before or after.
  func flagged(days: Int = 0, _ more: String...) throws -> [String] {
    try onMonday(["flags", "--json"] + more, days: days).objects().compactMap {
      $0["rule"] as? String
    }
  }
}
