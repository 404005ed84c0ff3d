import ArgumentParser
import Glibc
import Records
import Terminal

/// A day on the command line.
struct DayArgument: ExpressibleByArgument {
  let day: CalendarDate

  init?(argument: String) {
    guard let day = try? CalendarDate(iso: argument) else { return nil }
    self.day = day
  }
}

/// A moment on the command line: a bare day is its last second, local time is London's.
struct MomentArgument: ExpressibleByArgument {
  let moment: Instant

  init?(argument: String) {
    let parts = argument.split(separator: "T", omittingEmptySubsequences: false)
    guard let first = parts.first, let day = try? CalendarDate(iso: first) else { return nil }
    switch parts.count {
    case 1: moment = Instant(endOf: day)
    case 2:
      guard let time = TimeOfDay(typed: parts[1]) else { return nil }
      moment = Instant(london: day, time)
    default: return nil
    }
  }
}

extension ColorChoice: ExpressibleByArgument {}
extension PlanStatus: ExpressibleByArgument {}
extension Band: ExpressibleByArgument {}
extension Rung: ExpressibleByArgument {}
extension DecisionReason: ExpressibleByArgument {}

/// What was typed behind the program's name.
enum Arguments {
  /// Swift would put another character in place of each byte that is no text, and that would be saved.
  /// - Throws: 64 when one is not UTF-8.
  static func check() throws(CommandError) {
    for place in 1..<max(1, Int(CommandLine.argc)) {
      guard let bytes = CommandLine.unsafeArgv[place] else { continue }
      let text = UnsafeRawBufferPointer(start: bytes, count: strlen(bytes))
      guard String(validating: text, as: UTF8.self) != nil else {
        throw CommandError(
          .usage,
          "What was typed is not UTF-8 (argument \(place)), so nothing was done: type it again.")
      }
    }
  }
}
