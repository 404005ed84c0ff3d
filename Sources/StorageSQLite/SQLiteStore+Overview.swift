import GRDB
package import Records
package import Storage

// The log of all contacts and the agencies: what is asked across children.

extension SQLiteStore {
  /// True of the latest version of a contact `n`.
  private static let isLatest = """
    NOT EXISTS (SELECT 1 FROM contact l WHERE l.authority_id = n.authority_id AND l.id = n.id
      AND l.version = n.version + 1)
    """

  package func log(after: Identifier?, limit: Int) throws(StoreError) -> [LogEntry] {
    try asking { db in
      var condition = ""
      var arguments: StatementArguments = [authority.blob]
      if let after {
        guard
          let place = try Row.fetchOne(
            db,
            sql: """
              SELECT day, ifnull(minute, 0), id FROM contact n
              WHERE authority_id = ? AND id = ? AND \(SQLiteStore.isLatest)
              """, arguments: [authority.blob, after.blob])
        else { throw StoreError.unknownContact }
        condition = "AND (n.day, ifnull(n.minute, 0), n.id) < (?, ?, ?)"
        arguments += [place[0] as Int, place[1] as Int, after.blob]
      }
      let columns = ContactRow.columnNames.split(separator: ", ").map { "n.\($0)" }
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT \(columns.joined(separator: ", ")), \(ChildRow.columnNames)
          FROM contact n JOIN child c ON c.authority_id = n.authority_id AND c.id = n.child_id
          WHERE n.authority_id = ? \(condition) AND \(SQLiteStore.isLatest)
          ORDER BY n.day DESC, ifnull(n.minute, 0) DESC, n.id DESC LIMIT ?
          """, arguments: arguments + [limit])
      return try Array(
        rows.map { row in
          LogEntry(
            contact: try ContactRow.contact(row),
            child: try ChildRow.child(row, at: ContactRow.count))
        })
    }
  }

  package func answers() throws(StoreError) -> [Answer] {
    try asking { db in
      let rows = try Row.fetchCursor(db, sql: FlagRow.answers, arguments: [authority.blob])
      return try Array(rows.map { try FlagRow.flag($0) }).compactMap(\.answer)
    }
  }

  package func facts(of kind: FactKind) throws(StoreError) -> [FactRecord] {
    try asking { try FactRow.facts(ofKind: kind, authority: authority, in: $0) }
  }

  package func agencies(on day: CalendarDate) throws(StoreError) -> [AgencySummary] {
    try asking { db in
      let waiting = UnansweredConcerns.counted(
        in: try contacts(since: day.adding(days: 1 - UnansweredConcerns.days), in: db), on: day)
      var groups: [Agency: (professionals: [ProfessionalSummary], count: Int, last: Int)] = [:]
      let rows = try Row.fetchCursor(
        db,
        sql: """
          SELECT sector, agency_name, professional, role, count(*), max(day) FROM contact n
          WHERE authority_id = ? AND \(SQLiteStore.isLatest)
          GROUP BY sector, agency_name, professional, role
          """, arguments: [authority.blob])
      while let row = try rows.next() {
        let agency = Agency(try row.requiredWord(0), name: row[1])
        let (count, last): (Int, Int) = (row[4], row[5])
        var group = groups[agency] ?? ([], 0, last)
        group.count += count
        group.last = max(group.last, last)
        if !(row.hasNull(atIndex: 2) && row.hasNull(atIndex: 3)) {
          group.professionals.append(
            ProfessionalSummary(
              name: row[2], role: row[3], contacts: count,
              lastContact: CalendarDate(dayNumber: last)))
        }
        groups[agency] = group
      }
      return groups.map { agency, group in
        AgencySummary(
          agency: agency,
          professionals: group.professionals.sorted(
            by: ProfessionalSummary.byContacts),
          contacts: group.count, lastContact: CalendarDate(dayNumber: group.last),
          unansweredConcerns: waiting[agency] ?? 0)
      }.sorted(by: AgencySummary.byContacts)
    }
  }

  private func contacts(since day: CalendarDate, in db: Database) throws -> [Contact] {
    let rows = try Row.fetchCursor(
      db,
      sql: """
        SELECT \(ContactRow.columnNames) FROM contact n
        WHERE authority_id = ? AND day >= ? AND \(SQLiteStore.isLatest)
        """, arguments: [authority.blob, day.dayNumber])
    return try Array(rows.map { try ContactRow.contact($0) })
  }
}
