import Exchange
import Records
import SeededRandom
import Testing

@Suite struct ContactsFileTests {
  @Test func `columns stand in any order and keep their text exactly`() throws {
    let rows = try read(
      """
      outcome,contact_type,date,agency,child_words,injury_count,escalation_level,time
      "said: ""no"", left",home visit,2026-11-01,social care,  'I like Zoë'  ,2,s47,09:05
      """)
    let facts = try #require(rows.first?.facts)
    #expect(facts.outcome == "said: \"no\", left")
    #expect(facts.childWords == "'I like Zoë'")
    #expect(facts.injuryCount == 2)
    #expect(facts.escalation == .s47)
    #expect(facts.time?.description == "09:05")
    #expect(facts.childSeen == nil)
  }

  @Test(arguments: [
    ("2026-13-40,police,phone,", Column.date, RowFault.Kind.noSuchDay),
    ("1/2/26,police,phone,", .date, .notADate), (",police,phone,", .date, .empty),
    ("2026-11-24,police,phone,", .date, .inTheFuture),
    ("1899-12-31,police,phone,", .date, .tooLongAgo),
    ("2026-11-01,Acme,phone,", .agency, .unknownAgency), ("2026-11-01,,phone,", .agency, .empty),
    ("2026-11-01,police,visit,", .contactType, .notOneOf(ContactKind.allCases.map(\.rawValue))),
    ("2026-11-01,police,phone,many", .injuryCount, .notACount),
    ("2026-11-01,police,phone,-1", .injuryCount, .notACount),
    ("2026-11-01,police,phone,\u{1b}[2J", .injuryCount, .controlCharacter),
    ("2026-11-01,police,phone,\u{9b}", .injuryCount, .controlCharacter),
  ])
  func `a faulty cell names its line, its column and its fault`(
    row: String, column: Column, kind: RowFault.Kind
  ) throws {
    let faults = try faults(
      "date,agency,contact_type,injury_count\n2026-11-01,police,phone,\n\(row)\n")
    #expect(faults == [RowFault(line: 3, column: column, kind: kind)])
  }

  @Test func `all faults of a row are told at once`() throws {
    #expect(
      try faults("date,agency,contact_type,role\n,,,nurse\n").map(\.column)
        == [.date, .agency, .contactType])
  }

  @Test func `a row of the wrong length is refused whole`() throws {
    let faults = try faults("date,agency,contact_type\n2026-11-01,police\n")
    #expect(faults == [RowFault(line: 2, column: nil, kind: .cellCount(2, header: 3))])
  }

  @Test(arguments: [
    ("", ContactsFileError.empty), ("date,agency\n", .missingColumn(.contactType)),
    ("date,agency,contact_type,mood\n", .unknownColumn("mood")),
    ("date,agency,contact_type,date\n", .repeatedColumn(.date)),
    ("date,\"agency", .csv(.unclosedQuote(line: 1))),
  ])
  func `a faulty header is refused`(text: String, error: ContactsFileError) {
    #expect(throws: error) { try ContactsFile(CSVReader(text: text), options: options()) }
  }

  @Test func `an unknown column can be skipped`() throws {
    var options = options()
    options.ignoresUnknownColumns = true
    var file = try ContactsFile(
      CSVReader(text: "mood,date,agency,contact_type\nbad,2026-11-01,police,phone\n"),
      options: options)
    guard case .row? = try file.next() else {
      Issue.record("the row was refused")
      return
    }
  }

  @Test func `agencies that the store knows are taken by name`() throws {
    let rows = try read("date,agency,contact_type\n2026-11-01,Northgate School,school\n")
    #expect(rows.first?.facts.agency == Agency(.school, name: "Northgate School"))
  }

  @Test func `any bytes at all are read or refused, never a crash`() throws {
    var random = SplitMix64(seed: 7)
    let header = Array("date,agency,contact_type,injuries\n".utf8)
    for _ in 0..<3_000 {
      var bytes = header
      for _ in 0..<Int.random(in: 0...80, using: &random) {
        bytes.append(UInt8.random(in: 0...255, using: &random))
      }
      var left: [UInt8]? = bytes
      let reader = CSVReader {
        defer { left = nil }
        return left
      }
      var file = try ContactsFile(reader, options: options())
      do {
        while let outcome = try file.next() {
          if case .row(let row, _) = outcome { #expect(row.facts.date.parts.year >= 1900) }
        }
      } catch {
        #expect(error != .empty)
      }
    }
  }

  private func options() -> ContactsFile.Options {
    var options = ContactsFile.Options()
    options.today = CalendarDate(year: 2026, month: 11, day: 23)
    options.agencyNamed = { $0 == "Northgate School" ? Agency(.school, name: $0) : nil }
    return options
  }

  private func read(_ text: String) throws -> [ContactRow] {
    var file = try ContactsFile(CSVReader(text: text), options: options())
    var rows: [ContactRow] = []
    while case .row(let row, _)? = try file.next() { rows.append(row) }
    return rows
  }

  private func faults(_ text: String) throws -> [RowFault] {
    var file = try ContactsFile(CSVReader(text: text), options: options())
    var faults: [RowFault] = []
    while let outcome = try file.next() {
      if case .refused(_, let more) = outcome { faults += more }
    }
    return faults
  }
}
