import Records

/// A row of the flagged list; indirect, so that thousands are sorted without copying their lines.
indirect enum FlaggedRow: Hashable, Sendable {
  case household(String, [PlacedLine])
  /// A child, set in when shown under their household.
  case child(PlacedLine, isSetIn: Bool)

  var id: String {
    switch self {
    case .household(let ref, _): "h" + ref
    case .child(let child, _): "c" + child.line.child.ref
    }
  }

  /// The place of the row in the list; a household has that of its most urgent child.
  var place: CasePlace {
    switch self {
    case .household(_, let children): children[0].place
    case .child(let child, _): child.place
    }
  }

  var band: Band? { place.band }

  /// The flags of the row, those without an answer first.
  var flags: [Flag] {
    switch self {
    case .household(_, let children):
      children.flatMap { $0.place.flags.dropLast($0.place.answered) }.sorted(by: Flag.byHarm)
        + children.flatMap { $0.place.flags.suffix($0.place.answered) }.sorted(by: Flag.byHarm)
    case .child(let child, _): child.place.flags
    }
  }

  /// How many of the flags have an answer in force.
  var answered: Int { children.reduce(0) { $0 + $1.place.answered } }

  /// Returns the rows in order of urgency, or by the column chosen; two or more flagged children of a
  /// household are one row, with them below it while it is open.
  static func arranged(
    _ lines: [CaseLine], open: Set<String>, _ finder: Finder, _ situation: Situation
  ) -> [FlaggedRow] {
    let items = lines.map { line in
      (item: line, child: line.child, place: line.place(at: situation.now))
    }
    let rows = FlaggedOrder.groups(items).map { group -> (head: FlaggedRow, below: [FlaggedRow]) in
      let children = group.map { PlacedLine(line: $0.item, place: $0.place) }
      guard children.count > 1, let household = children[0].line.child.household else {
        return (.child(children[0], isSetIn: false), [])
      }
      let below = open.contains(household) ? children.map { child($0, isSetIn: true) } : []
      return (.household(household, children), below)
    }
    let kept = rows.filter { finder.keeps($0.head.text(on: situation.today)) }
    return ordered(kept, finder, situation)
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

  /// Returns what the row is ordered by in a column.
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

  var children: [PlacedLine] {
    switch self {
    case .household(_, let children): children
    case .child(let child, _): [child]
    }
  }

  var lines: [CaseLine] { children.map(\.line) }

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

/// A child on the list, with their place in it.
struct PlacedLine: Hashable, Sendable {
  let line: CaseLine
  let place: CasePlace

  func hash(into hasher: inout Hasher) { hasher.combine(line) }
}
