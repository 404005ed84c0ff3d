import Foundation
import FuzzProperties
import Testing

/// What libFuzzer began with and what it found, in every run of the suite.
struct ReplayTests {
  @Test(arguments: FuzzTarget.allCases)
  func `every seed and every input that once broke a property keeps them all`(
    _ target: FuzzTarget
  ) throws {
    let inputs = try ["Corpus", "Fixtures"].flatMap { try files(in: "\($0)/\(target.rawValue)") }
    #expect(!inputs.isEmpty)
    for input in inputs {
      check(target, [UInt8](try Data(contentsOf: input)), input.lastPathComponent)
    }
  }

  @Test(arguments: FuzzTarget.allCases)
  func `no beginning of a seed, and no input of one byte, breaks a property`(
    _ target: FuzzTarget
  ) throws {
    for byte in UInt8.min...UInt8.max { check(target, [byte], "\(byte)") }
    for seed in try files(in: "Corpus/\(target.rawValue)") {
      let bytes = [UInt8](try Data(contentsOf: seed))
      for end in bytes.indices {
        check(target, Array(bytes[..<end]), "\(end) bytes of \(seed.lastPathComponent)")
      }
    }
  }

  private func check(_ target: FuzzTarget, _ input: [UInt8], _ name: String) {
    do throws(BrokenProperty) {
      try target.check(input)
    } catch {
      Issue.record("\(target) \(name): \(error)")
    }
  }

  /// The files of a folder of `Fuzzing`; none where there is no folder.
  private func files(in folder: String) throws -> [URL] {
    let url = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
      .appending(path: "Fuzzing/\(folder)")
    guard FileManager.default.fileExists(atPath: url.path) else { return [] }
    return try FileManager.default.contentsOfDirectory(at: url, includingPropertiesForKeys: nil)
      .sorted { $0.path < $1.path }
  }
}
