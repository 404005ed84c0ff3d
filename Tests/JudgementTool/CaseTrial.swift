import ArgumentParser
import Records

/// One child's contacts, with what the file does not say and the days on which to look.
struct CaseTrial: ExpressibleByArgument {
  let path: String
  private(set) var born: CalendarDate?
  /// The last day; nil for the last contact's.
  private(set) var until: CalendarDate?
  private(set) var dates: [CalendarDate] = []

  /// Reads `file,born=date,until=date,dates=date/date`; nil for anything else.
  init?(argument: String) {
    let parts = argument.split(separator: ",")
    guard let first = parts.first else { return nil }
    path = String(first)
    for part in parts.dropFirst() {
      let pair = part.split(separator: "=", maxSplits: 1)
      guard pair.count == 2 else { return nil }
      let days = pair[1].split(separator: "/").map { try? CalendarDate(iso: $0) }
      guard let day = days.first ?? nil, !days.contains(nil) else { return nil }
      switch pair[0] {
      case "born": born = day
      case "until": until = day
      case "dates": dates = days.compactMap { $0 }
      default: return nil
      }
    }
  }

  /// The cases that the tests keep, with the days on which somebody could have acted.
  static let published: [CaseTrial] = [
    """
    Tests/FlagsTests/Cases/child-a-haringey.csv,born=2006-03-01,until=2007-08-03,\
    dates=2006-10-13/2007-01-26/2007-04-11/2007-07-26/2007-08-01
    """,
    "Tests/FlagsTests/Cases/short-lincolnshire-2024.csv",
  ].compactMap(CaseTrial.init(argument:))
}
