import Cells
import Records
import Testing

/// Whole screens of the fictional caseload as text, at three sizes.
@Suite struct ScreenFrameTests {
  @Test(arguments: recordedSizes)
  func `the flagged list, and a flag's evidence in place`(name: String, size: Size) throws {
    var sitting = try Sitting(size)
    try expectFrame(sitting.frame, "flagged-\(name)")
    sitting.press(.down, .character(" "))
    try expectFrame(sitting.frame, "flagged-evidence-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a child seen again and again, and one flag and one contact in full`(
    name: String, size: Size
  ) throws {
    var sitting = try Sitting(size)
    sitting.open("C0417")
    try expectFrame(sitting.frame, "child-\(name)")
    sitting.press(.enter)
    try expectFrame(sitting.frame, "flag-\(name)")
    sitting.press(.escape, .end)
    try expectFrame(sitting.frame, "child-end-\(name)")
    sitting.press(.enter)
    try expectFrame(sitting.frame, "contact-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `the log, the agencies, and the keys`(name: String, size: Size) throws {
    var sitting = try Sitting(size)
    sitting.press(.character("l"))
    try expectFrame(sitting.frame, "log-\(name)")
    sitting.press(.escape, .character("p"))
    try expectFrame(sitting.frame, "agencies-\(name)")
    sitting.press(.escape, .character("?"))
    try expectFrame(sitting.frame, "help-\(name)")
    sitting.press(.escape, .character("r"))
    try expectFrame(sitting.frame, "rules-\(name)")
    sitting.press(.enter)
    try expectFrame(sitting.frame, "rule-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a search, and one that finds nobody`(name: String, size: Size) throws {
    var sitting = try Sitting(size)
    sitting.press(.character("c"))
    sitting.type("mar")
    try expectFrame(sitting.frame, "find-\(name)")
    sitting.type("zzz")
    try expectFrame(sitting.frame, "find-nobody-\(name)")
  }

  @Test(arguments: recordedSizes)
  func `a worker's own children`(name: String, size: Size) throws {
    var sitting = try Sitting(size)
    sitting.press(.character("m"))
    try expectFrame(sitting.frame, "own-\(name)")
  }
}
