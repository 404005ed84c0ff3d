import Cells
import Flags
import Records

/// The rules with how each has fared: how often raised, open, answered and found wrong, and the median wait.
///
/// Below them the share of children flagged by ethnicity and disability, where it is recorded.
struct RulesScreen: ListScreen {
  static let keys = KeyTable<Action>.list([
    .init([.enter], "Enter", hint: "read", "Reads the rule's page.", .open)
  ])

  private var ledger: Ledger?
  var cursor = RowCursor()
  var finder = Finder()

  static let columns = ["rule", "raised", "open", "answered"]

  var rowCount: Int { rows.count }

  func text(ofRow row: Int, _ situation: Situation) -> String { text(of: rows[row]) }

  private func text(of row: Row) -> String {
    switch row {
    case .rule(let rule): "\(rule.id) \(rule.name) \(rule.words)"
    case .share(let name, let share): "\(name) \(share.group)"
    }
  }

  mutating func arrange(_ situation: Situation) {
    cursor.select(cursor.selected, count: rows.count, page: page(situation))
  }

  private enum Row {
    case rule(FlagRule)
    case share(String, FlaggedShare)
  }

  private var rows: [Row] {
    let rules = ordered.map { Row.rule($0) }
    let ethnicity = (ledger?.byEthnicity ?? []).map { Row.share("ethnicity", $0) }
    let disability = (ledger?.byDisability ?? []).map { Row.share("disability", $0) }
    return (rules + ethnicity + disability).filter { finder.keeps(text(of: $0)) }
  }

  /// The rules by the column chosen; those that are equal stay in the order of their numbers.
  private var ordered: [FlagRule] {
    guard let column = finder.column, column > 0 else {
      return finder.isReversed ? FlagRule.all.reversed() : FlagRule.all
    }
    func figure(_ rule: FlagRule) -> Int {
      let fared = ledger?.rules[rule.id] ?? RuleLedger()
      switch RulesScreen.columns[column] {
      case "raised": return fared.raised
      case "open": return (fared.states[.open] ?? 0) + (fared.states[.overdue] ?? 0)
      default: return fared.answers
      }
    }
    return FlagRule.all.sorted {
      finder.isReversed ? figure($0) < figure($1) : figure($1) < figure($0)
    }
  }

  var requests: [ReadRequest] { [.ledger] }

  mutating func act(_ action: Action, _ situation: Situation) -> [Step] {
    guard action == .open, rows.indices.contains(cursor.selected),
      case .rule(let rule) = rows[cursor.selected]
    else { return [] }
    return [.push(ReadingScreen(rule, ledger?.rules[rule.id], situation))]
  }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    guard case .ledger(let ledger) = reply else { return [] }
    self.ledger = ledger
    arrange(situation)
    return []
  }

  func draw(_ situation: Situation) -> Frame {
    var frame = Frame(size: situation.size)
    frame.title(
      "Rules, and how they were answered", right: ledger == nil ? "Reading…" : finder.words)
    let width = max(12, min(40, frame.size.columns - 42))
    frame.write(finder.head("Rule", 0), row: 1, column: 2, style: .dim)
    frame.write(
      padded(finder.head("Raised", 1), to: 6) + padded(finder.head("Open", 2), to: 6)
        + padded(finder.head("Answered", 3), to: 10) + "  After  Wrong", row: 1, column: width + 3,
      style: .dim)
    let rows = rows
    frame.rows(cursor, of: rows.count, page: page(situation)) { frame, place in
      draw(rows[place.index], at: place, in: &frame, width: width)
    }
    frame.foot(keys, situation, finder)
    return frame
  }

  private func draw(_ row: Row, at place: RowPlace, in frame: inout Frame, width: Int) {
    let (line, style) = (place.line, place.style)
    switch row {
    case .rule(let rule):
      frame.cell("\(rule.id) \(rule.name)", row: line, column: 2, width: width, style: style)
      let fared = ledger?.rules[rule.id] ?? RuleLedger()
      let open = (fared.states[.open] ?? 0) + (fared.states[.overdue] ?? 0)
      let figures = [
        (fared.raised, 6), (open, 6), (fared.answers, 10),
      ].map { padded(String($0), to: $1) }
      let after = padded(fared.medianWait ?? "–", to: 7)
      frame.write(
        figures.joined() + after + padded(String(fared.ruleWrong), to: 7), row: line,
        column: width + 3, style: style)
    case .share(let name, let share):
      frame.cell("\(name) \(share.group)", row: line, column: 2, width: width, style: style)
      frame.cell(
        "\(share.flagged) of \(share.children) flagged, \(share.percent) %", row: line,
        column: width + 3, width: frame.size.columns - width - 3, style: style)
    }
  }

  /// Returns text aligned to the right.
  private func padded(_ text: String, to width: Int) -> String {
    String(repeating: " ", count: max(0, width - text.count)) + text
  }
}

extension ReadingScreen {
  /// A rule's page: what it looks for, exactly, on what ground, and how it has fared.
  init(_ rule: FlagRule, _ fared: RuleLedger?, _ situation: Situation) {
    let standing = fared.map { fared in
      "raised \(fared.raised), answered \(fared.answers) (\(fared.escalated) escalated), "
        + "\(fared.lapsed) lapsed unanswered, \(fared.broken) broken open, "
        + "\(fared.ruleWrong) times found wrong"
    }
    self.init(
      title: "\(rule.id) \(rule.name)",
      fields: [
        ("What it sees", rule.words), ("Exactly", rule.logic(situation.parameters)),
        ("Source", rule.source), ("Often not it", rule.falsePositives),
        ("A good answer", rule.goodAnswer),
        (
          "Answered by", rule.clearingRung == .none ? "what it asks for" : rule.clearingRung.written
        ),
        ("Signed by", rule.lowestSigner.title), ("So far", standing),
      ])
  }
}
