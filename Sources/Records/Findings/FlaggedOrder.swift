/// Where a child stands on every list at a moment: in which band, and by which flag.
///
/// Flags without an answer come before those that have one; R15, which speaks of another flag, raises
/// the band and is never the flag that a list speaks of while there is another.
package struct CasePlace: Comparable, Sendable {
  /// The child's band: the worst of the flags without an answer, of the answered where all are; nil
  /// where no flag stands.
  package let band: Band?
  /// The flags that stand, in the order in which they are read.
  package let flags: [Flag]
  /// How many of them have an answer that stands.
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
  /// Children with their places, one alone or all of a household, in the order of the most urgent of
  /// each.
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

  /// Flags in the order of the list: all of a child together, the children of a household one after
  /// the other, and what was cleared after what stands.
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

  /// In how many children's case each band is the child's, the most urgent first.
  package static func counts(_ places: some Sequence<CasePlace>) -> [(band: Band, children: Int)] {
    let bands = places.compactMap(\.band)
    return Band.allCases.compactMap { band in
      let count = bands.count { $0 == band }
      return count == 0 ? nil : (band, count)
    }
  }
}

extension CaseLine {
  /// Where the child stands on a list.
  package func place(at now: Instant) -> CasePlace { CasePlace(of: id, flags, at: now) }
}
