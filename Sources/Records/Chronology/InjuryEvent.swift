/// Marks first recorded together, with everything said about them since.
package struct InjuryEvent: Hashable, Sendable {
  /// The day on which they were first recorded.
  package let date: CalendarDate
  package private(set) var lastRecorded: CalendarDate
  /// The contacts and facts that recorded them.
  package private(set) var evidence: [Evidence] = []
  package private(set) var marks: [InjuryMarks] = []
  package private(set) var accounts = Accounts()
  /// A paediatric or hospital opinion found the marks consistent with an accident.
  package private(set) var isMedicallyAccidental = false
  /// The last opinion of a doctor that contradicted the account; nil when none did.
  package private(set) var contradiction: Evidence?
  /// The first medical view of these marks that a fact records, a paediatrician's or another's.
  package private(set) var medicalView: Evidence?
  /// The child's age when they were first recorded; nil without a date of birth.
  package let age: Age?
  package let mobility: Mobility

  init(on day: CalendarDate, age: Age?, mobility: Mobility) {
    date = day
    lastRecorded = day
    self.age = age
    self.mobility = mobility
  }

  /// Whether a later record is of the same marks: the same day, or within two days at an
  /// overlapping site.
  func includes(_ marks: InjuryMarks, on day: CalendarDate) -> Bool {
    if day == date { return true }
    return day.days(since: lastRecorded) <= 2 && self.marks.contains { $0.overlaps(marks) }
  }

  /// Adds a contact that is about these marks; `marks` is nil when it only refers back to them.
  mutating func add(_ reading: ContactReading, marks: InjuryMarks?) {
    if let marks { add(marks, Evidence(reading.contact)) }
    accounts.add(reading)
    if reading.findsAccident { isMedicallyAccidental = true }
    if reading.contradictsAccount { contradiction = Evidence(reading.contact) }
  }

  /// Adds what a fact says about these marks.
  mutating func add(_ record: FactRecord) {
    let fact = record.fact
    if fact.kind == .injury, let marks = InjuryMarks(fact) { add(marks, Evidence(record)) }
    if let opinion = fact.text(.opinion).flatMap(MedicalOpinion.init) {
      if opinion == .accidental { isMedicallyAccidental = true }
      if opinion.contradictsAccount { contradiction = Evidence(record) }
      if opinion != .notSeen { medicalView = medicalView ?? Evidence(record) }
    }
    if fact.kind == .explanation { accounts.add(record) }
  }

  private mutating func add(_ marks: InjuryMarks, _ source: Evidence) {
    self.marks.append(marks)
    evidence.append(source)
    lastRecorded = max(lastRecorded, source.date)
  }

  package var sites: Set<BodySite> {
    marks.reduce(into: []) { $0.formUnion($1.sites) }
  }

  /// How many marks: the most that one record counted, and at least one per site.
  package var count: Int {
    let unmapped = marks.reduce(into: Set<String>()) { $0.formUnion($1.unmapped) }
    return max(marks.map(\.count).max() ?? 0, sites.count + unmapped.count)
  }

  /// No account at all, or one that nobody tested.
  package var isUntested: Bool { accounts.given.isEmpty || !accounts.isTested }

  /// What the event weighs, 0–2: the table "Injury points" of the domain reference, in its order;
  /// the first line that matches wins.
  package var points: Int {
    if isMedicallyAccidental { return 0 }
    if !mobility.isIndependent { return 2 }
    if let age, age.years < 4, sites.contains(where: \.isHighConcern) { return 2 }
    return isEveryday ? 0 : 1
  }

  /// One bruise or graze at an everyday site of a child who cruises or walks, with an account that has
  /// neither changed nor been disproved.
  private var isEveryday: Bool {
    count == 1 && mobility.isUpright && marks.allSatisfy { $0.isPlain && $0.unmapped.isEmpty }
      && sites.allSatisfy(\.isEveryday) && !accounts.given.isEmpty
      && accounts.changed == nil && !accounts.isDisproved
  }
}
