import BundledResources
import Cells
import Flags
import Records
import Reports
import Storage
import Testing

extension AcceptanceTests {
  private static let small = Size(rows: 14, columns: 80)

  /// Presses keys that open a record and come back; the frame must be the same to the letter.
  private func expectSame(
    after keys: [Key], to sitting: inout Sitting, opening title: String,
    _ place: SourceLocation = #_sourceLocation
  ) {
    let (text, row) = (sitting.text, sitting.row)
    for (index, key) in keys.enumerated() {
      sitting.press(key)
      guard index == 0 else { continue }
      #expect(sitting.text.contains(title), "\(sitting.text)", sourceLocation: place)
      #expect(sitting.text != text, sourceLocation: place)
    }
    #expect(sitting.text == text, sourceLocation: place)
    #expect(sitting.row == row && !row.isEmpty, sourceLocation: place)
  }

  @Test func `A46 back from a child the flagged list stands at the same page and row`() throws {
    var sitting = try Sitting(Self.small)
    sitting.press(.pageDown, .down)
    #expect(!sitting.text.contains("Marlow, Kit"))
    let name = try #require(sitting.row.split(separator: ",").first?.split(separator: " ").last)
    expectSame(after: [.enter, .escape], to: &sitting, opening: String(name))
    let further: [Key] = [.enter, .down, .enter, .escape, .escape]
    expectSame(after: further, to: &sitting, opening: String(name))
  }

  @Test func `A46 back from a child the search keeps its words, its page and its row`() throws {
    var sitting = try Sitting(Self.small)
    sitting.press(.character("c"), .pageDown, .down)
    expectSame(after: [.enter, .escape], to: &sitting, opening: " · ")
    sitting.press(.escape)
    sitting.press(.character("c"), .paste("a"), .down)
    expectSame(after: [.enter, .escape], to: &sitting, opening: " · ")
    #expect(sitting.text.hasPrefix("Find  a"))
  }

  @Test func `A46 back from a contact the log stands at the same page and row`() throws {
    var sitting = try Sitting(Self.small)
    sitting.press(.character("l"), .pageDown, .pageDown, .down)
    expectSame(after: [.enter, .escape], to: &sitting, opening: "Agency")
  }

  @Test func `A46 back from a contact the chronology stands at the same page and row`() throws {
    var sitting = try Sitting(Self.small)
    sitting.open("C0417")
    sitting.press(.pageDown, .pageDown, .down)
    expectSame(after: [.enter, .escape], to: &sitting, opening: "Agency")
  }

  @Test func `A32 who answered and who signed are in the flag's own sentence for everybody`() throws
  {
    var sitting = try Sitting()
    let context = ReportContext(
      now: Sitting.now, parameters: Parameters(calendar: BundledResources.workingCalendar))
    let entry = try #require(
      try sitting.store.flags(includingCleared: false)
        .first { $0.child.ref == "C0417" && !$0.flag.rule.isAboutAnswers })
    var mint = IdentifierMint()
    try sitting.store.add(
      Person(
        id: mint.next(at: Sitting.now), name: "S. Haddad", role: Role("head of service"),
        agency: Agency(.socialCare), account: "shaddad"))
    try sitting.store.setSecret(of: "shaddad", from: nil, to: "a quiet word", at: Sitting.now)
    let decision = Answer.Decision.decide(
      Answer.Decide(
        reason: .medicalCause, because: "seen by Dr Osei", wouldChange: "another mark",
        reviewBy: Sitting.now.londonDay))
    let waiting = try sitting.store(as: "nokafor").answer(
      entry.id, decision, at: Sitting.now)
    let asked = waiting.sentence(in: context)
    #expect(asked.contains("N. Okafor on 23 Nov 2026: not to escalate"), "\(asked)")
    #expect(asked.contains("\"seen by Dr Osei\""))
    #expect(asked.contains("Awaits the signature of a head of service."))
    let answer = try #require(waiting.answer)
    _ = try sitting.store.sign(
      entry.id, answer: answer.id, by: .secret(account: "shaddad", secret: "a quiet word"),
      at: Sitting.now)
    let signed = try #require(
      try sitting.store.flags(includingCleared: false).first { $0.id == entry.id }
    ).flag.sentence(in: context)
    #expect(
      signed.contains("Answered by N. Okafor, signed by S. Haddad, head of service."), "\(signed)")
    #expect(!signed.contains("Awaits"))
    sitting.open("C0417")
    sitting.size = Size(rows: 40, columns: 100)
    sitting.press(.home)
    for _ in 0..<9 where !sitting.row.contains(entry.flag.rule.description) { sitting.press(.down) }
    sitting.press(.enter)
    #expect(sitting.text.contains("Signed by S. Haddad"), "\(sitting.text)")
  }
}
