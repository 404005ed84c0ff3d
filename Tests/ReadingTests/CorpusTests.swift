import Crypto
import Foundation
import Reading
import ReadingScore
import Testing

/// The labelled phrases: those that were given and those of our own, with the goals of reading.
@Suite struct CorpusTests {
  private let fixtures = URL(filePath: #filePath).deletingLastPathComponent()
    .appending(path: "Fixtures")

  /// `RECORD_EDITION=1` writes the file anew, once the edition has been raised.
  @Test func `whoever changes how words are read raises the edition`() throws {
    var digest = SHA256()
    for name in ["phrasesDev", "phrasesOwn", "phrasesRounds"] {
      let readings = try Score.readings(file: fixtures.appending(path: "\(name).csv").path)
      for reading in readings { digest.update(data: Data((reading + "\n").utf8)) }
    }
    let sum = digest.finalize().map { String(format: "%02x", $0) }.joined()
    let now = "\(Reading.edition) \(sum)\n"
    let file = fixtures.appending(path: "edition.txt")
    let kept = try String(contentsOf: file, encoding: .utf8)
    if ProcessInfo.processInfo.environment["RECORD_EDITION"] != nil {
      #expect(!kept.hasPrefix("\(Reading.edition) "), "raise Reading.edition first")
      try now.write(to: file, atomically: true, encoding: .utf8)
    }
    #expect(kept == now, "some phrase is read otherwise than by this edition")
  }

  @Test(arguments: ["phrasesDev", "phrasesOwn", "phrasesRounds"])
  func `every goal of reading is reached on labelled phrases`(name: String) throws {
    let score = try Score(file: fixtures.appending(path: "\(name).csv").path)
    #expect(score.reachesGoals, "\(score.table)")
  }
}
