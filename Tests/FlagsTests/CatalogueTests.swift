import Flags
import Foundation
import Testing

/// The list of rules and the folder of rules say the same.
struct CatalogueTests {
  private func files(_ folder: String) throws -> Set<String> {
    let root = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .deletingLastPathComponent()
    return Set(
      try FileManager.default.contentsOfDirectory(atPath: root.appending(path: folder).path))
  }

  @Test func `every rule has a file and a table of tests, and every file a rule`() throws {
    let names = FlagRule.all.map { rule in
      rule.name.split(separator: "-").map(\.capitalized).joined()
    }
    #expect(try files("Sources/Flags/Rules") == Set(names.map { $0 + ".swift" }))
    #expect(try files("Tests/FlagsTests/Rules") == Set(names.map { $0 + "Tests.swift" }))
  }

  @Test func `ids are unique and in order, and words are sentences`() {
    let ids = FlagRule.all.map(\.id)
    #expect(ids == Set(ids).sorted())
    for rule in FlagRule.all {
      #expect(rule.words.hasSuffix("."), "\(rule.id)")
      #expect(rule.source.hasSuffix("."), "\(rule.id)")
    }
  }
}
