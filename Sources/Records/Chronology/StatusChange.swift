/// A change of a child's status, its day and the contact that brought it.
package struct StatusChange: Hashable, Sendable {
  package let date: CalendarDate
  /// Nil before anything is known, and after an assessment ended without a plan.
  package let status: PlanStatus?
  package let contact: Contact

  /// The changes that a chronology records, by day.
  ///
  /// Where no contact has yet given a plan, a conference makes it child protection and a closure
  /// ends it; `assumed` is the status until a contact says otherwise.
  static func read(_ readings: [ContactReading], assumed: PlanStatus?) -> [StatusChange] {
    var changes: [StatusChange] = []
    var status = assumed
    var isStated = assumed != nil
    for reading in readings {
      var new = status
      // What the front door turned away began no assessment, whatever the row is labelled.
      if let plan = reading.facts.plan, !(plan == .assessment && reading.isTurnedAway) {
        isStated = true
        new = plan
      } else if reading.rung == .conference, !isStated {
        new = .childProtection
      }
      if new == .assessment, reading.completesAssessment { new = nil }
      if reading.closes { new = .closed }
      guard new != status else { continue }
      changes.append(StatusChange(date: reading.date, status: new, contact: reading.contact))
      status = new
    }
    return changes
  }
}
