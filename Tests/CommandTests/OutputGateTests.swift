import Foundation
import InjectionCorpus
import Testing

/// Every text of a store that somebody has tampered with, printed by every command that prints any.
///
/// What is typed or imported can hold no control at all; here the file itself was written to.
@Suite struct OutputGateTests {
  /// A store with a child for each text of the corpus, in every column of which it stands.
  private func makeStore() throws -> Program {
    let program = try Program.withStore()
    let texts = InjectionCorpus.texts
    try program.write(InjectionCorpus.contacts, to: "corpus.csv")
    let monday = ["--as-of", "2026-06-01T10:00"]
    for command in [
      ["import", "corpus.csv"], ["note", "C0", "adult", "sighted", "adult=Danny", "role=friend"],
      [
        "answer", "C0:R03", "--decide", "other", "--because", "x", "--would-change", "y",
        "--review-by", "2026-06-02",
      ],
      ["people", "Sam Haddad", "--role", "head of service", "--account", "sh"],
    ] {
      let done = try program.run(command + monday)
      try #require(done.status == 0, "\(command): \(done.complaint)")
    }
    for command in [
      ["hold", "C1", "--because", "x"], ["erase", "C2", "--whole-record", "--because", "x"],
    ] {
      try #require(try program.run(command).status == 0, "\(command)")
    }
    try InjectionCorpus.plant(texts, in: program.path("store.heed"))
    return program
  }

  private static let commands: [[String]] = [
    ["flags"], ["flags", "--all"], ["flags", "--json"], ["children"], ["children", "--json"],
    ["children", "x"], ["agencies"], ["agencies", "--json"], ["people"], ["people", "--json"],
    ["rules", "R03"], ["rules"], ["rules", "--json"], ["hold"], ["hold", "--json"],
    ["removals"], ["removals", "--json"], ["retention", "--all"], ["retention", "--all", "--json"],
    ["rescan"], ["rescan", "--json"], ["doctor"], ["--plain"], ["verify"], ["anchor"],
    ["answer", "C0:R99", "--escalate", "s47"], ["facts", "C0"], ["facts", "C0", "--json"],
    ["close", "C0", "--because", "x"],
  ]

  /// Each printed form of one child's record.
  private static let ofChild: [[String]] = [
    ["chronology"], ["chronology", "--json"], ["chronology", "--html"], ["flags", "--child"],
  ]

  @Test func `nothing that is stored acts on a terminal, whichever command prints it`() throws {
    let program = try makeStore()
    var printed = 0
    var commands = Self.commands
    for number in InjectionCorpus.texts.indices {
      commands += Self.ofChild.map { $0 + ["C\(number)"] }
    }
    for command in commands {
      let ran = try program.run(command + ["--as-of", "2026-06-01T10:00"])
      printed += ran.output.utf8.count
      let isRefused = ["answer", "verify", "doctor", "close"].contains(command.first)
      #expect((ran.status == 0) != isRefused, "\(command): \(ran.complaint)")
      for text in [ran.output, ran.complaint] {
        let foreign = text.unicodeScalars.first {
          $0 != "\n" && InjectionCorpus.isForbidden($0) && !isInCluster($0, of: text)
        }
        #expect(foreign == nil, "\(command): U+\(String(foreign?.value ?? 0, radix: 16))")
      }
    }
    #expect(printed > 100_000)
    print("output gate: \(commands.count) commands printed \(printed) bytes, 0 foreign")
  }

  /// Whether a joiner, a variation selector or a skin tone stands inside a well-formed emoji, where
  /// it may stand.
  private func isInCluster(_ scalar: Unicode.Scalar, of text: String) -> Bool {
    let joining: Set<UInt32> = [0x200D, 0xFE0F]
    guard joining.contains(scalar.value) || (0x1F1E6...0x1F3FF).contains(scalar.value) else {
      return false
    }
    return text.contains { character in
      character.unicodeScalars.contains(scalar) && character.unicodeScalars.count > 1
        && character.unicodeScalars.first?.properties.isEmoji == true
    }
  }

  @Test func `what is exported for a program is exact but for controls, and no cell is run`() throws
  {
    let program = try makeStore()
    for (number, text) in InjectionCorpus.texts.enumerated() {
      let ran = try program.run("chronology", "C\(number)", "--csv")
      #expect(ran.status == 0, "\(ran.complaint)")
      #expect(!ran.output.unicodeScalars.contains(where: InjectionCorpus.isControl), "C\(number)")
      if !text.unicodeScalars.contains(where: InjectionCorpus.isControl), text.count < 99 {
        #expect(ran.output.contains(text.replacing("\"", with: "\"\"")), "C\(number)")
      }
    }
  }

  @Test func `a refused file that holds controls is written beside it with marks`() throws {
    let program = try Program.withStore()
    try program.write(
      "child_ref,date,agency,contact_type,outcome\nC1,2026-05-01,police,phone,\u{1B}]0;x\u{7}\n"
        + "=C2,nonsense,police,phone,'=1\n", to: "bad.csv")
    #expect(try program.run("import", "bad.csv", "--accept-valid").status == 65)
    let rejected = try program.read("bad.rejected.csv")
    #expect(!rejected.unicodeScalars.contains(where: InjectionCorpus.isControl))
    #expect(rejected.contains("<U+001B>]0;x<U+0007>"))
    #expect(rejected.contains("'=C2,nonsense,police,phone,'=1,"))
  }
}
