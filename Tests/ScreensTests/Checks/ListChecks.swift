import Cells
import Fiction
import Records
import Storage
import Testing

@testable import Screens

/// The checks of the terminal that are about lists and flags, by their numbers.
@Suite struct ListChecks {
  /// Every list, by the keys that open it.
  private static let lists: [(String, [Key])] = [
    ("flagged", []), ("own children", [.character("m")]), ("log", [.character("l")]),
    ("agencies", [.character("p")]), ("rules", [.character("r")]), ("help", [.character("?")]),
    ("child", [.character("c"), .paste("C0417"), .enter]),
  ]

  private func opened(_ keys: [Key], _ size: Size = Size(rows: 12, columns: 80)) throws -> Sitting {
    var sitting = try Sitting(size)
    for key in keys { sitting.press(key) }
    return sitting
  }

  @Test(arguments: lists)
  func `15 every list moves by row, half page, page and to its ends`(
    name: String, keys: [Key]
  ) throws {
    var sitting = try opened(keys)
    let first = sitting.row
    for (there, back) in [
      (Key.down, Key.up), (.character("j"), .character("k")),
      (.character("G"), .character("g")), (.end, .home),
    ] {
      sitting.press(there)
      #expect(sitting.row != first, "\(name): \(there)")
      sitting.press(back)
      #expect(sitting.row == first, "\(name): \(back)")
    }
    for (there, back) in [
      (Key.pageDown, Key.pageUp), (.control("f"), .control("b")), (.control("d"), .control("u")),
    ] {
      sitting.press(there)
      #expect(sitting.row != first, "\(name): \(there)")
      sitting.press(back)
      sitting.press(.home)
      #expect(sitting.row == first, "\(name): \(back)")
    }
  }

  @Test func `16 finding goes round and says so, a miss names the text, Esc goes back`() throws {
    var sitting = try opened([])
    sitting.press(.down, .character("/"))
    let start = "Find in this list:"
    #expect(sitting.text.contains(start))
    sitting.type("police")
    sitting.press(.enter)
    let first = sitting.row
    sitting.press(.character("n"))
    let second = sitting.row
    #expect(first != second)
    sitting.press(.character("N"))
    #expect(sitting.row == first)
    var hasGoneRound = false
    for _ in 0..<12 where !hasGoneRound {
      sitting.press(.character("n"))
      hasGoneRound = sitting.text.contains("\"police\": gone round the end of the list.")
    }
    #expect(hasGoneRound)
    sitting.press(.home, .down, .down, .character("/"))
    let before = try opened([]).row
    sitting.type("zzzz")
    #expect(sitting.text.contains("Find in this list: zzzz"))
    sitting.press(.enter, .character("n"))
    #expect(sitting.text.contains("No row of this list holds \"zzzz\"."), "\(sitting.text)")
    sitting.press(.home, .down, .down)
    let row = sitting.row
    sitting.press(.character("/"))
    sitting.type("marlow")
    sitting.press(.escape)
    #expect(sitting.row == row && row != before)
  }

  @Test func `16 the log finds by note, child, agency and kind`() throws {
    var sitting = try opened([.character("l")])
    sitting.press(.character("/"))
    sitting.type("marlow health")
    sitting.press(.enter)
    #expect(sitting.row.contains("Marlow") && sitting.row.contains("health"), "\(sitting.text)")
    #expect(sitting.text.contains("contacts hold it."))
    let row = sitting.row
    sitting.press(.character("n"))
    #expect(sitting.row.contains("Marlow") && sitting.row != row, "\(sitting.text)")
    sitting.press(.character("/"))
    sitting.type("zzzz")
    sitting.press(.enter)
    #expect(sitting.text.contains("No contact of this list holds \"zzzz\"."))
  }

  @Test func `17 while a list is narrowed and others add rows, the selection stays on its contact`()
    throws
  {
    var sitting = try opened([.character("l"), .character("&")])
    sitting.type("police")
    sitting.press(.enter)
    #expect(sitting.text.contains("contacts with \"police\""), "\(sitting.text)")
    sitting.press(.down, .down)
    let row = sitting.row
    let child = try #require(try sitting.store.child(ref: "C0417"))
    for minute in 0..<500 {
      var facts = ContactFacts(
        date: Sitting.now.londonDay, agency: Agency(minute % 2 == 0 ? .police : .health),
        kind: .phone)
      facts.time = TimeOfDay(clamping: minute)
      _ = try sitting.store(as: "night desk").record(
        facts, child: child.id, at: Sitting.now.adding(seconds: minute))
    }
    sitting.hear(.status(.changed))
    #expect(sitting.row == row, "\(sitting.text)")
    sitting.press(.home)
    #expect(sitting.text.contains("\n+ "), "rows that arrived are marked: \(sitting.text)")
    sitting.press(.escape)
    #expect(sitting.text.contains("every contact"))
  }

  @Test func `18 the log is ordered by three columns in turn, and the head says by which`() throws {
    var sitting = try opened([.character("l")], Size(rows: 24, columns: 80))
    #expect(sitting.text.contains("Date↓"))
    for (head, column) in [("Child↑", 14), ("Agency↑", 33), ("Kind↑", 46)] {
      sitting.press(.character("o"), .home)
      let lines = sitting.text.split(separator: "\n").map(String.init)
      #expect(lines[1].contains(head), "\(lines[1])")
      let narrow = lines[2..<20].filter { line in
        line.unicodeScalars.allSatisfy { $0.value < 0x3000 }
      }
      let cells = narrow.map { String($0.dropFirst(column).prefix(8)) }
      if column > 14 { #expect(cells == cells.sorted(), "\(cells)") }
    }
    sitting.press(.character("o"), .character("O"), .home)
    #expect(sitting.text.contains("Date↑"))
  }

  @Test(arguments: [[], [Key.character("m")], [.character("p")], [.character("r")]])
  func `18 a list in memory is ordered by any column, and turned round`(keys: [Key]) throws {
    var sitting = try opened(keys, Size(rows: 24, columns: 80))
    let own = sitting.text
    var seen: Set<String> = [own]
    for _ in 0..<3 {
      sitting.press(.character("o"))
      #expect(sitting.text.contains("Ordered by"), "\(sitting.text)")
      #expect(sitting.text.contains("↓"))
      sitting.press(.character("O"))
      #expect(sitting.text.contains("↑"))
      seen.insert(sitting.text)
    }
    #expect(seen.count == 4)
  }

  @Test func `a narrowed list holds every word, says so, and Esc widens it`() throws {
    var sitting = try opened([.character("&")])
    sitting.type("marl inju")
    #expect(sitting.text.contains("Marlow") && !sitting.text.contains("Adjei"))
    sitting.press(.enter)
    #expect(sitting.text.contains("filter \"marl inju\""))
    sitting.press(.escape)
    #expect(sitting.text.contains("Adjei"))
  }

  // MARK: Flags

  @Test func `23 the flagged list is in the order of bands, with since when and why`() throws {
    let sitting = try opened([], Size(rows: 24, columns: 100))
    let rows = sitting.text.split(separator: "\n").dropFirst(2).prefix(11).map(String.init)
    let bands = rows.map { String($0.dropFirst(2).prefix(5)) }
    #expect(bands == bands.sorted { $0 == "TODAY" && $1 != "TODAY" })
    for row in rows {
      #expect(row.contains(" d "), "since when: \(row)")
      #expect(row.dropFirst(46).contains { $0.isLetter }, "why: \(row)")
    }
  }

  @Test func `25 the next flag is a key away, over the child's flags and then the list's`() throws {
    var sitting = try opened([.character("f")], Size(rows: 24, columns: 80))
    let standing = try sitting.store.cases(.flagged).flatMap(\.flags).count
    var seen: Set<String> = []
    for _ in 0..<standing {
      seen.insert(String(sitting.text.prefix { $0 != "\n" }))
      sitting.press(.tab)
    }
    #expect(seen.count == standing, "\(seen.count) of \(standing)")
    #expect(sitting.text.contains("That was the last flag of the list."))
    sitting.press(.backTab, .character("a"))
    #expect(sitting.text.hasPrefix("Answer "))
    sitting.press(.escape, .escape)
    #expect(sitting.text.hasPrefix("Heed  Flagged"))
  }

  @Test(arguments: [80, 132])
  func `26 a child's page shows contacts, gaps and flags, and the same in words`(
    columns: Int
  ) throws {
    var sitting = try opened(
      [.character("c"), .paste("C0417"), .enter], Size(rows: 43, columns: columns))
    let page = sitting.frame.inASCII.text
    for word in ["health", "social care", "injuries", "escalated", "TODAY", "R03"] {
      #expect(page.contains(word), "\(word)")
    }
    #expect(page.unicodeScalars.allSatisfy { $0.isASCII })
    sitting.press(.character("i"))
    #expect(sitting.text.contains("pictures"), "\(sitting.text)")
    let pictures = sitting.text
    for word in ["Contacts against escalations", "no escalation", "Injuries by where", "ear"] {
      #expect(pictures.contains(word), "\(word): \(pictures)")
    }
    sitting.press(.character("/"))
    sitting.type("without")
    sitting.press(.enter)
    #expect(sitting.row.contains("d without"), "\(sitting.text)")
  }

  @Test
  func `27 an answer is saved by one key at the end, and a later one keeps it`() throws {
    var sitting = try opened([.character("a")], Size(rows: 24, columns: 80))
    let before = try sitting.store.answers().count
    sitting.press(.character("1"), .tab, .character("s"), .escape)
    #expect(try sitting.store.answers().count == before, "Esc saves no answer")
    sitting.press(.character("a"), .control("s"))
    #expect(sitting.text.contains("is answered until"), "\(sitting.text)")
    let answers = try sitting.store.answers()
    #expect(answers.count == before + 1)
    let mine = try #require(answers.last)
    #expect(mine.answeredBy == Sitting.caseload.me.name && mine.answeredAt == Sitting.now)
    let flag = try #require(
      try sitting.store.flags(includingCleared: false).first { $0.id == mine.flag })
    _ = try sitting.store(as: "nokafor").answer(
      flag.id,
      .escalate(
        Answer.Escalate(
          rung: .s47, owner: "N. Okafor", due: Sitting.now.londonDay.adding(days: 1),
          because: "more is known")), replacing: mine.id, finishing: nil,
      at: Sitting.now.adding(seconds: 60))
    #expect(try sitting.store.answers().contains(mine))
  }

  @Test func `28 nothing is destroyed by a key of motion, and what is discarded is named first`()
    throws
  {
    for table in [
      FlaggedList.keys, ChildrenList.keys, ChildScreen.keys, LogScreen.keys, AgenciesScreen.keys,
      RulesScreen.keys, FlagPage.keys, UnfinishedScreen.keys,
    ] {
      for letter in "abcdefghijklmnopqrstuvwxyz" {
        switch table.action(of: .control(letter)) {
        case nil, .move: break
        case let action: Issue.record("Ctrl-\(letter) does \(String(describing: action))")
        }
      }
    }
    var sitting = try opened([.character("v"), .paste("thu"), .escape, .character("u")])
    sitting.press(.character("x"))
    #expect(sitting.text.contains("Discard the visit about Kit Marlow?"), "\(sitting.text)")
    sitting.press(.enter)
    #expect(try sitting.store.drafts().count == 1)
  }

  @Test func `29 fifty flags are scanned in fifty keys, each with its reason on the screen`() throws
  {
    var sitting = try Sitting(Size(rows: 24, columns: 80))
    let standing = try sitting.store.cases(.flagged).flatMap(\.flags)
    let reasons = Set(standing.map { String($0.reason(on: Sitting.now.londonDay).prefix(30)) })
    var seen: Set<String> = []
    var keys = 0
    func look() {
      let text = sitting.text.replacing("\n", with: " ")
      for reason in reasons where text.contains(reason) { seen.insert(reason) }
    }
    look()
    while keys < 50, seen.count < reasons.count {
      sitting.press(sitting.row.contains("Marlow") && keys < 7 ? .tab : .down)
      keys += 1
      look()
    }
    let lines = try sitting.store.cases(.flagged).count
    #expect(seen.count >= lines, "\(seen.count) of \(lines) in \(keys) keys")
    #expect(keys <= 50)
  }

  // MARK: Everywhere

  @Test func `the palette does what a key does, found by its words`() throws {
    var sitting = try opened([.character(":")])
    sitting.type("rules")
    #expect(sitting.row.contains("Do  rules"), "\(sitting.text)")
    sitting.press(.enter)
    #expect(sitting.text.hasPrefix("Rules, and how they were answered"), "\(sitting.text)")
    sitting.press(.escape, .character(":"))
    sitting.type("zzz")
    sitting.press(.enter)
    #expect(sitting.text.contains("Nothing here is called \"zzz\"."))
  }

  @Test func `40 the help lists exactly the keys of the screen below, and can be searched`() throws
  {
    var sitting = try opened([.character("?")], Size(rows: 70, columns: 100))
    for entry in FlaggedList.keys.entries {
      #expect(sitting.text.contains("  \(entry.label)"), "\(entry.label)")
    }
    sitting.press(.character("&"))
    sitting.type("clipboard")
    #expect(sitting.text.contains("Copies the child's reference"))
    #expect(!sitting.text.contains("Leaves Heed"))
  }

  @Test func `40 what was said can be read again`() throws {
    var sitting = try opened([.character("a"), .character("1"), .tab, .character("s")])
    sitting.press(.control("s"))
    sitting.press(.down, .character("!"))
    #expect(sitting.text.contains("is answered until"), "\(sitting.text)")
  }

  @Test func `words are searched in all notes, and found words are told apart`() throws {
    var sitting = try opened([.character("w")], Size(rows: 24, columns: 80))
    sitting.type("slide")
    #expect(sitting.text.contains("slide"), "\(sitting.text)")
    #expect(sitting.frame.styles.contains("E"))
    sitting.press(.enter)
    #expect(sitting.text.contains("Agency"), "\(sitting.text)")
    sitting.press(.escape)
    #expect(sitting.text.hasPrefix("Words  slide"))
    sitting.press(.tab)
    #expect(sitting.text.contains(" · "))
  }

  @Test func `a reference alone goes to the clipboard, and the title names no child`() throws {
    var sitting = try opened([])
    sitting.press(.character("y"))
    #expect(sitting.copied == ["C0417"])
    #expect(sitting.text.contains("C0417 is sent to the terminal's clipboard"))
  }

  @Test func `the mouse selects a row and scrolls when it is turned on`() throws {
    var sitting = try opened([], Size(rows: 24, columns: 80))
    sitting.press(.character("M"), .press(Position(row: 5, column: 12)))
    #expect(sitting.frame.cursor?.row == 5)
    sitting.press(.wheelUp)
    #expect(sitting.frame.cursor?.row == 4)
    sitting.press(.press(Position(row: 23, column: 1)), .press(Position(row: 0, column: 1)))
    #expect(sitting.frame.cursor?.row == 4)
  }

  @Test func `locked, nothing of any child is on the screen, and the secret opens it`() throws {
    var sitting = try opened([.character("l")])
    let before = sitting.text
    sitting.press(.character("L"))
    #expect(sitting.text.contains("Heed is locked.") && !sitting.text.contains("Marlow"))
    sitting.press(.character("q"), .escape, .enter)
    #expect(sitting.text == before, "without a secret Enter opens it")
    try sitting.store.setSecret(
      of: Sitting.caseload.me.account, from: nil, to: "a quiet word", at: Sitting.now)
    var next = try Sitting(Size(rows: 12, columns: 80), on: sitting.store)
    next.press(.character("L"))
    next.type("a loud word")
    next.press(.enter)
    #expect(next.text.contains("That is not the secret.") && !next.text.contains("loud"))
    next.press(.paste("a wrong start"), .control("u"), .paste("a quiet worX\n"), .backspace)
    next.press(.character("d"))
    #expect(next.text.contains("••••••••••••") && !next.text.contains("quiet"))
    next.press(.enter)
    #expect(next.text.hasPrefix("Heed  Flagged"))
  }

  @Test func `the key that wakes a screen only locks it, and a locked one loses no key`() throws {
    let sitting = try opened([])
    try sitting.store.setSecret(
      of: Sitting.caseload.me.account, from: nil, to: "a quiet word", at: Sitting.now)
    var next = try Sitting(Size(rows: 24, columns: 80), on: sitting.store)
    next.press(.character("q"), after: .seconds(299))
    #expect(next.isOver, "a moment before, it is a key like any other")
    next = try Sitting(Size(rows: 24, columns: 80), on: sitting.store)
    next.press(.character("q"), after: .seconds(300))
    #expect(next.text.contains("Heed is locked.") && !next.isOver)
    for key in "a quiet word" { next.press(.character(key), after: .seconds(3600)) }
    next.press(.enter)
    #expect(next.text.hasPrefix("Heed  Flagged"), "\(next.text)")
  }

  @Test func `an idle screen locks, and what is being typed is kept first`() throws {
    var sitting = try opened([.character("v"), .paste("thu")])
    sitting.rest(for: .seconds(300))
    #expect(sitting.text.contains("Heed is locked."), "\(sitting.text)")
    #expect(try sitting.store.drafts().count == 1)
    sitting.press(.enter)
    #expect(sitting.text.hasPrefix("Log a visit"))
  }
}
