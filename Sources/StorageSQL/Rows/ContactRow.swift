package import Records

/// Maps one version of a contact to its columns and back: who recorded it and when, then `ContactColumn.all`.
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

  /// Returns the values of the columns, after the authority.
  static func values(of contact: Contact, _ authority: Identifier) -> [any SQLConvertible] {
    var values: [any SQLConvertible] = []
    values.reserveCapacity(columns.count + 1)
    values += [
      authority, contact.id, contact.version, contact.child, contact.recordedAt,
      contact.recordedBy, contact.amendmentReason, contact.isTyped,
    ]
    let facts = contact.facts
    for column in ContactColumn.all { column.write(facts, to: &values) }
    return values
  }
}

extension ContactColumn {
  /// Its columns in the table, where a date is called a day.
  package var sqlColumns: [String] {
    switch content {
    case .date: ["day"]
    case .time: ["minute"]
    case .agency: ["sector", "agency_name"]
    case .text, .count, .word: [name]
    }
  }

  /// Appends the values of its columns, as `SQLValue`s: a million boxed values of other types cost time.
  fileprivate func write(_ facts: ContactFacts, to values: inout [any SQLConvertible]) {
    switch content {
    case .text(let path): values.append(facts[keyPath: path].sqlValue)
    case .count(let path): values.append(facts[keyPath: path].sqlValue)
    case .time(let path): values.append(facts[keyPath: path].sqlValue)
    case .word(let word): values.append(word.read(facts).sqlValue)
    case .date: values.append(facts.date.sqlValue)
    case .agency:
      values.append(facts.agency.sector.sqlValue)
      values.append(facts.agency.name.sqlValue)
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
