import BundledResources
import Cells
import Flags
import Records
import Screens

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
    form.do(.repeated(.tab, 5), .type("y"), .repeated(.backTab, 5))
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

extension VisitForm {
  /// Does things one after the other and returns what the last key wanted.
  @discardableResult
  mutating func `do`(_ doings: Doing..., now: Instant = FormScene.now) -> FormOutcome {
    doings.flatMap(\.keys).map { handle($0, now: now) }.last ?? .staying
  }
}

extension AnswerForm {
  @discardableResult
  mutating func `do`(_ doings: Doing..., now: Instant = FormScene.now) -> FormOutcome {
    doings.flatMap(\.keys).map { handle($0, now: now) }.last ?? .staying
  }
}

extension FormOutcome {
  /// What is to be saved with the child whose form it is; nil while nothing is.
  var savedFacts: ContactFacts? {
    guard case .saving(.save(.recordContacts(let contacts), _)) = self else { return nil }
    return contacts.first?.facts
  }
}
