import Cells
import Fiction
import Records
import SeededRandom
import Testing

@testable import Screens

/// What a person does over several screens.
@Suite struct WorkbenchTests {
  @Test func `a visit typed in the form raises its flag on the child and on the list`() throws {
    var sitting = try Sitting()
    sitting.open("Quill Rafferty")
    #expect(sitting.text.contains("Quill, Rafferty · "))
    #expect(sitting.text.contains("No rule has fired."))
    sitting.press(.character("v"))
    sitting.fill(.seen, "y")
    sitting.fill(.seenAlone, "y")
    sitting.fill(.concern, "Found asleep on the sofa, hungry.")
    sitting.fill(.injuries, "bruise to left ear; bruise to right cheek; bruise to back")
    sitting.fill(.injuryCount, "3")
    sitting.fill(.explanation, "Nobody knows.")
    sitting.fill(.tested, "n")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Saved "))
    #expect(sitting.text.contains("Raised: TODAY R02."), "\(sitting.text)")
    #expect(sitting.text.contains("● bruise to left ear"))
    sitting.press(.escape, .escape)
    #expect(sitting.text.hasPrefix("Heed  Flagged"))
    #expect(sitting.text.contains("TODAY  Quill, Rafferty"))
  }

  @Test func `a form left by Esc is kept, and says so when it is opened again`() throws {
    var sitting = try Sitting()
    sitting.press(.character("v"), .paste("fri 9:15"), .escape)
    #expect(sitting.text.contains("Draft kept."))
    sitting.press(.character("v"))
    #expect(sitting.text.contains("draft kept 10:00"))
    #expect(sitting.text.contains("9:15"))
  }

  @Test func `an answered flag is said to be answered, and waits behind the others`() throws {
    var sitting = try Sitting()
    sitting.press(.character("a"), .character("1"), .tab, .character("s"), .control("s"))
    #expect(sitting.text.contains("is answered until"), "\(sitting.text)")
  }

  @Test func `Enter before a search has answered opens the child when it has`() throws {
    var sitting = try Sitting()
    sitting.press(.character("c"))
    sitting.hurry(.paste("C0417"))
    sitting.hurry(.enter)
    sitting.settle()
    #expect(sitting.text.contains("Marlow, Kit · 1 year 5 months"))
  }

  @Test func `help lists every key that the screen below takes`() throws {
    var sitting = try Sitting(Size(rows: 60, columns: 100))
    sitting.press(.character("?"))
    for label in ["Enter", "Space", "a ", "v ", "Tab", "/", "m ", "l ", "p ", "q ", "Esc"] {
      #expect(sitting.text.contains("  " + label), "\(label)")
    }
  }

  @Test func `q goes back, leaves Heed on the first screen, and is a letter in a search`() throws {
    var sitting = try Sitting()
    sitting.press(.character("c"), .character("q"))
    #expect(sitting.text.hasPrefix("Find  q"))
    sitting.press(.escape, .character("l"), .character("q"))
    #expect(!sitting.isOver)
    sitting.press(.character("q"))
    #expect(sitting.isOver)
  }

  @Test func `a worker begins with their own children, and sees the team's one key apart`() throws {
    var me = Sitting.caseload.me
    me.role = .socialWorker
    var sitting = try Sitting(me: me)
    #expect(sitting.text.hasPrefix("Heed  Your children"))
    sitting.press(.character("m"))
    #expect(sitting.text.hasPrefix("Heed  Flagged"))
  }

  @Test func `on a wide screen the selected child stands beside the list, the flag marked`() throws
  {
    var sitting = try Sitting(Size(rows: 43, columns: 132))
    sitting.press(.down, .tab)
    let lines = sitting.text.split(separator: "\n").map(String.init)
    #expect(lines[0].contains("Wrona, Łukasz · 6 years"))
    #expect(lines.contains { $0.contains(" *") && $0.contains("R0") })
    #expect(sitting.row.hasPrefix("> TODAY  Wrona"))
  }

  @Test func `growing back after a tiny size shows the same row`() throws {
    var sitting = try Sitting()
    sitting.press(.down, .down, .down)
    let row = sitting.row
    sitting.size = Size(rows: 5, columns: 20)
    _ = sitting.frame
    sitting.size = Size(rows: 24, columns: 80)
    #expect(sitting.row == row)
  }

  @Test func `pasted controls are shown as marks and do nothing`() throws {
    var sitting = try Sitting()
    sitting.press(.character("c"), .paste("a\u{1b}[2J\u{202e}b"))
    let controls = sitting.text.unicodeScalars.contains {
      $0 != "\n" && ($0.properties.generalCategory == .control || $0 == "\u{202e}")
    }
    #expect(!controls)
  }

  @Test(arguments: 1...4)
  func `random keys at random sizes never trap, and the cursor stays in sight`(
    seed: UInt64
  ) throws {
    let keys: [Key] =
      [
        .enter, .tab, .backTab, .escape, .backspace, .up, .down, .left, .right, .pageUp, .pageDown,
        .home, .end, .control("u"), .control("w"), .control("l"), .function(1),
        .paste("mar\nlow"), .paste(""),
      ] + "?/mlpav jkgGn12y".map { Key.character($0) }
    var random = SplitMix64(seed: seed)
    var sitting = try Sitting()
    for step in 0..<300 {
      guard let key = keys.randomElement(using: &random) else { return }
      sitting.size = Size(
        rows: Int.random(in: 1...60, using: &random),
        columns: Int.random(in: 1...200, using: &random))
      sitting.press(key)
      let frame = sitting.frame
      let isInside = frame.cursor.map {
        $0.row < sitting.size.rows && $0.column < sitting.size.columns
      }
      #expect(isInside ?? true, "seed \(seed), step \(step)")
    }
  }
}
