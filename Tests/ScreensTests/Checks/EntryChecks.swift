import Cells
import Fiction
import Records
import Storage
import Testing

@testable import Screens

/// The checks of the terminal that are about entering a contact, by their numbers.
@Suite struct EntryChecks {
  /// The visit form of Rafferty Quill, opened from his page.
  private func begun(_ size: Size = Size(rows: 40, columns: 100)) throws -> Sitting {
    var sitting = try Sitting(size)
    sitting.open("C0471")
    sitting.press(.character("v"))
    return sitting
  }

  private func latest(_ sitting: Sitting, _ ref: String) throws -> ContactFacts {
    let child = try #require(try sitting.store.child(ref: ref))
    let versions = try sitting.store.caseFile(of: child.id).record.versions
    return try #require(versions.max { $0.id < $1.id }).facts
  }

  @Test func `1 a routine visit takes at most fifteen keys and the note`() throws {
    var sitting = try Sitting()
    sitting.open("C0471")
    let keys: [Key] = [
      .character("v"), .tab, .tab, .tab, .tab, .tab, .character("y"), .tab, .character("y"), .tab,
      .tab,
    ]
    for key in keys { sitting.press(key) }
    sitting.type("Showed me his drawing.")
    sitting.press(.control("s"))
    #expect(keys.count + 1 <= 15)
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    let facts = try latest(sitting, "C0471")
    #expect(facts.childSeen == .yes && facts.seenAlone == .yes)
    #expect(facts.childWords == "Showed me his drawing.")
    #expect(facts.professional == Sitting.caseload.me.name && facts.date == Sitting.now.londonDay)
  }

  @Test(arguments: [
    ("yest 14:30", "Sunday 22 November 2026, 14:30", "2026-11-22", "14:30"),
    ("thu", "Thursday 19 November 2026", "2026-11-19", nil),
    ("-3d", "Friday 20 November 2026", "2026-11-20", nil),
    ("14/11", "Saturday 14 November 2026", "2026-11-14", nil),
    ("0930", "Monday 23 November 2026, 09:30", "2026-11-23", "09:30"),
    // The hour that the clocks go back comes twice, and the one that they skip never.
    ("25/10/2026 01:30", "Sunday 25 October 2026, 01:30", "2026-10-25", "01:30"),
    ("29/3/2026 02:30", "Sunday 29 March 2026, 02:30", "2026-03-29", "02:30"),
  ])
  func `2 a day is echoed as it is understood, and saved as it was echoed`(
    typed: String, echo: String, day: String, time: String?
  ) throws {
    var sitting = try begun()
    sitting.type(typed)
    #expect(sitting.text.contains(echo), "\(sitting.text)")
    sitting.fill(.seen, "y")
    sitting.press(.control("s"))
    let facts = try latest(sitting, "C0471")
    #expect(facts.date.description == day && facts.time?.description == time)
  }

  @Test func `3 and 4 a day that is none is said in words, goes nowhere, and holds nobody`() throws
  {
    var sitting = try begun()
    sitting.type("31/2")
    sitting.press(.tab)
    #expect(sitting.text.contains("! When: no such day. The day comes before the month: 14/11."))
    #expect(sitting.row.contains("> Kind"), "Tab goes on")
    sitting.press(.backTab)
    #expect(sitting.row.contains("> When") && sitting.row.contains("31/2"))
    sitting.press(.tab, .backTab)
    #expect(sitting.row.contains("31/2"))
  }

  @Test func `5 a save with three faults lists them, Enter goes to one, and the count falls`()
    throws
  {
    var sitting = try begun()
    sitting.type("31/2")
    sitting.fill(.seenAlone, "y")
    sitting.fill(.injuryCount, "many")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Not saved: 3 things to mend"), "\(sitting.text)")
    #expect(sitting.row.hasPrefix("> ! When: no such day."))
    sitting.press(.down)
    #expect(sitting.row.hasPrefix("> ! Seen: say yes"))
    sitting.press(.up, .enter)
    #expect(sitting.row.contains("> When"))
    sitting.press(.control("u"), .paste("yest"))
    #expect(sitting.text.contains("Not saved: 2 things to mend (!)."))
    sitting.press(.control("s"), .character("y"))
    #expect(sitting.text.contains("Not saved: 1 thing to mend (!)."), "\(sitting.text)")
    sitting.press(.control("s"), .control("u"), .character("2"), .control("s"))
    #expect(sitting.text.contains("Injuries: say where the 2 marks are"))
  }

  @Test(arguments: ["Zoe\u{308}", "王小明", "👩‍👧", "O'Neil", "محمد علي", "a\u{301}\u{323}b", "🇬🇧🏴󠁧󠁢󠁷󠁬󠁳󠁿"])
  func `6 one key moves and deletes one visible character, and bytes stay as typed`(
    name: String
  ) throws {
    var sitting = try begun()
    sitting.go(to: .childWords)
    sitting.type(name + "x")
    sitting.press(.backspace)
    for _ in name { sitting.press(.left) }
    sitting.press(.character("<"), .end, .character(">"))
    sitting.press(.home, .delete, .end, .backspace)
    sitting.fill(.seen, "y")
    sitting.press(.control("s"))
    let words = try #require(try latest(sitting, "C0471").childWords)
    #expect(Array(words.utf8) == Array(name.utf8))
    sitting.press(.character("v"))
    sitting.go(to: .childWords)
    sitting.type("one " + name)
    sitting.press(.control("w"), .backspace)
    #expect(sitting.row.contains("one") && !sitting.row.contains(name))
  }

  @Test func `11 undo goes back step by step to how the field was at first`() throws {
    var sitting = try begun()
    sitting.go(to: .childWords)
    var seen: [String] = [sitting.text]
    for change in [Key.character("a"), .character(" "), .paste("line\nline"), .control("w")] {
      sitting.press(change)
      seen.append(sitting.text)
    }
    for expected in seen.dropLast().reversed() {
      sitting.press(.control("_"))
      #expect(sitting.text == expected)
    }
  }

  @Test(arguments: ["?", "q", "/", ":", "&", "u", "m"])
  func `12 a key that means something on a list is text in a field`(letter: String) throws {
    var sitting = try begun()
    sitting.go(to: .childWords)
    sitting.type(letter + "x")
    #expect(sitting.text.hasPrefix("Log a visit") && sitting.row.contains(letter + "x"))
  }

  // MARK: What makes it quick

  @Test func `a sibling seen in the same visit has their own contact with their own words`() throws
  {
    var sitting = try Sitting(Size(rows: 50, columns: 100))
    let (first, second) = try siblings(sitting)
    sitting.open(first.ref)
    sitting.press(.character("v"))
    sitting.fill(.seen, "y")
    sitting.go(to: .line)
    #expect(sitting.row.contains("> Add a line"), "\(sitting.text)")
    sitting.press(.right)
    #expect(
      sitting.text.contains("[\(second.calledInForm) was there too (\(second.ref))]"),
      "\(sitting.text)")
    sitting.press(.tab, .control("s"))
    #expect(sitting.text.contains("! \(second.calledInForm) seen: say yes, no or unknown."))
    sitting.press(.character("n"), .tab, .tab, .paste("Would not come down."), .control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    let (mine, theirs) = try (latest(sitting, first.ref), latest(sitting, second.ref))
    #expect(mine.childSeen == .yes && mine.childWords == nil)
    #expect(theirs.childSeen == .no && theirs.childWords == "Would not come down.")
    #expect((mine.date, mine.time, mine.kind) == (theirs.date, theirs.time, theirs.kind))
    #expect(mine.professional == theirs.professional)
  }

  @Test func `a sibling's words in a draft come back when the record has been read`() throws {
    var sitting = try Sitting(Size(rows: 50, columns: 100))
    let (first, second) = try siblings(sitting)
    sitting.open(first.ref)
    sitting.press(.character("v"))
    sitting.go(to: .line)
    sitting.press(.right, .tab, .character("y"), .tab, .tab, .paste("Sang."), .escape)
    sitting.press(.character("v"))
    #expect(sitting.text.contains("What \(second.calledInForm)"), "\(sitting.text)")
    #expect(sitting.text.contains("Sang."))
  }

  private func siblings(_ sitting: Sitting) throws -> (Child, Child) {
    let children = try sitting.store.cases(.matching("")).map(\.child)
    let homes = Dictionary(grouping: children.filter { $0.household != nil }, by: \.household)
    let home = try #require(homes.values.filter { $0.count > 1 }.min { $0[0].ref < $1[0].ref })
    return (home[0], home[1])
  }

  @Test func `Ctrl-Space completes a professional whom the record knows`() throws {
    var sitting = try begun()
    let child = try #require(try sitting.store.child(ref: "C0471"))
    let known = try #require(
      try sitting.store.caseFile(of: child.id).record.contacts().compactMap(\.facts.professional)
        .first { $0 != Sitting.caseload.me.name })
    sitting.go(to: .professional)
    #expect(sitting.row.contains("Who made it"), "\(sitting.text)")
    let last = String(try #require(known.split(separator: " ").last).prefix(4)).lowercased()
    sitting.type(last)
    #expect(sitting.text.contains("Ctrl-Space: "), "\(sitting.text)")
    sitting.press(.control(" "))
    #expect(sitting.row.contains(known), "\(sitting.text)")
    sitting.press(.control("_"))
    #expect(sitting.row.contains(last) && !sitting.row.contains(known))
  }

  @Test func `Ctrl-P and Ctrl-N move a day back and on, and keep its time`() throws {
    var sitting = try begun()
    sitting.type("yest 14:30")
    sitting.press(.control("p"))
    #expect(sitting.text.contains("Saturday 21 November 2026, 14:30"), "\(sitting.text)")
    sitting.press(.control("n"), .control("n"))
    #expect(sitting.text.contains("Monday 23 November 2026, 14:30"))
  }

  @Test func `Ctrl-R takes the circumstances of the contact saved last and nothing of a child`()
    throws
  {
    var sitting = try begun()
    sitting.press(.control("r"))
    #expect(sitting.text.contains("Nothing has been saved since Heed was opened"))
    sitting.type("thu")
    sitting.fill(.kind, "o")
    sitting.fill(.announced, "y")
    sitting.fill(.professional, "S. Quarrie")
    sitting.fill(.seen, "y")
    sitting.fill(.childWords, "Her words.")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    sitting.press(.escape, .escape)
    sitting.open("C0417")
    sitting.press(.character("v"), .control("r"))
    for word in ["Thursday 19 November 2026", "[office visit]", "S. Quarrie"] {
      #expect(sitting.text.contains(word), "\(sitting.text)")
    }
    #expect(!sitting.text.contains("Her words.") && !sitting.text.contains("[yes]"))
  }

  @Test func `Alt and a digit put headings into a note, as one change`() throws {
    var sitting = try begun()
    sitting.press(.alt("1"))
    #expect(!sitting.text.contains("Who was there:"))
    sitting.go(to: .outcome)
    let before = sitting.text
    sitting.press(.alt("1"))
    #expect(sitting.text.contains("Who was there:"), "\(sitting.text)")
    sitting.press(.control("_"))
    #expect(sitting.text == before)
  }

  @Test func `a long paste is taken in when it was meant`() throws {
    var sitting = try begun()
    sitting.go(to: .childWords)
    let long = String(repeating: "word ", count: 8000)
    sitting.press(.paste(long))
    #expect(sitting.text.contains("That paste is 39 kB."), "\(sitting.text)")
    sitting.press(.character("n"))
    #expect(!sitting.text.contains("word word"))
    sitting.press(.paste(long), .character("y"))
    #expect(sitting.text.contains("word word"))
  }

  @Test func `an editor of one's own opens only where it is allowed`() throws {
    var sitting = try begun()
    sitting.go(to: .childWords)
    sitting.press(.character("x"), .control("e"))
    #expect(sitting.text.contains("Your authority has not allowed an editor"))
    #expect(sitting.row.contains("x"))
  }
}
