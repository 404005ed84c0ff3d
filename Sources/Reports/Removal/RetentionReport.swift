package import Records

/// Until when records are kept, and by what rule.
package struct RetentionReport: Report {
  private let rows: [RetentionRow]
  private let day: CalendarDate

  /// Reports `rows` in the order given, as of `day`.
  package init(_ rows: [RetentionRow], on day: CalendarDate) {
    self.rows = rows
    self.day = day
  }

  package var json: JSON { .array(rows.map { $0.json(on: day) }) }

  package var lines: [String] {
    rows.isEmpty
      ? ["No record has been kept for its time."] : rows.map { $0.sentence(on: day) }
  }
}

/// One child's record, and until when it is kept.
package struct RetentionRow {
  private let child: Child
  private let keeping: Result<Keeping, RemovalFault>
  private let isHeld: Bool

  /// Looks a record up in a schedule; `holds` are all holds, lifted ones too.
  package init(_ record: CaseRecord, in schedule: RetentionSchedule, holds: [LegalHold]) {
    child = record.child
    isHeld = holds.contains { $0.holds(record.child.id) }
    do throws(RemovalFault) {
      keeping = .success(try schedule.keeping(of: record))
    } catch {
      keeping = .failure(error)
    }
  }

  /// Whether the time for which it is kept is over on `day`.
  package func isDue(on day: CalendarDate) -> Bool {
    if case .success(let keeping) = keeping { return day >= keeping.until }
    return false
  }

  fileprivate func sentence(on day: CalendarDate) -> String {
    let head = "\(child.displayName) (\(child.ref)): "
    let held = isHeld ? " A legal hold keeps it." : ""
    switch keeping {
    case .success(let keeping):
      let state = day >= keeping.until ? "its time was up on" : "kept until"
      return head
        + "\(keeping.kind.rawValue), \(state) \(keeping.until.shortWithYear); \(keeping.source).\(held)"
    case .failure(let fault):
      return head + "kept, since \(reason(fault)).\(held)"
    }
  }

  private func reason(_ fault: RemovalFault) -> String {
    switch fault {
    case .notInSchedule(let kind):
      "the schedule says nothing of a record of this kind (\(kind.rawValue))"
    case .birthUnknown: "the schedule counts from a date of birth that is not recorded"
    default: "its time is not known"
    }
  }

  fileprivate func json(on day: CalendarDate) -> JSON {
    var keeping: Keeping?
    if case .success(let known) = self.keeping { keeping = known }
    return .object([
      ("child", .object([("ref", .string(child.ref)), ("name", .text(child.name))])),
      ("kept_as", .word(keeping?.kind)), ("kept_until", .day(keeping?.until)),
      ("source", .text(keeping?.source)), ("due", .bool(isDue(on: day))),
      ("held", .bool(isHeld)),
    ])
  }
}
