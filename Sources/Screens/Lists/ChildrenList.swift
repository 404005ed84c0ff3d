import Cells
import Records

/// A worker's own children, in the order of their names.
struct ChildrenList: ListScreen {
  /// The worker whose children they are.
  private let worker: PersonName
  /// The worker's last name, by which the store finds the children, among others.
  let words: String
  private var all: [CaseLine]?
  private(set) var lines: [CaseLine] = []
  var cursor = RowCursor()
  var finder = Finder()

  static let keys = KeyTable<Action>.list(
    [
      .init([.enter], "Enter", hint: "open", "Opens the child.", .open),
      .init([.character("v")], "v", hint: "visit", "Logs a visit or another contact.", .visit),
    ], isFirst: true)

  init(of me: Person) {
    worker = PersonName(me.name)
    words = worker.last
  }

  static let columns = ["child", "reference", "age", "plan", "last seen", "flags"]

  var rowCount: Int { lines.count }

  func text(ofRow row: Int, _ situation: Situation) -> String {
    lines[row].text(on: situation.today)
  }

  var selected: CaseLine? {
    lines.indices.contains(cursor.selected) ? lines[cursor.selected] : nil
  }

  mutating func arrange(_ situation: Situation) {
    let before = selected?.id
    let kept = (all ?? []).filter { finder.keeps($0.text(on: situation.today)) }
    lines =
      finder.column.map { column in
        kept.enumerated().sorted {
          ($0.element.key(column, situation), $0.offset)
            < ($1.element.key(column, situation), $1.offset)
        }.map(\.element)
      } ?? kept
    if finder.isReversed { lines.reverse() }
    let place = lines.firstIndex { $0.id == before } ?? cursor.selected
    cursor.select(place, count: lines.count, page: page(situation))
  }

  var requests: [ReadRequest] { [.children(matching: words)] }
  var selectedChild: Child? { selected?.child }

  mutating func act(_ action: Action, _ situation: Situation) -> [Step] {
    guard let line = selected else { return [] }
    switch action {
    case .open: return [.push(ChildScreen(line))]
    case .visit: return [.visit(line.child, line.summary.status)]
    default: return []
    }
  }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    guard case .children(let lines, words) = reply else { return [] }
    all = lines.filter { $0.child.worker.map(worker.agrees) ?? false }
    arrange(situation)
    return []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    let count = all == nil ? "Reading…" : counted(lines.count, "child", plural: "children")
    let place = finder.filter.isEmpty ? situation.store : finder.words
    frame.title("Heed  Your children · \(place)", right: count)
    let columns = ChildColumns(situation.size.columns)
    columns.heads(in: &frame, finder)
    frame.rows(cursor, of: rowCount, page: page(situation)) { frame, place in
      columns.draw(lines[place.index], at: place, in: &frame, situation)
    }
    if all != nil, lines.isEmpty { frame.lines(none, row: 2) }
    frame.foot(keys, situation, finder)
    return frame
  }

  private var none: String {
    finder.filter.isEmpty
      ? "No child is allocated to you. m shows the team's; heed add and heed import add children."
      : "None of your children holds these words."
  }
}

extension CaseLine {
  /// Everything that a list says of the child.
  func text(on day: CalendarDate) -> String {
    let known = [
      child.displayName, child.ref, child.worker, child.address, summary.status?.written,
    ]
    return (known.compactMap { $0 } + flags.map { "\($0.rule) \($0.reason(on: day))" })
      .joined(separator: " ")
  }

  fileprivate func key(_ column: Int, _ situation: Situation) -> ListKey {
    switch ChildrenList.columns[column] {
    case "reference": .text(folded(child.ref))
    case "age": .number(-(child.dateOfBirth?.dayNumber ?? .min / 2))
    case "plan": .text(summary.status?.short ?? "")
    case "last seen": .number(summary.lastSeen?.dayNumber ?? .min)
    case "flags":
      .number(place(at: situation.now).band?.place ?? .max)
    default: .text(child.sortKey)
    }
  }
}
