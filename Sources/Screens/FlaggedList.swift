import Cells
import Records

/// The team lead's first screen: who has a flag that stands, the most urgent first.
struct FlaggedList: Hashable, Sendable {
  static let keys = KeyTable<Action>.list(
    [
      .init(
        [.enter, .right], "Enter", hint: "open", "Opens the child, or a household's children.",
        .open),
      .init(
        [.character(" ")], "Space", hint: "evidence",
        "Shows the contacts that the flag rests on, in place.", .evidence),
      .init(
        [.character("a")], "a", hint: "answer", "Answers the flag that is shown below.", .answer),
      .init([.character("v")], "v", hint: "visit", "Logs a visit or another contact.", .visit),
      .init([.tab], "Tab", hint: nil, "Shows the child's next flag.", .nextFlag),
      .init(
        [.character("s")], "s", hint: nil, "Signs the decision on the flag, by another.", .sign),
    ], isFirst: true)

  private(set) var lines: [CaseLine]?
  private(set) var rows: [FlaggedRow] = []
  private(set) var cursor = RowCursor()
  private(set) var showsEvidence = false
  /// Which of the selected child's flags is shown below.
  private(set) var flagIndex = 0
  private var openHouseholds: Set<String> = []
  /// The last child that was asked for to stand beside the list.
  private(set) var file: CaseFile?

  var selected: FlaggedRow? {
    rows.indices.contains(cursor.selected) ? rows[cursor.selected] : nil
  }

  /// The flag of the selected row that the keys are about.
  var selectedFlag: Flag? {
    guard let flags = selected?.flags, !flags.isEmpty else { return nil }
    return flags[flagIndex % flags.count]
  }

  /// How many rows fit: all but title, heads, rule, three lines of detail and the footer.
  static func page(_ size: Size) -> Int {
    max(1, size.rows - (size.rows < 14 ? 4 : 7))
  }

  /// Whether there is room for the selected child beside the list.
  static func isWide(_ size: Size) -> Bool { size.columns >= 132 && size.rows >= 14 }

  /// Asks for the selected child where there is room for them.
  private func preview(_ size: Size) -> [Step] {
    guard FlaggedList.isWide(size), case .child(let line, _)? = selected else { return [] }
    return [.wish(.openChild(line.id))]
  }

  mutating func take(_ action: Action, _ situation: Situation) -> [Step] {
    switch action {
    case .move(let motion):
      showsEvidence = false
      flagIndex = 0
      cursor.move(motion, count: rows.count, page: FlaggedList.page(situation.size))
      return preview(situation.size)
    case .evidence: showsEvidence.toggle()
    case .nextFlag: flagIndex += 1
    default: return act(action, situation)
    }
    return []
  }

  private mutating func act(_ action: Action, _ situation: Situation) -> [Step] {
    guard let selected else { return [] }
    switch selected {
    case .household(let ref, _):
      if openHouseholds.remove(ref) == nil { openHouseholds.insert(ref) }
      arrange(situation)
      return []
    case .child(let line, _):
      switch action {
      case .open: return [.push(.child(ChildScreen(line)))]
      case .visit: return [.visit(line.child, line.summary.status)]
      case .sign: return selectedFlag.map { [.sign($0, line.child)] } ?? []
      case .answer: return selectedFlag.map { [.answer($0, line.child)] } ?? []
      default: return []
      }
    }
  }

  mutating func hear(_ lines: [CaseLine], _ situation: Situation) -> [Step] {
    self.lines = lines
    arrange(situation)
    return preview(situation.size)
  }

  mutating func hear(_ file: CaseFile) {
    self.file = file
  }

  /// Makes the rows anew and keeps the selection on the row that it was on.
  private mutating func arrange(_ situation: Situation) {
    let before = selected?.id
    rows = FlaggedRow.arranged(lines ?? [], open: openHouseholds, situation)
    let place = rows.firstIndex { $0.id == before } ?? cursor.selected
    cursor.select(place, count: rows.count, page: FlaggedList.page(situation.size))
  }
}

/// A row of the flagged list.
enum FlaggedRow: Hashable, Sendable {
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

  /// Children by their worst flag; two and more flagged children of a household are one row.
  static func arranged(
    _ lines: [CaseLine], open: Set<String>, _ situation: Situation
  ) -> [FlaggedRow] {
    var groups: [String: [CaseLine]] = [:]
    for line in lines {
      let key = line.child.household.map { "h" + $0 } ?? "c" + line.child.ref
      groups[key, default: []].append(line)
    }
    let sorted = groups.values.map { $0.sorted { $0.urgency(situation) < $1.urgency(situation) } }
      .sorted { ($0[0].urgency(situation)) < ($1[0].urgency(situation)) }
    return sorted.flatMap { group -> [FlaggedRow] in
      guard group.count > 1, let household = group[0].child.household else {
        return group.map { .child($0, isSetIn: false) }
      }
      let children = group.map { FlaggedRow.child($0, isSetIn: true) }
      return [.household(household, group)] + (open.contains(household) ? children : [])
    }
  }
}

extension CaseLine {
  /// Band, answered after waiting, quiet after live, longest standing first, then by name.
  fileprivate func urgency(_ situation: Situation) -> Urgency {
    Urgency(flags, name: child.sortKey, situation)
  }
}

/// The place of a row on the list.
private struct Urgency: Comparable {
  private let key: [Int]
  private let name: String

  /// A child comes by the worst band of flags without an answer, and within it by the flag about
  /// the child: one that is of that band itself before one that rose to it.
  init(_ flags: [Flag], name: String, _ situation: Situation) {
    self.name = name
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
      ? left.name < right.name : left.key.lexicographicallyPrecedes(right.key)
  }
}

extension Band {
  fileprivate var place: Int { Band.allCases.firstIndex(of: self) ?? 0 }
}

extension Flag {
  func isAnswered(_ situation: Situation) -> Bool {
    state(at: situation.now, calendar: situation.calendar) == .answered
  }
}
