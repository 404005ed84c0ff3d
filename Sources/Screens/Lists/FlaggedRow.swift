import Records

/// A row of the flagged list; indirect, so that thousands are sorted without copying their lines.
indirect enum FlaggedRow: Hashable, Sendable {
  case household(String, [CaseLine])
  /// A child, set in when shown under their household.
  case child(CaseLine, isSetIn: Bool)

  var id: String {
    switch self {
    case .household(let ref, _): "h" + ref
    case .child(let line, _): "c" + line.child.ref
    }
  }

  /// The band of the row: the worst, to which a flag without an answer rises.
  var band: Band? { flags.map(\.band).min() }

  /// The flags of the row, what is about the child first.
  var flags: [Flag] {
    switch self {
    case .household(_, let lines): lines.flatMap(\.flags).sorted(by: Flag.byHarm)
    case .child(let line, _): line.flags
    }
  }

  /// Children by their worst flag, or by the column chosen; two and more flagged children of a
  /// household are one row, with them below it while it is open.
  static func arranged(
    _ lines: [CaseLine], open: Set<String>, _ finder: Finder, _ situation: Situation
  ) -> [FlaggedRow] {
    var groups: [String: [CaseLine]] = [:]
    // Lines come in the order of names, by which rows that are alike are ordered.
    var places: [Identifier: Int] = [:]
    for (place, line) in lines.enumerated() {
      places[line.id] = place
      let key = line.child.household.map { "h" + $0 } ?? "c" + line.child.ref
      groups[key, default: []].append(line)
    }
    var heads: [(head: FlaggedRow, below: [FlaggedRow], urgency: Urgency)] = []
    for group in groups.values {
      let sorted = group.map { ($0, Urgency($0.flags, place: places[$0.id] ?? 0, situation)) }
        .sorted { $0.1 < $1.1 }
      let children = sorted.map(\.0)
      guard children.count > 1, let household = children[0].child.household else {
        heads += sorted.map { (.child($0.0, isSetIn: false), [], $0.1) }
        continue
      }
      let below = open.contains(household) ? children.map { child($0, isSetIn: true) } : []
      heads.append((.household(household, children), below, sorted[0].1))
    }
    let kept = heads.filter { finder.keeps($0.head.text(on: situation.today)) }
    let sorted = kept.sorted { $0.urgency < $1.urgency }
    return ordered(sorted.map { ($0.head, $0.below) }, finder, situation)
  }

  /// Rows by the column chosen; those that are alike stay in the order of urgency.
  private static func ordered(
    _ rows: [(head: FlaggedRow, below: [FlaggedRow])], _ finder: Finder, _ situation: Situation
  ) -> [FlaggedRow] {
    guard let column = finder.column else {
      return (finder.isReversed ? rows.reversed() : rows).flatMap { [$0.head] + $0.below }
    }
    let keyed = rows.enumerated().map { (place: $0, key: $1.head.key(column, situation), row: $1) }
    return keyed.sorted { left, right in
      if left.key == right.key { return left.place < right.place }
      return finder.isReversed ? right.key < left.key : left.key < right.key
    }.flatMap { [$0.row.head] + $0.row.below }
  }

  /// What a row is ordered by in a column.
  private func key(_ column: Int, _ situation: Situation) -> ListKey {
    let line = lines.first
    switch FlaggedList.columns[column] {
    case "child": return .text(line?.child.sortKey ?? "")
    case "age": return .number(-(line?.child.dateOfBirth?.dayNumber ?? .min / 2))
    case "plan": return .text(line?.summary.status?.short ?? "")
    case "open since": return .number(flags.first?.raisedAt.seconds ?? 0)
    default: return .number(band?.place ?? 0)
    }
  }

  var lines: [CaseLine] {
    switch self {
    case .household(_, let lines): lines
    case .child(let line, _): [line]
    }
  }

  /// Everything that the row says.
  func text(on day: CalendarDate) -> String {
    let children = lines.flatMap { line -> [String?] in
      [line.child.displayName, line.child.ref, line.child.worker, line.summary.status?.written]
    }
    let reasons = flags.map { "\($0.rule) \($0.band.word) \($0.reason(on: day))" }
    return (children.compactMap { $0 } + reasons).joined(separator: " ")
  }
}

/// What rows are ordered by: numbers before texts.
enum ListKey: Hashable, Comparable, Sendable {
  case number(Int)
  case text(String)
}

/// The place of a row on the list.
struct Urgency: Comparable {
  private let key: [Int]
  private let place: Int

  /// A child comes by the worst band of flags without an answer, and within it by the flag about
  /// the child: one that is of that band itself before one that rose to it.
  init(_ flags: [Flag], place: Int, _ situation: Situation) {
    self.place = place
    let unanswered = flags.filter { !$0.isAnswered(situation) }
    guard let flag = unanswered.first ?? flags.first else {
      key = []
      return
    }
    let worst = unanswered.map(\.band).min() ?? flag.band
    key = [
      worst.place, unanswered.isEmpty ? 1 : 0, flag.band.place, flag.quietSince == nil ? 0 : 1,
      flag.raisedAt.seconds,
    ]
  }

  static func < (left: Self, right: Self) -> Bool {
    left.key == right.key
      ? left.place < right.place : left.key.lexicographicallyPrecedes(right.key)
  }
}

extension Band {
  var place: Int { Band.allCases.firstIndex(of: self) ?? 0 }
}

extension Flag {
  func isAnswered(_ situation: Situation) -> Bool {
    state(at: situation.now, calendar: situation.calendar) == .answered
  }
}
