import Foundation
import ReadingScore
import Testing

/// The labelled phrases: those that were given and those of our own, with the goals of reading.
@Suite struct CorpusTests {
  @Test(arguments: ["phrasesDev", "phrasesOwn", "phrasesRounds"])
  func `every goal of reading is reached on labelled phrases`(name: String) throws {
    let fixtures = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "Fixtures")
    let score = try Score(file: fixtures.appending(path: "\(name).csv").path)
    #expect(score.reachesGoals, "\(score.table)")
  }
}
