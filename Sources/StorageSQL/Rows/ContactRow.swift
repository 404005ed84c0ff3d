package import Records

/// How one version of a contact stands in its columns: who recorded it and when, then what it says, as
/// `ContactColumn.all` has it.
package enum ContactRow {
  private static let own = [
    "id", "version", "child_id", "recorded_at", "recorded_by", "amendment_reason", "typed",
  ]

  package static let columns = own + ContactColumn.all.flatMap(\.sqlColumns)

  /// The columns of contacts `n`, in the order in which `contact` reads them.
  package static let names = columns.map { "n.\($0)" }.joined(separator: ", ")

  static let insertion = """
    INSERT INTO contact (authority_id, \(columns.joined(separator: ", ")))
    VALUES (\(Array(repeating: "?", count: columns.count + 1).joined(separator: ", ")))
    """

  /// Reads the columns of a row of a query that begins with them.
  /// - Throws: `Unreadable` when a column holds what was never written there.
  package static func contact(_ row: SQLRow) throws -> Contact {
    var facts = ContactFacts(
      date: CalendarDate(dayNumber: 0), agency: Agency(.other), kind: .other)
    var place = own.count
    for column in ContactColumn.all {
      try column.read(row, at: place, into: &facts)
      place += column.sqlColumns.count
    }
    return Contact(
      id: try row.identifier(0), child: try row.identifier(2), version: try row[1],
      recordedAt: try row.moment(3), recordedBy: try row[4], amendmentReason: try row[5],
      isTyped: try row[6], facts: facts)
  }

  static func values(of contact: Contact) -> [any SQLConvertible] {
    let own: [any SQLConvertible] = [
      contact.id, contact.version, contact.child, contact.recordedAt, contact.recordedBy,
      contact.amendmentReason, contact.isTyped,
    ]
    return own + ContactColumn.all.flatMap { $0.values(of: contact.facts) }
  }
}

extension ContactColumn {
  /// The columns of the table that hold it; a table calls a date its day.
  package var sqlColumns: [String] {
    switch content {
    case .date: ["day"]
    case .time: ["minute"]
    case .agency: ["sector", "agency_name"]
    case .text, .count, .word: [name]
    }
  }

  /// What stands in its columns.
  fileprivate func values(of facts: ContactFacts) -> [any SQLConvertible] {
    switch content {
    case .text(let path): [facts[keyPath: path]]
    case .count(let path): [facts[keyPath: path]]
    case .time(let path): [facts[keyPath: path]]
    case .word(let word): [word.read(facts)]
    case .date: [facts.date]
    case .agency: [facts.agency.sector, facts.agency.name]
    }
  }

  fileprivate func read(
    _ row: SQLRow, at place: Int, into facts: inout ContactFacts
  ) throws {
    switch content {
    case .text(let path): facts[keyPath: path] = try row[place]
    case .count(let path): facts[keyPath: path] = try row[place]
    case .time(let path):
      facts[keyPath: path] = (try row[place] as Int?).map { TimeOfDay(clamping: $0) }
    case .word(let content):
      let word: String? = try row[place]
      guard word.map(content.words.contains) ?? !content.isRequired else {
        throw Unreadable(column: place)
      }
      content.write(&facts, word)
    case .date: facts.date = try row.day(place)
    case .agency: facts.agency = Agency(try row.word(place), name: try row[place + 1])
    }
  }
}
