package import Flags
package import Records

/// One child's flags as they would have been raised and cleared, day by day.
package struct ReplayReport: Report {
  private let replay: Replay
  /// How many contacts were read, and the days of the first and the last.
  private let contacts: Int
  private let from: CalendarDate?
  private let to: CalendarDate?
  /// The last day that was judged.
  private let end: CalendarDate

  package init(_ replay: Replay, of contacts: [Contact], through end: CalendarDate) {
    let days = contacts.map(\.date)
    self.replay = replay
    self.contacts = contacts.count
    from = days.min()
    to = days.max()
    self.end = end
  }

  /// The replay in the shape that the contract specifies.
  package var json: JSON {
    let flags = replay.listings.map { listing in
      JSON.object([
        ("rule", .string(listing.rule.description)),
        ("rule_name", .string(FlagRule.named(listing.rule))),
        ("band", .word(listing.band)),
        ("raised_on", .day(listing.raisedOn)),
        ("cleared_on", .day(listing.clearedOn)),
        ("quiet_since", .day(listing.quietSince)),
        ("reason", .string(listing.reason)),
        ("evidence", .array(listing.evidence.map(\.json))),
      ])
    }
    return .object([
      ("contacts", .number(contacts)), ("from", .day(from)), ("to", .day(to)),
      ("flags", .array(flags)),
      (
        "first", .object([("A", .day(replay.first(.today))), ("B", .day(replay.first(.thisWeek)))])
      ),
    ])
  }

  /// The days that the contacts span, then a line for each listing.
  package var lines: [String] {
    let span = from.flatMap { from in to.map { " from \(from) to \($0)" } } ?? ""
    let head = "\(counted(contacts, "contact"))\(span), judged through \(end)."
    if replay.listings.isEmpty { return [head, "No rule has fired."] }
    return [head] + replay.listings.map(sentence)
  }

  private func sentence(of listing: Replay.Listing) -> String {
    let ending = listing.clearedOn.map { "to \($0)" } ?? "and open on \(end)"
    let quiet = listing.quietSince.map { ", quiet since \($0)" } ?? ""
    return """
      \(listing.raisedOn) \(ending)\(quiet): \(listing.band.rawValue), \(listing.band.written): \
      \(listing.rule) \(FlagRule.named(listing.rule)). \(listing.reason)
      """
  }
}
