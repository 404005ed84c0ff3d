/// How long a child's record is kept in one nation: the lines of an authority's schedule.
///
/// A kind of record that it does not mention is never due.
package struct RetentionSchedule: Hashable, Sendable {
  package let nation: Nation
  package let lines: [Line]

  package enum Nation: String, CaseIterable, Hashable, Sendable {
    case england, wales, scotland
    case northernIreland = "northern ireland"
  }

  /// For how many years a kind of record is kept, from when, and who says so.
  package struct Line: Hashable, Sendable {
    package let kind: RecordKind
    package let years: Int
    package let start: Start
    package let source: String

    package init(kind: RecordKind, years: Int, start: Start, source: String) {
      self.kind = kind
      self.years = years
      self.start = start
      self.source = source
    }
  }

  /// From when the years are counted.
  package enum Start: String, CaseIterable, Hashable, Sendable {
    case birth
    /// The last contact, a closure among them.
    case lastContact = "last contact"
    /// The death of somebody under 18; such a line then applies in place of the one from birth.
    case deathUnder18 = "death under 18"
  }

  package init(nation: Nation, lines: [Line]) {
    self.nation = nation
    self.lines = lines
  }
}

/// The kind of help that a record documents, by which a schedule says how long it is kept.
package enum RecordKind: String, CaseIterable, Hashable, Sendable {
  case lookedAfter = "looked after"
  case childProtection = "child protection"
  case childInNeed = "child in need"
  /// Early help, a referral that went no further, or a plan that nobody wrote down.
  case other

  package init(_ status: PlanStatus?) {
    switch status {
    case .lookedAfter: self = .lookedAfter
    case .childProtection: self = .childProtection
    case .childInNeed, .assessment: self = .childInNeed
    case .earlyHelp, .closed, nil: self = .other
    }
  }
}

/// How long a record must be kept, and the source that says so.
package struct Keeping: Hashable, Sendable {
  package let kind: RecordKind
  /// From this day on it may be destroyed.
  package let until: CalendarDate
  package let source: String

  package init(kind: RecordKind, until: CalendarDate, source: String) {
    self.kind = kind
    self.until = until
    self.source = source
  }
}

extension RetentionSchedule {
  /// How long `record` must be kept: the longest term of the lines for any kind of help that the child ever
  /// had.
  /// - Throws: `notInSchedule` when no line is about one of them, `birthUnknown` when one counts
  ///   from a birth that nobody recorded, `impossibleDeath`.
  package func keeping(
    of record: CaseRecord, died: CalendarDate? = nil
  ) throws(RemovalFault) -> Keeping {
    let contacts = record.contacts()
    let chronology = Chronology(child: record.child, contacts: contacts)
    var kinds = Set(chronology.statusChanges.map { RecordKind($0.status) })
    // A plan that a contact names counts even where the status changed again that day.
    kinds.formUnion(contacts.compactMap(\.facts.plan).map { RecordKind($0) })
    if kinds.count > 1 { kinds.remove(.other) }
    if kinds.isEmpty { kinds = [.other] }
    if let died { try record.check(died: died) }
    let diedYoung = died.flatMap { died in
      record.child.dateOfBirth.map { died < $0.anniversary(years: 18) }
    }
    var longest: Keeping?
    for kind in kinds {
      let lines = lines.filter { $0.kind == kind }
      let early = lines.filter { $0.start == .deathUnder18 }
      let diedEarly = diedYoung == true && !early.isEmpty
      let applying = lines.filter { $0.start != (diedEarly ? .birth : .deathUnder18) }
      guard !applying.isEmpty else { throw .notInSchedule(kind) }
      for line in applying {
        let until = try line.until(
          birth: record.child.dateOfBirth, lastContact: contacts.map(\.date).max(), died: died)
        if longest.map({ $0.until < until }) ?? true {
          let death = died.flatMap { line.start == .deathUnder18 ? $0 : nil }
          longest = Keeping(
            kind: kind, until: until,
            source: line.source + (death.map { ", counted from a death on \($0.iso)" } ?? ""))
        }
      }
    }
    guard let longest else { throw .notInSchedule(.other) }
    return longest
  }
}

extension CaseRecord {
  /// - Throws: `impossibleDeath` before the birth or the last day on which the child was seen.
  fileprivate func check(died: CalendarDate) throws(RemovalFault) {
    let lastSeen = contacts().filter { $0.facts.childSeen == .yes }.map(\.date).max()
    guard died >= (child.dateOfBirth ?? died), died >= (lastSeen ?? died) else {
      throw .impossibleDeath
    }
  }
}

extension RetentionSchedule.Line {
  fileprivate func until(
    birth: CalendarDate?, lastContact: CalendarDate?, died: CalendarDate?
  ) throws(RemovalFault) -> CalendarDate {
    let start: CalendarDate? =
      switch self.start {
      case .birth: birth
      case .lastContact: lastContact ?? birth
      case .deathUnder18: died
      }
    guard let start else { throw .birthUnknown }
    return start.anniversary(years: years)
  }
}
