import BundledResources
import Exchange
import Flags
import Records
import Testing

/// A chronology drawn as text, one contact a line: days before or after today, agency, kind, then
/// columns of the canonical file, parted by middle dots.
///
///     -90 health GP · injuries: bruise to ear · explanation_given: fell
///
/// `typed: yes` makes it one that was typed in a form, and not read from a file.
///
/// A line with a plus is a fact beside the contacts: its kind, its step, then its fields. A value
/// that begins with @ is a day, so many days before or after today.
///
///     -30 + meeting asked · meeting: strategy discussion · asked_by: school · due: @-20
struct DrawnCase {
  /// Today in every drawing, a Monday.
  static let today = CalendarDate(dayNumber: 20_605)  // 2026-06-01

  let child: Child
  let contacts: [Contact]
  let facts: [FactRecord]

  init(_ drawing: String, ageInMonths: Int? = nil) throws {
    let born = ageInMonths.flatMap { months -> CalendarDate? in
      let (year, month, day) = DrawnCase.today.parts
      let total = year * 12 + month - 1 - months
      return CalendarDate(year: total / 12, month: total % 12 + 1, day: day)
    }
    child = Child(
      id: Identifier(high: 1, low: 1), ref: "C1", name: "Ada Example", dateOfBirth: born)
    var mint = IdentifierMint()
    let childID = child.id
    let lines = drawing.split(separator: "\n")
    self.facts = try lines.filter(DrawnCase.isFact).map { line in
      let fact = try DrawnCase.fact(String(line))
      return FactRecord(
        id: mint.next(at: Instant(seconds: 0)), child: childID,
        recordedAt: Instant(endOf: fact.day),
        recordedBy: "drawn", fact: fact)
    }
    contacts = try lines.filter { !DrawnCase.isFact($0) }.map { line in
      let isTyped = line.contains(DrawnCase.typed)
      let facts = try DrawnCase.facts(String(line.replacing(DrawnCase.typed, with: "")))
      return Contact(
        id: mint.next(at: Instant(seconds: 0)), child: childID,
        recordedAt: Instant(endOf: facts.date), recordedBy: "drawn", isTyped: isTyped,
        facts: facts)
    }
  }

  private static let typed = " · typed: yes"

  private static func facts(_ line: String) throws -> ContactFacts {
    let cells = line.split(separator: "·").map { $0.trimmingBlanks }
    let words = try #require(cells.first).split(separator: " ", maxSplits: 1)
    let offset = try #require(Int(words[0]))
    let rest = words[1].trimmingBlanks
    let sector = try #require(Sector.allCases.first { rest.hasPrefix($0.rawValue + " ") })
    var columns = ["date", "agency", "contact_type"]
    var values = [
      today.adding(days: offset).iso, sector.rawValue,
      rest.dropFirst(sector.rawValue.count).trimmingBlanks,
    ]
    for cell in cells.dropFirst() {
      let parts = cell.split(separator: ":", maxSplits: 1)
      columns.append(parts[0].trimmingBlanks)
      values.append("\"\(parts[1].trimmingBlanks)\"")
    }
    let text = columns.joined(separator: ",") + "\n" + values.joined(separator: ",") + "\n"
    var file = try ContactsFile(CSVReader(text: text), options: ContactsFile.Options())
    guard case .row(let row, _)? = try file.next() else {
      throw DrawingError(line: line)
    }
    return row.facts
  }

  private static func isFact(_ line: Substring) -> Bool {
    line.split(separator: " ").dropFirst().first == "+"
  }

  private static func fact(_ line: String) throws -> Fact {
    let cells = line.split(separator: "·").map { $0.trimmingBlanks }
    let words = try #require(cells.first).split(separator: " ")
    let day = try today.adding(days: #require(Int(words[0])))
    let kind = try #require(FactKind.of(String(words[2])), "\(line)")
    var texts: [String: String] = [:]
    for cell in cells.dropFirst() {
      let parts = cell.split(separator: ":", maxSplits: 1).map { $0.trimmingBlanks }
      let offset = parts[1].hasPrefix("@") ? Int(parts[1].dropFirst()) : nil
      texts[parts[0]] = offset.map { today.adding(days: $0).iso } ?? parts[1]
    }
    let step = words.count > 3 ? words[3...].joined(separator: " ") : nil
    return try Fact(kind: kind, step: step, on: day, texts: texts)
  }

  struct DrawingError: Error {
    let line: String
  }
}

extension StringProtocol {
  var trimmingBlanks: String {
    String(drop { $0 == " " }.reversed().drop { $0 == " " }.reversed())
  }
}

let parameters = Parameters(calendar: BundledResources.workingCalendar)

/// What one rule finds in a drawing, as "band: evidence days" or "-".
///
/// A rule that judges other flags is given those that stand.
func found(
  _ rule: FlagRule, _ drawing: String, ageInMonths: Int? = nil, after days: Int = 0,
  flags: [Flag] = [], at time: TimeOfDay? = nil
) throws -> String {
  let finding = try finding(
    rule, drawing, ageInMonths: ageInMonths, after: days, flags: flags, at: time)
  guard let finding else { return "-" }
  let evidence = finding.evidence.map { String($0.date.days(since: DrawnCase.today)) }
  return "\(finding.band.rawValue): \(evidence.joined(separator: " "))"
}

func finding(
  _ rule: FlagRule, _ drawing: String, ageInMonths: Int? = nil, after days: Int = 0,
  flags: [Flag] = [], at time: TimeOfDay? = nil
) throws -> Finding? {
  let drawn = try DrawnCase(drawing, ageInMonths: ageInMonths)
  let day = DrawnCase.today.adding(days: days)
  let chronology = Chronology(
    child: drawn.child, contacts: drawn.contacts.filter { $0.date <= day },
    facts: drawn.facts.filter { $0.date <= day })
  let moment = time.map { Instant(london: day, $0) }
  var view = CaseView(chronology, on: day, flags: flags, at: moment)
  return rule.judge(&view, parameters)
}

/// The sentence that a rule writes for a drawing.
func sentence(
  _ rule: FlagRule, _ drawing: String, ageInMonths: Int? = nil, after days: Int = 0,
  flags: [Flag] = [], at time: TimeOfDay? = nil
) throws -> String? {
  try finding(rule, drawing, ageInMonths: ageInMonths, after: days, flags: flags, at: time)?
    .line.written(on: DrawnCase.today.adding(days: days))
}
