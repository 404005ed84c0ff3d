import Cells
import Fiction
import Records
import Storage
import Testing

@testable import Screens

/// Whole screens that somebody at work comes to: finding, reading on, locking, and what is said.
@Suite struct WorkingFrameTests {
  @Test(arguments: recordedSizes)
  func `everything that Heed can do by its name, and what is left of it by words`(
    name: String, size: Size
  ) throws {
    var sitting = try Sitting(size)
    sitting.press(.character(":"))
    try expectFrame(sitting.frame, "palette-\(name)")
    sitting.type("flag")
    try expectFrame(sitting.frame, "palette-words-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a search of the notes not begun, with hits, and without`(name: String, size: Size) throws {
    var sitting = try Sitting(size)
    sitting.press(.character("w"))
    try expectFrame(sitting.frame, "search-empty-\(name)")
    sitting.type("school")
    try expectFrame(sitting.frame, "search-\(name)")
    sitting.type("zzz")
    try expectFrame(sitting.frame, "search-nothing-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `the pictures of a child, and their end`(name: String, size: Size) throws {
    var sitting = try Sitting(size)
    sitting.open("C0417")
    sitting.press(.character("i"))
    try expectFrame(sitting.frame, "pictures-\(name)")
    sitting.press(.end)
    try expectFrame(sitting.frame, "pictures-end-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a flag read in full, and the next`(name: String, size: Size) throws {
    var sitting = try Sitting(size)
    sitting.press(.character("f"))
    try expectFrame(sitting.frame, "flag-page-\(name)")
    sitting.press(.tab)
    try expectFrame(sitting.frame, "flag-page-next-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `the log while text is looked for, found, narrowed and ordered`(
    name: String, size: Size
  ) throws {
    var sitting = try Sitting(size)
    sitting.press(.character("l"), .character("/"))
    sitting.type("kit")
    try expectFrame(sitting.frame, "log-find-\(name)")
    sitting.press(.enter)
    try expectFrame(sitting.frame, "log-found-\(name)")
    sitting.press(.escape, .character("&"))
    sitting.type("police")
    sitting.press(.enter)
    try expectFrame(sitting.frame, "log-narrowed-\(name)")
    sitting.press(.character("o"))
    try expectFrame(sitting.frame, "log-ordered-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `the flagged list in another order, and narrowed to nothing`(
    name: String, size: Size
  ) throws {
    var sitting = try Sitting(size)
    sitting.press(.character("o"), .character("o"))
    try expectFrame(sitting.frame, "flagged-ordered-\(name)")
    sitting.press(.character("&"))
    sitting.type("zzz")
    sitting.press(.enter)
    try expectFrame(sitting.frame, "flagged-nothing-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `what is unfinished: said at the start, and listed`(name: String, size: Size) throws {
    var sitting = try Sitting(size)
    sitting.open("C0471")
    sitting.press(.character("v"))
    sitting.fill(.childWords, "He hid behind the door.")
    sitting.rest()
    var next = try Sitting(size, on: sitting.store)
    try expectFrame(next.frame, "flagged-unfinished-\(name)")
    next.press(.character("u"))
    try expectFrame(next.frame, "unfinished-\(name)")
    var other = try Sitting(size)
    other.press(.character("u"))
    try expectFrame(other.frame, "unfinished-none-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a locked screen, with a secret and without`(name: String, size: Size) throws {
    var sitting = try Sitting(size)
    sitting.press(.character("L"))
    try expectFrame(sitting.frame, "lock-\(name)")
    try sitting.store.setSecret(
      of: Sitting.caseload.me.account, from: nil, to: "a quiet word", at: Sitting.now)
    var next = try Sitting(size, on: sitting.store)
    next.press(.character("L"))
    next.type("a loud word")
    try expectFrame(next.frame, "lock-secret-\(name)")
    next.press(.enter)
    try expectFrame(next.frame, "lock-refused-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `messages, the question before leaving, and a store that another holds`(
    name: String, size: Size
  ) throws {
    let failing = Failure()
    var sitting = try Sitting(size, on: failing.store())
    sitting.press(.control("c"))
    try expectFrame(sitting.frame, "leave-\(name)")
    sitting.press(.escape)
    sitting.open("C0471")
    sitting.press(.character("v"))
    sitting.fill(.seen, "y")
    sitting.fill(.childWords, "He hid.")
    failing.error = .busy
    sitting.press(.control("s"))
    try expectFrame(sitting.frame, "form-visit-busy-\(name)")
    failing.error = nil
    sitting.press(.escape, .escape, .escape, .character("!"))
    try expectFrame(sitting.frame, "messages-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a fact noted of a child, with its problems, and a contact put right`(
    name: String, size: Size
  ) throws {
    var sitting = try Sitting(size)
    sitting.open("C0417")
    sitting.press(.character("+"))
    try expectFrame(sitting.frame, "form-fact-\(name)")
    sitting.press(.control("s"))
    try expectFrame(sitting.frame, "form-fact-problems-\(name)")
    sitting.press(.escape, .escape)
    var next = try Sitting(size, on: sitting.store)
    next.open("C0417")
    next.press(.end, .character("e"))
    try expectFrame(next.frame, "form-amend-\(name)")
    next.press(.function(1))
    try expectFrame(next.frame, "help-form-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a decision that waits is signed by another`(name: String, size: Size) throws {
    var me = Sitting.caseload.me
    me.account = "irowe"
    var sitting = try Sitting(size, me: me)
    sitting.press(.character("/"))
    sitting.type("Slade")
    sitting.press(.enter, .character("s"))
    try expectFrame(sitting.frame, "form-sign-\(name)")
  }
}
