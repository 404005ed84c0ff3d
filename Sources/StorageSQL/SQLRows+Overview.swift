package import Records
import Storage

// The log of all contacts, answers, facts and agencies: what is asked across children.

extension SQLRows {
  /// True of the latest version of a contact `n`.
  private var isLatest: String {
    """
    NOT EXISTS (SELECT 1 FROM contact l WHERE l.authority_id = n.authority_id AND l.id = n.id
      AND l.version = n.version + 1)
    """
  }

  /// - Throws: `unknownContact` when there is no such contact.
  package func log(after: Identifier?, limit: Int) throws -> [LogEntry] {
    var condition = ""
    var values: [any SQLConvertible] = [authority]
    if let after {
      let place = try connection.first(
        """
        SELECT day, coalesce(minute, 0) FROM contact n
        WHERE authority_id = ? AND id = ? AND \(isLatest)
        """, [authority, after]
      ) { (try $0[0] as Int, try $0[1] as Int) }
      guard let place else { throw StoreError.unknownContact }
      condition = "AND (n.day, coalesce(n.minute, 0), n.id) < (?, ?, ?)"
      values += [place.0, place.1, after]
    }
    return try connection.rows(
      """
      SELECT \(ContactRow.names), \(ChildRow.names)
      FROM contact n JOIN child c ON c.authority_id = n.authority_id AND c.id = n.child_id
      WHERE n.authority_id = ? \(condition) AND \(isLatest)
      ORDER BY n.day DESC, coalesce(n.minute, 0) DESC, n.id DESC LIMIT ?
      """, values + [limit]
    ) { try logEntry($0) }
  }

  /// Reads a contact and, behind it, the child that it is with.
  package func logEntry(_ row: SQLRow) throws -> LogEntry {
    LogEntry(
      contact: try ContactRow.contact(row),
      child: try ChildRow.child(row, at: ContactRow.columns.count))
  }

  package func answers() throws -> [Answer] {
    try connection.rows(FlagRow.answers, [authority]) { try FlagRow.flag($0) }
      .compactMap(\.answer)
  }

  package func facts(of kind: FactKind) throws -> [FactRecord] {
    try connection.rows(
      "SELECT \(FactRow.names) FROM fact WHERE authority_id = ? AND kind = ? ORDER BY number",
      [authority, kind.id]
    ) { try FactRow.record($0) }
  }

  package func agencies(on day: CalendarDate) throws -> [AgencySummary] {
    let first = day.adding(days: 1 - UnansweredConcerns.days)
    let waiting = UnansweredConcerns.counted(in: try contacts(since: first), on: day)
    var groups: [Agency: (professionals: [ProfessionalSummary], count: Int, last: CalendarDate)] =
      [:]
    try connection.forEach(
      """
      SELECT sector, agency_name, professional, role, count(*), max(day) FROM contact n
      WHERE authority_id = ? AND \(isLatest)
      GROUP BY sector, agency_name, professional, role
      """, [authority]
    ) { row in
      let agency = Agency(try row.word(0), name: try row[1])
      let (count, last): (Int, CalendarDate) = (try row[4], try row.day(5))
      var group = groups[agency] ?? ([], 0, last)
      group.count += count
      group.last = max(group.last, last)
      if !(row.isNull(2) && row.isNull(3)) {
        group.professionals.append(
          ProfessionalSummary(
            name: try row[2], role: try row[3], contacts: count, lastContact: last))
      }
      groups[agency] = group
      return true
    }
    return groups.map { agency, group in
      AgencySummary(
        agency: agency,
        professionals: group.professionals.sorted(by: ProfessionalSummary.byContacts),
        contacts: group.count, lastContact: group.last,
        unansweredConcerns: waiting[agency] ?? 0)
    }.sorted(by: AgencySummary.byContacts)
  }

  private func contacts(since day: CalendarDate) throws -> [Contact] {
    try connection.rows(
      """
      SELECT \(ContactRow.names) FROM contact n
      WHERE n.authority_id = ? AND n.day >= ? AND \(isLatest)
      """, [authority, day]
    ) { try ContactRow.contact($0) }
  }

  /// The last day for which any case was judged, where that had not come at a moment.
  package func judgedAhead(of moment: Instant) throws -> CalendarDate? {
    try connection.number(
      "SELECT max(evaluated_on) FROM standing WHERE authority_id = ? AND evaluated_on > ?",
      [authority, moment.londonDay]
    ).map { CalendarDate(dayNumber: $0) }
  }

  /// Since when flags are kept as they were for another edition of the reader; nil where none are.
  package func keptSince() throws -> CalendarDate? {
    try connection.number(
      "SELECT min(kept_since) FROM standing WHERE authority_id = ? AND kept_since IS NOT NULL",
      [authority]
    ).map { CalendarDate(dayNumber: $0) }
  }
}
