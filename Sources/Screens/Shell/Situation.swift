import Cells
import Flags
import Records

/// What a screen knows of the world when it draws or handles a key.
struct Situation: Sendable {
  let me: Person
  /// What the title of the first screen says of the store.
  let store: String
  /// The thresholds in force in this store.
  let parameters: Parameters
  let now: Instant
  let size: Size
  /// What just happened, in a sentence.
  var notice: String?

  var today: CalendarDate { now.londonDay }

  var calendar: WorkingCalendar { parameters.calendar }

  /// Returns the same for a part of the screen that is `columns` wide, without the notice.
  func part(columns: Int) -> Situation {
    Situation(
      me: me, store: store, parameters: parameters, now: now,
      size: Size(rows: size.rows, columns: columns), notice: nil)
  }
}

/// What a screen asks of the workbench.
enum Step: Sendable {
  case request(Request)
  /// Opens another screen on top.
  case push(any Screen)
  case visit(Child, PlanStatus?)
  case amend(Contact, Child, PlanStatus?)
  case answer(Flag, Child)
  case note(Child, [FactRecord])
  case sign(Flag, Child)
  case resume(UnfinishedForm)
  /// A sentence for the line above the keys.
  case say(String)
  /// Goes to the first flag of the next child on the list below, or to the last flag of the child before.
  case nextChild(forward: Bool)
  /// Closes this screen and carries out an action of the one below.
  case perform(Action)

  static func read(_ request: ReadRequest) -> Step { .request(.store(.read(request))) }
}

extension Frame {
  /// Draws the line above the footer: the notice, or a rule.
  mutating func rule(row: Int, _ situation: Situation, columns: Int? = nil) {
    let width = columns ?? size.columns
    if let notice = situation.notice {
      write(notice, row: row, column: 0, style: .notice, width: width)
    } else {
      write(String(repeating: "─", count: width), row: row, column: 0, style: .dim)
    }
  }

  /// Draws the bottom line: as many key hints as fit.
  mutating func footer(_ keys: KeyTable<Action>) {
    write(keys.footer(columns: size.columns), row: size.rows - 1, column: 0, style: .hint)
  }

  /// Draws a title on the left and, if both fit, `right` at the right edge.
  mutating func title(_ title: String, right: String = "") {
    let end = write(title, row: 0, column: 0, style: .heading)
    let width = TextWidth.columns(of: right)
    if end + 2 + width <= size.columns {
      write(right, row: 0, column: size.columns - width, style: .heading)
    }
  }

  /// Draws a sentence, wrapped, where there are no rows to show.
  mutating func lines(_ sentence: String, row: Int) {
    for (offset, line) in wrapped(sentence, columns: size.columns - 2).enumerated() {
      write(line, row: row + offset, column: 2, style: .dim)
    }
  }

  /// Writes text, cut with an ellipsis to `width` cells.
  @discardableResult
  mutating func cell(
    _ text: String, row: Int, column: Int, width: Int, style: Style = .body
  ) -> Int {
    write(
      TextWidth.clipped(Printable.line(text), to: max(0, width)), row: row, column: column,
      style: style, width: width)
  }
}

/// Breaks text between words into lines of at most `columns` cells; a longer word has a line to itself, uncut.
func wrapped(_ text: String, columns: Int) -> [String] {
  guard columns > 0 else { return [] }
  var lines: [String] = []
  for paragraph in Printable.text(text).split(separator: "\n", omittingEmptySubsequences: false) {
    var line = ""
    for word in paragraph.split(separator: " ") {
      let candidate = line.isEmpty ? String(word) : line + " " + word
      if TextWidth.columns(of: candidate) <= columns || line.isEmpty {
        line = candidate
      } else {
        lines.append(line)
        line = String(word)
      }
    }
    lines.append(line)
  }
  return lines
}

extension Band {
  var style: Style {
    switch self {
    case .today: .today
    case .thisWeek: .week
    case .supervision: .supervision
    case .recordGap: .record
    }
  }
}

extension Child {
  /// `Marlow, Kit`: the family name first, as on a register.
  var listName: String {
    guard let name else { return ref }
    let words = name.split(separator: " ")
    guard words.count > 1, let family = words.last else { return name }
    return "\(family), \(words.dropLast().joined(separator: " "))"
  }

  /// `1y5m`, or a dash.
  func age(on day: CalendarDate) -> String {
    Age(bornOn: dateOfBirth, on: day)?.short ?? "–"
  }
}
