import Records

/// The last year of one drawn child.
struct ChildStory {
  let kind: Kind
  let child: Child
  let birth: CalendarDate
  let asOf: CalendarDate
  let calendar: WorkingCalendar
  var draw: Draw
  private(set) var contacts: [ContactFacts] = []

  /// A stretch of time under one status, both ends included.
  struct Span {
    var start: CalendarDate
    var end: CalendarDate
    var plan: PlanStatus
  }

  init(index: Int, seed: UInt64, asOf: CalendarDate, calendar: WorkingCalendar) {
    var draw = Draw(seed: seed, child: index)
    kind = draw.pick(weighted: Kind.mix)
    birth = asOf.adding(days: -ChildStory.age(of: kind, &draw))
    child = ChildStory.child(index, born: birth, &draw)
    self.asOf = asOf
    self.calendar = calendar
    self.draw = draw
    live()
  }

  /// The first day of the story: a year ago, or the birth.
  var opening: CalendarDate { max(birth, asOf.adding(days: -365)) }

  /// A working day by lot, so many days into the year at most and not before the birth.
  mutating func workingDay(within days: Int) -> CalendarDate {
    let day = asOf.adding(days: draw.number(0...days) - 365)
    return min(working(max(opening, day)), asOf)
  }

  /// The contacts by day and time.
  var inOrder: [ContactFacts] {
    contacts.enumerated().sorted { left, right in
      let before = (left.element.date, left.element.time ?? .midnight, left.offset)
      return before < (right.element.date, right.element.time ?? .midnight, right.offset)
    }.map(\.element)
  }

  /// Adds a contact unless it lies before birth or after the last day.
  mutating func add(
    _ date: CalendarDate, _ plan: PlanStatus, _ who: Professional, _ kind: ContactKind,
    _ fill: (inout ContactFacts) -> Void = { _ in }
  ) {
    let time = TimeOfDay(hour: draw.number(8...18), minute: draw.number(0...11) * 5)
    guard date >= birth, date <= asOf else { return }
    var facts = ContactFacts(date: date, agency: Agency(who.sector), kind: kind)
    facts.plan = plan
    facts.time = time
    facts.precision = .day
    facts.role = who.role
    facts.professional = who == .socialWorker ? child.worker : nil
    facts.escalation = Rung.none
    facts.source = "simulated"
    fill(&facts)
    contacts.append(facts)
  }

  func months(on day: CalendarDate) -> Int { day.completedMonths(since: birth) }

  /// That day, or the next working day after it.
  func working(_ day: CalendarDate) -> CalendarDate {
    calendar.isWorkingDay(day) ? day : calendar.day(1, workingDaysAfter: day)
  }

  /// Age in days: the young are over-represented on plans.
  private static func age(of kind: Kind, _ draw: inout Draw) -> Int {
    let eighteen = 18 * 365 - 31
    guard kind == .protection else { return draw.number(20...eighteen) }
    return min(draw.number(20...eighteen), draw.number(20...eighteen))
  }

  private static func child(_ index: Int, born: CalendarDate, _ draw: inout Draw) -> Child {
    let number = String(1_000_000 + index).dropFirst()
    var child = Child(id: Identifier(child: index, contact: 0), ref: "S\(number)")
    child.name = "\(draw.pick(Stock.firstNames)) \(draw.pick(Stock.lastNames))"
    child.dateOfBirth = born
    child.household = "HS\(number)"
    // About sixteen children to a social worker.
    child.worker = "Worker \(index / 16 + 1)"
    return child
  }
}

/// Who records a contact.
struct Professional: Hashable, Sendable {
  let sector: Sector
  let role: String

  static let socialWorker = Professional(sector: .socialCare, role: "social worker")
  static let duty = Professional(sector: .socialCare, role: "duty social worker")
  static let manager = Professional(sector: .socialCare, role: "team manager")
  static let chair = Professional(sector: .socialCare, role: "conference chair")
  static let reviewer = Professional(sector: .socialCare, role: "independent reviewing officer")
  static let healthVisitor = Professional(sector: .health, role: "health visitor")
  static let generalPractitioner = Professional(sector: .health, role: "GP")
  static let paediatrician = Professional(sector: .health, role: "consultant paediatrician")
  static let emergencyDoctor = Professional(sector: .health, role: "emergency department doctor")
  static let school = Professional(sector: .school, role: "designated safeguarding lead")
  static let police = Professional(sector: .police, role: "police constable")
}
