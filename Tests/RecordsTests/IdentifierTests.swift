import Records
import Testing

@Suite struct IdentifierTests {
  @Test func `identifiers of one mint increase and say that they are version 7`() {
    var mint = IdentifierMint()
    var last = Identifier(high: 0, low: 0)
    for second in [1_700_000_000, 1_700_000_000, 1_699_999_999, 1_700_000_001] {
      for _ in 0..<10_000 {
        let next = mint.next(at: Instant(seconds: second))
        #expect(next > last)
        last = next
      }
    }
    let text = Array(last.description)
    #expect(text[14] == "7")
    #expect("89ab".contains(text[19]))
  }

  @Test func `a mint goes on after an id of another, however its clock stands`() {
    let moment = Instant(seconds: 1_700_000_000)
    var last: Identifier?
    for seconds in [0, 0, -86_400, 0, 1] {
      var mint = IdentifierMint(after: last)
      for _ in 0..<5_000 {
        let next = mint.next(at: moment.adding(seconds: seconds))
        if let last { #expect(next > last) }
        last = next
      }
    }
    var other = IdentifierMint(after: nil)
    #expect(other.next(at: moment).madeAt == moment)
  }

  @Test func `text and bytes read back`() throws {
    var mint = IdentifierMint()
    let id = mint.next(at: Instant(seconds: 1_700_000_000))
    #expect(Identifier(text: id.description) == id)
    #expect(id.bytes.withUnsafeBytes { Identifier(bytes: $0) } == id)
    #expect(id.description.count == 36)
  }

  @Test(arguments: [
    "", "019ab3c2", "zzzzzzzz-0000-7000-8000-000000000000", "+19ab3c20000700080000000000000000",
  ])
  func `other text is no identifier`(text: String) {
    #expect(Identifier(text: text) == nil)
  }
}
