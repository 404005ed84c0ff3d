package import Records

extension CaseLine {
  fileprivate var json: JSON {
    .object([
      ("ref", .string(child.ref)), ("name", .text(child.name)),
      ("date_of_birth", .day(child.dateOfBirth)), ("plan", .word(summary.status)),
      ("worker", .text(child.worker)), ("household", .text(child.household)),
      ("last_seen", .day(summary.lastSeen)), ("contacts", .number(summary.contacts)),
      ("contacts_since_escalation", .number(summary.contactsSinceEscalation)),
      ("agencies_since_escalation", .number(summary.agenciesSinceEscalation)),
      (
        "last_escalation",
        summary.lastEscalation.map { held in
          .object([("date", .day(held.date)), ("level", .word(held.rung))])
        } ?? .null
      ),
      ("flags", .number(flags.count)),
    ])
  }

  fileprivate func sentence(on day: CalendarDate) -> String {
    var parts = ["\(child.displayName) (\(child.ref))"]
    if let age = Age(bornOn: child.dateOfBirth, on: day) { parts.append(age.written) }
    if let status = summary.status { parts.append(status.written) }
    if let worker = child.worker { parts.append("worker \(worker)") }
    parts.append(
      summary.lastSeen.map { "last seen \($0.shortWithYear)" } ?? "never recorded as seen")
    parts.append(
      flags.isEmpty ? "no rule has fired" : Records.counted(flags.count, "flag"))
    return parts.joined(separator: ", ") + "."
  }
}

/// The children that were found, in a sentence each.
package struct ChildrenReport: Report {
  private let children: [CaseLine]
  private let day: CalendarDate

  /// Reports `children` in the order given, with their ages on `day`.
  package init(_ children: [CaseLine], on day: CalendarDate) {
    self.children = children
    self.day = day
  }

  package var json: JSON { .array(children.map(\.json)) }

  package var lines: [String] {
    children.isEmpty ? ["No child matches."] : children.map { $0.sentence(on: day) }
  }
}
