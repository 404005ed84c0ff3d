import BundledResources
import Cells
import Flags
import Records
import Testing

@testable import Screens

/// Fictional people, and now: Sunday 22 November 2026, 18:42.
enum FormScene {
  static let now = Instant(
    london: CalendarDate(dayNumber: 20_779), TimeOfDay(clamping: 18 * 60 + 42), second: 7)
  static let today = now.londonDay
  static let child = Child(
    id: id(417), ref: "C0417", name: "Kit Marlow", dateOfBirth: today.adding(days: -540))
  static let me = Person(
    id: id(1), name: "I. Rowe", role: .socialWorker, agency: Agency(.socialCare), account: "irowe")

  static func id(_ number: UInt64) -> Identifier { Identifier(high: number, low: number) }

  static func visit(of child: Child = child) -> VisitForm {
    VisitForm(child: child, status: .childInNeed, me: me, now: now)
  }

  /// A visit at which Kit was seen; all else is as it stands at first.
  static func visitSeen(of child: Child = child) -> VisitForm {
    var form = visit(of: child)
    form.fill(.seen, "y")
    form.go(to: .when)
    return form
  }

  /// A flag of today for Kit: 63 contacts and no escalation.
  static func flag(_ band: Band = .today, answer: Answer? = nil) -> Flag {
    let first = today.adding(days: -237)
    let visit = Evidence(
      contact: id(9), date: today.adding(days: -2), agency: Agency(.health), kind: .gp)
    return Flag(
      id: id(77), child: child.id, rule: RuleID("R01"),
      raisedAt: Instant(london: today.adding(days: -12), .midnight), band: band,
      bandSince: today.adding(days: -12),
      line: """
        63 contacts by 3 agencies in \(daysFrom: first). Last escalation: none recorded.
        """,
      evidence: [visit], answer: answer)
  }

  static func answer(
    _ band: Band = .today, rule: FlagRule = .contactsWithoutEscalation, last: Answer? = nil
  ) -> AnswerForm {
    AnswerForm(
      flag: flag(band, answer: last), child: child, rule: rule, me: me,
      parameters: Parameters(calendar: BundledResources.workingCalendar), now: now)
  }
}

/// What a person does: typing and keys in the order in which they read.
enum Doing {
  case type(String)
  case press(Key)
  case repeated(Key, Int)

  var keys: [Key] {
    switch self {
    case .type(let text): text.map { Key.character($0) }
    case .press(let key): [key]
    case .repeated(let key, let count): Array(repeating: key, count: count)
    }
  }
}

extension FormScreen {
  /// Does things one after the other and returns what the last key asked for.
  @discardableResult
  mutating func `do`(_ doings: Doing..., now: Instant = FormScene.now) -> FormOutcome {
    doings.flatMap(\.keys).map { handle($0, now: now, columns: 80) }.last ?? .staying
  }

  /// The key that leads towards a row; nil on it, and where there is no such row.
  func key(to row: Name) -> Key? {
    let place = form.rows.firstIndex { $0.name == row && $0.presence != .hidden }
    guard let place, place != form.focus else { return nil }
    return place > form.focus ? .tab : .backTab
  }

  /// Goes to a row as somebody would, by Tab and Shift-Tab.
  mutating func go(to row: Name, sourceLocation: SourceLocation = #_sourceLocation) {
    for _ in form.rows {
      if let key = key(to: row) { self.do(.press(key)) }
    }
    #expect(form.focusedName == row, sourceLocation: sourceLocation)
  }

  /// Goes to a row and types there.
  mutating func fill(
    _ row: Name, _ text: String, sourceLocation: SourceLocation = #_sourceLocation
  ) {
    go(to: row, sourceLocation: sourceLocation)
    self.do(.type(text))
  }
}

extension FormOutcome {
  /// What is to be saved with the child whose form it is; nil while nothing is.
  var savedFacts: ContactFacts? {
    guard case .saving(.save(.recordContacts(let contacts), _)) = self else { return nil }
    return contacts.first?.facts
  }
}
