import Records

/// The cells of one row, read column by column; a fault is noted and reading goes on.
struct Cells {
  let record: CSVRecord
  let places: [Column: Int]
  private(set) var faults: [RowFault] = []

  /// The longest text that one cell may hold: 64 KiB.
  static let longestText = 1 << 16

  init(record: CSVRecord, places: [Column: Int]) {
    self.record = record
    self.places = places
  }

  mutating func contactRow(_ options: ContactsFile.Options) -> ContactRow? {
    let date = day(.date, required: true, options)
    let agency = agency(options)
    let kind: ContactKind? = word(.contactType, required: true)
    // Every column is read even when one of these is wrong, so that all faults are told at once.
    var facts = ContactFacts(
      date: date ?? CalendarDate(dayNumber: 0), agency: agency ?? Agency(.other),
      kind: kind ?? .other)
    facts.ref = text(.ref)
    facts.plan = word(.plan)
    facts.time = time()
    facts.precision = word(.datePrecision)
    facts.role = text(.role)
    facts.professional = text(.professional)
    facts.childSeen = word(.childSeen)
    facts.seenAlone = word(.seenAlone)
    facts.announced = word(.announced)
    facts.presentingConcern = text(.presentingConcern)
    facts.childWords = text(.childWords)
    facts.injuries = text(.injuries)
    facts.injuryCount = count(.injuryCount)
    facts.explanationGiven = text(.explanationGiven)
    facts.explanationChallenged = word(.explanationChallenged)
    facts.otherAdultsNoted = text(.otherAdultsNoted)
    facts.outcome = text(.outcome)
    facts.escalation = word(.escalationLevel)
    facts.source = text(.source)
    let row = ContactRow(
      line: record.line, childRef: reference(.childRef), childName: text(.childName),
      dateOfBirth: day(.dateOfBirth, required: false, options), household: reference(.household),
      worker: text(.worker), facts: facts)
    return date == nil || agency == nil || kind == nil ? nil : row
  }

  private mutating func note(_ column: Column, _ kind: RowFault.Kind) {
    note(RowFault(line: record.line, column: column, kind: kind))
  }

  mutating func note(_ fault: RowFault) {
    faults.append(fault)
  }

  /// The text of a cell without blanks around it; nil when it is empty or faulty.
  private mutating func text(_ column: Column) -> String? {
    guard let place = places[column] else { return nil }
    var bytes = record[field: place]
    while let first = bytes.first, first == 32 || first == 9 { bytes = bytes.dropFirst() }
    while let last = bytes.last, last == 32 || last == 9 { bytes = bytes.dropLast() }
    guard !bytes.isEmpty else { return nil }
    guard bytes.count <= Cells.longestText else {
      note(column, .tooLong)
      return nil
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      note(column, .notUTF8)
      return nil
    }
    guard !bytes.hasControl, bytes.allSatisfy({ $0 < 0x80 }) || !text.hasForbiddenScalar else {
      note(column, .controlCharacter)
      return nil
    }
    return text
  }

  /// A text of one line, by which something is named.
  private mutating func reference(_ column: Column) -> String? {
    guard let text = text(column) else { return nil }
    guard !text.contains(where: \.isNewline) else {
      note(column, .controlCharacter)
      return nil
    }
    return text
  }

  private mutating func word<Word: RawRepresentable & CaseIterable>(
    _ column: Column, required: Bool = false
  ) -> Word? where Word.RawValue == String {
    let before = faults.count
    guard let text = text(column) else {
      if required, faults.count == before { note(column, .empty) }
      return nil
    }
    if let word = Word(rawValue: text) { return word }
    // A no-break space is a space, and several are one.
    let folded = text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    if let said = Cells.spelt[folded], let word = Word(rawValue: said) { return word }
    if let word = Word.allCases.first(where: { $0.rawValue.lowercased() == folded }) { return word }
    note(column, .notOneOf(Word.allCases.map(\.rawValue)))
    return nil
  }

  /// How databases and forms spell yes and no.
  private static let spelt = [
    "y": "yes", "n": "no", "true": "yes", "false": "no", "1": "yes", "0": "no",
  ]

  private mutating func agency(_ options: ContactsFile.Options) -> Agency? {
    let before = faults.count
    guard let text = text(.agency) else {
      if faults.count == before { note(.agency, .empty) }
      return nil
    }
    let folded = text.lowercased().split { $0.isWhitespace }.joined(separator: " ")
    if let sector = Sector(rawValue: text) ?? Sector(rawValue: folded) { return Agency(sector) }
    if let known = options.agencyNamed(text) { return known }
    note(.agency, .unknownAgency)
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

  private mutating func time() -> TimeOfDay? {
    guard let text = text(.time) else { return nil }
    if let time = TimeOfDay(typed: text) { return time }
    note(.time, .notATime)
    return nil
  }

  private mutating func count(_ column: Column) -> Int? {
    guard let text = text(column) else { return nil }
    if let count = Int(text), (0...999).contains(count) { return count }
    note(column, .notACount)
    return nil
  }
}

extension ArraySlice<UInt8> {
  /// Whether a control character other than a tab or a line end stands in it.
  fileprivate var hasControl: Bool {
    contains { ($0 < 32 && $0 != 9 && $0 != 10 && $0 != 13) || $0 == 127 }
  }
}

extension String {
  /// Whether a C1 control or a noncharacter stands in it: no text needs one, and a terminal may
  /// obey one.
  fileprivate var hasForbiddenScalar: Bool {
    unicodeScalars.contains {
      (0x80...0x9f).contains($0.value) || ($0.value & 0xfffe) == 0xfffe
        || (0xfdd0...0xfdef).contains($0.value)
    }
  }
}
