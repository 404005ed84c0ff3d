import Foundation
import InjectionCorpus
import Testing

/// The bytes that Heed's screens send to a terminal, of a store that somebody has tampered with.
@Suite struct RawOutputTests {
  /// Walks every screen of a store of planted texts and gives the bytes that came out.
  private func walk(_ texts: [String]) throws -> [UInt8] {
    let terminal = try Tmux()
    try InjectionCorpus.contacts.write(
      toFile: terminal.path("corpus.csv"), atomically: true, encoding: .utf8)
    let store = terminal.path("s.heed")
    let options = "--store \(store) --as-of 2026-06-01T10:00"
    try terminal.run(
      "heed init \(store) --me Ida --role 'team manager' && heed import corpus.csv \(options); "
        + "clear; echo loaded")
    try terminal.wait { $0.hasPrefix("loaded") }
    try InjectionCorpus.plant(texts, in: store)
    try terminal.record(to: "raw")
    try terminal.run("heed \(options)")
    try terminal.wait { $0.contains("Flagged") && $0.contains("? help") }
    for _ in texts {
      // Keys that come in one burst may be a paste, so each is waited for.
      try terminal.press("Space")
      try terminal.wait { $0.contains("* Sat 2 May") }
      try terminal.press("Space")
      try terminal.wait { !$0.contains("* Sat 2 May") }
      try terminal.press("Enter")
      try terminal.wait { $0.contains("Enter read") }
      try terminal.wait { $0.contains("*Sat 2 May") }
      for key in ["Enter", "f", "i"] {
        try terminal.press(key)
        try terminal.wait { !$0.contains("Enter read") }
        try terminal.press("q")
        try terminal.wait { $0.contains("Enter read") }
      }
      try terminal.press("q")
      try terminal.wait { $0.contains("Space evidence") }
      try terminal.press("Down")
    }
    for (keys, back) in [
      (["?"], "q"), (["l"], "q"), (["p"], "q"), ([":"], "Escape"), (["c", "x"], "Escape"),
      (["w", "x"], "Escape"),
    ] {
      for key in keys {
        try terminal.press(key)
        try terminal.wait { !$0.contains("Space evidence") }
      }
      try terminal.press(back)
      try terminal.wait { $0.contains("Space evidence") }
    }
    try terminal.wait { $0.contains("Flagged") }
    try terminal.press("q")
    try terminal.waitForShell()
    return try Array(Data(contentsOf: URL(filePath: terminal.path("raw"))))
  }

  /// The escape sequences in bytes, each with its parameters but for those that only say where.
  private func shapes(_ bytes: [UInt8]) -> Set<String> {
    let text = String(decoding: bytes, as: UTF8.self)
    let sequence = /\u{1B}(?:\[[0-?]*[ -\/]*[@-~]|\][^\u{7}\u{1B}]*|[ -\/]*[0-~])/
    let moving = Set("ABCDGHPSTXLMdfrb@`")
    return Set(
      text.matches(of: sequence).map { match in
        let found = String(match.output)
        guard found.hasPrefix("\u{1B}["), let last = found.last, moving.contains(last) else {
          return found
        }
        return found.replacing(/[0-9]+/, with: "n")
      })
  }

  @Test func `no text of a store sends a control to the terminal, whichever screen shows it`()
    throws
  {
    let harmless = try walk(InjectionCorpus.texts.indices.map { "plain words \($0)" })
    let planted = try walk(InjectionCorpus.texts)
    let allowed = shapes(harmless)
    // Which way of changing a line is the shortest differs with the texts.
    let shifts = ["P", "@", "X", "L", "M"].map { "\u{1B}[n\($0)" }
    #expect(shapes(InjectionCorpus.texts.flatMap(\.utf8)).isDisjoint(with: shifts))
    #expect(allowed.count > 5 && planted.count > 50_000)
    // Colours and weights are those of a few marks; which of them meet differs with the texts.
    let foreign = shapes(planted).subtracting(allowed).subtracting(shifts)
      .filter { $0.last != "m" }
    #expect(foreign.isEmpty, "\(foreign.map(\.debugDescription))")
    let hidden = shapes(planted).filter { $0.last == "m" && $0.contains(/[\[;]8[;m]/) }
    #expect(hidden.isEmpty)
    let known: Set<UInt8> = [7, 8, 9, 10, 13, 14, 15, 27]
    #expect(planted.allSatisfy { ($0 >= 32 && $0 != 127) || known.contains($0) })
    let beeps = { (bytes: [UInt8]) in bytes.count { $0 == 7 } }
    #expect(beeps(planted) <= beeps(harmless))
    let shown = String(decoding: planted, as: UTF8.self).unicodeScalars
    let clusters: Set<UInt32> = [0x200D, 0xFE0F]
    #expect(
      !shown.contains {
        $0.value > 0x9F && InjectionCorpus.isForbidden($0) && !clusters.contains($0.value)
          && !(0x1F1E6...0x1F3FF).contains($0.value)
      })
    #expect(!shown.contains { (0x80...0x9F).contains($0.value) })
    print("raw output: \(planted.count) bytes of all screens, \(foreign.count) foreign sequences")
  }
}
