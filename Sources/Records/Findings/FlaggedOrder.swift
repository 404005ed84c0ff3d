/// A child's place on every list at a moment: the band, and the flag that decides it.
///
/// Flags without an answer come before those that have one; R15, which is about another flag, raises the band
/// but is never the flag that a list shows while there is another.
package struct CasePlace: Comparable, Sendable {
  /// The child's band: the most urgent of the unanswered flags, or of the answered ones when all are
  /// answered; nil when no flag is in force.
  package let band: Band?
  /// The flags in force, in reading order.
  package let flags: [Flag]
  /// How many of them have an answer in force.
  package let answered: Int
  private let key: [Int]
  private let child: Identifier

  package init(
    of child: Identifier, _ flags: [Flag], at now: Instant
  ) {
    self.child = child
    let standing = flags.filter { $0.cleared == nil }.sorted(by: Flag.byHarm)
    let open = standing.filter { !$0.isAnswered(at: now) }
    let covered = open.count == standing.count ? [] : standing.filter { $0.isAnswered(at: now) }
    self.flags = open + covered
    answered = covered.count
    band = (open.isEmpty ? covered : open).map(\.band).min()
    guard let first = self.flags.first, let band else {
      key = [.max]
      return
    }
    key = [
      band.place, open.isEmpty ? 1 : 0, first.band.place, first.quietSince == nil ? 0 : 1,
      first.raisedAt.seconds,
    ]
  }

  /// The order of every list: today's urgency, then the child's id.
  package static func < (left: Self, right: Self) -> Bool {
    left.key == right.key ? left.child < right.child : left.key.lexicographicallyPrecedes(right.key)
  }

  package static func == (left: Self, right: Self) -> Bool {
    left.child == right.child && left.key == right.key
  }
}

/// The one order in which flagged children are listed: on screen, in sentences and in JSON.
package enum FlaggedOrder {
  /// Groups the children of each household, a child without one alone, in the order of the most urgent of
  /// each group.
  package static func groups<Item>(
    _ items: [(item: Item, child: Child, place: CasePlace)]
  ) -> [[(item: Item, child: Child, place: CasePlace)]] {
    var groups: [[(item: Item, child: Child, place: CasePlace)]] = []
    var households: [String: Int] = [:]
    for entry in items.sorted(by: { $0.place < $1.place }) {
      if let household = entry.child.household {
        if let group = households[household] {
          groups[group].append(entry)
          continue
        }
        households[household] = groups.count
      }
      groups.append([entry])
    }
    return groups
  }

  /// Orders flags as the list does: all of a child together, the children of a household one after the other,
  /// and a child's cleared flags after those in force.
  package static func ordered(
    _ entries: [FlagEntry], at now: Instant
  ) -> [FlagEntry] {
    let byChild = Dictionary(grouping: entries, by: \.child.id)
    let items = byChild.values.map { entries in
      let (child, flags) = (entries[0].child, entries.map(\.flag))
      return (
        item: flags, child: child, place: CasePlace(of: child.id, flags, at: now)
      )
    }
    return groups(items).joined().flatMap { item, child, place in
      let cleared = item.filter { $0.cleared != nil }.sorted {
        ($1.cleared?.date ?? $1.raisedOn, $0.rule, $0.id)
          < ($0.cleared?.date ?? $0.raisedOn, $1.rule, $1.id)
      }
      return (place.flags + cleared).map { FlagEntry(flag: $0, child: child) }
    }
  }

  /// The number of children in each band, the most urgent first; bands without any are left out.
  package static func counts(_ places: some Sequence<CasePlace>) -> [(band: Band, children: Int)] {
    let bands = places.compactMap(\.band)
    return Band.allCases.compactMap { band in
      let count = bands.count { $0 == band }
      return count == 0 ? nil : (band, count)
    }
  }
}

extension CaseLine {
  /// The child's place on a list at `now`.
  package func place(at now: Instant) -> CasePlace { CasePlace(of: id, flags, at: now) }
}
