import Flags
import Records

/// One flag from the day that it was raised, through every band that it was listed in.
struct Episode {
  private(set) var listings: [Replay.Listing]

  /// The episodes of one replay: a flag that moves to another band ends and begins on one day.
  static func read(_ replay: Replay) -> [Episode] {
    var episodes: [Episode] = []
    for listing in replay.listings {
      let index = episodes.lastIndex { $0.rule == listing.rule }
      if let index, episodes[index].listings.last?.clearedOn == listing.raisedOn {
        episodes[index].listings.append(listing)
      } else {
        episodes.append(Episode(listings: [listing]))
      }
    }
    return episodes
  }

  var rule: RuleID? { listings.first?.rule }

  /// The listing under which it is open at the end; nil when it was cleared.
  var open: Replay.Listing? { listings.last.flatMap { $0.clearedOn == nil ? $0 : nil } }

  /// The day on which it was first listed in A or B: raised in it, or risen to it.
  var urgentFrom: CalendarDate? { listings.first { $0.band <= .thisWeek }?.raisedOn }
}
