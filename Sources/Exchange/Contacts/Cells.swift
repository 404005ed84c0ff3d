import Records

/// The cells of one row, read column by column; a fault is recorded and reading goes on.
struct Cells {
  let line: Int
  let texts: CellTexts
  private(set) var faults: [RowFault] = []

  init(line: Int, texts: CellTexts) {
    self.line = line
    self.texts = texts
  }

  mutating func contactRow(_ options: ContactsFile.Options) -> ContactRow? {
    let facts = contactFacts(options)
    let row = ContactRow(
      line: line, childRef: reference(.childRef), childName: text(.childName),
      dateOfBirth: day(.dateOfBirth, required: false, options), household: reference(.household),
      worker: text(.worker),
      facts: facts ?? ContactFacts(date: Cells.noDay, agency: Agency(.other), kind: .other))
    return facts == nil ? nil : row
  }

  /// Reads the columns of the contact; nil when one that every contact has is missing or faulty.
  mutating func contactFacts(_ options: ContactsFile.Options) -> ContactFacts? {
    var facts = ContactFacts(date: Cells.noDay, agency: Agency(.other), kind: .other)
    var isWhole = true
    // Every column is read even when one of these is wrong, so that all faults are reported at once.
    for column in ContactColumn.all where !read(column, into: &facts, options) { isWhole = false }
    return isWhole ? facts : nil
  }

  private static let noDay = CalendarDate(dayNumber: 0)

  /// Reads a column into `facts`; returns false when it is one that every contact has and it can't be read.
  private mutating func read(
    _ column: ContactColumn, into facts: inout ContactFacts, _ options: ContactsFile.Options
  ) -> Bool {
    let cell = Column.contact(column)
    switch column.content {
    case .text(let path): facts[keyPath: path] = text(cell)
    case .count(let path): facts[keyPath: path] = count(cell)
    case .time(let path): facts[keyPath: path] = time(cell)
    case .word(let content):
      let word = word(cell, of: content)
      content.write(&facts, word)
      return word != nil || !content.isRequired
    case .date:
      guard let day = day(cell, required: true, options) else { return false }
      facts.date = day
    case .agency:
      guard let agency = agency(cell, options) else { return false }
      facts.agency = agency
    }
    return true
  }

  private mutating func note(_ column: Column, _ kind: RowFault.Kind) {
    note(RowFault(line: line, column: column, kind: kind))
  }

  mutating func note(_ fault: RowFault) {
    faults.append(fault)
  }

  /// The text of a cell without blanks around it; nil when it is empty or faulty.
  private mutating func text(_ column: Column) -> String? {
    do throws(RowFault.Kind) {
      return try texts[column]
    } catch {
      note(column, error)
      return nil
    }
  }

  /// The text of a cell that serves as a reference, and so must be one line.
  private mutating func reference(_ column: Column) -> String? {
    guard let text = text(column) else { return nil }
    guard !text.contains(where: \.isNewline) else {
      note(column, .controlCharacter)
      return nil
    }
    return text
  }

  private mutating func word(_ column: Column, of content: WordContent) -> String? {
    let before = faults.count
    guard let text = text(column) else {
      if content.isRequired, faults.count == before { note(column, .empty) }
      return nil
    }
    if content.words.contains(text) { return text }
    // A no-break space counts as a space, and several as one.
    let folded = text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    if let said = Cells.spelt[folded], content.words.contains(said) { return said }
    if let word = content.words.first(where: { $0.lowercased() == folded }) { return word }
    note(column, .notOneOf(content.words))
    return nil
  }

  /// How databases and forms spell yes and no.
  private static let spelt = [
    "y": "yes", "n": "no", "true": "yes", "false": "no", "1": "yes", "0": "no",
  ]

  private mutating func agency(
    _ column: Column, _ options: ContactsFile.Options
  ) -> Agency? {
    let before = faults.count
    guard let text = text(column) else {
      if faults.count == before { note(column, .empty) }
      return nil
    }
    let folded = text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    if let sector = Sector(rawValue: text) ?? Sector(rawValue: folded) { return Agency(sector) }
    if let known = options.agencyNamed(text) { return known }
    note(column, .unknownAgency)
    return nil
  }

  private mutating func day(
    _ column: Column, required: Bool, _ options: ContactsFile.Options
  ) -> CalendarDate? {
    let before = faults.count
    guard let text = text(column) else {
      if required, faults.count == before { note(column, .empty) }
      return nil
    }
    if let start = options.countsDaysFrom {
      if let days = Int(text) { return start.adding(days: days) }
      note(column, .notADate)
      return nil
    }
    do {
      let day = try CalendarDate(iso: text)
      if let today = options.today, day > today {
        note(column, .inTheFuture)
        return nil
      }
      guard day.parts.year >= 1900 else {
        note(column, .tooLongAgo)
        return nil
      }
      return day
    } catch {
      note(column, error == .notADate ? .notADate : .noSuchDay)
      return nil
    }
  }

  private mutating func time(_ column: Column) -> TimeOfDay? {
    guard let text = text(column) else { return nil }
    if let time = TimeOfDay(typed: text) { return time }
    note(column, .notATime)
    return nil
  }

  private mutating func count(_ column: Column) -> Int? {
    guard let text = text(column) else { return nil }
    if let count = Int(text), (0...999).contains(count) { return count }
    note(column, .notACount)
    return nil
  }
}
