import Flags
import Records
import Testing

@Suite struct FamilyConcernSetAsideTests {
  let rule = FlagRule.familyConcernSetAside

  /// Two concerns from a source, each set aside on the day on which it was raised.
  private func drawing(first: Int = -20, source: String = "1A", _ added: String = "") -> String {
    """
    \(first) + concern raised · concern: shouting · raised_by: \(source)
    \(first) + concern set aside · concern: shouting · set_aside_as: malicious · because: feud
    -10 + concern raised · concern: bruise · raised_by: 1B
    -10 + concern set aside · concern: bruise · set_aside_as: unsubstantiated · because: none seen
    \(added)
    """
  }

  @Test(arguments: [(-179, "B: -179 -10"), (-180, "-"), (-10, "B: -10 -10")])
  func `two reports set aside in 180 days raise it`(first: Int, expected: String) throws {
    #expect(try found(rule, drawing(first: first)) == expected)
  }

  @Test(arguments: [
    ("-20 + concern raised · concern: shouting · raised_by: 1A", "-"),
    (
      """
      -20 + concern raised · concern: shouting · raised_by: 1A
      -20 + concern set aside · concern: shouting · set_aside_as: malicious · because: feud
      """, "-"
    ),
    // The same concern again counts again.
    (
      """
      -20 + concern raised · concern: shouting · raised_by: 1A
      -20 + concern set aside · concern: shouting · set_aside_as: malicious · because: feud
      -10 + concern raised · concern: Shouting · raised_by: 9
      -9 + concern set aside · concern: shouting · set_aside_as: malicious · because: feud
      """, "B: -20 -9"
    ),
  ])
  func `one report, or one that nobody set aside, does not`(
    drawing: String, expected: String
  ) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test(arguments: [
    ("1A", true), ("1B", true), ("1D", true), ("9", true), ("1C", false), ("2A", false),
    ("5D", false), ("6", false), ("8", false), ("10", false),
  ])
  func `family, acquaintances, others and the unnamed count, and no agency`(
    source: String, counts: Bool
  ) throws {
    #expect(try found(rule, drawing(source: source)) == (counts ? "B: -20 -10" : "-"))
  }

  @Test(arguments: [
    ("-5 social care home visit · child_seen: yes · seen_alone: yes", "-"),
    ("-19 school school · child_seen: yes · seen_alone: yes", "-"),
    ("-20 social care home visit · child_seen: yes · seen_alone: yes", "B: -20 -10"),
    ("-5 social care home visit · child_seen: yes · seen_alone: no", "B: -20 -10"),
    ("-5 social care home visit · child_seen: yes · seen_alone: unknown", "B: -20 -10"),
    ("-5 social care strategy discussion · escalation_level: strategy discussion", "B: -20 -10"),
    ("-5 + concern tested · concern: bruise · tested_by: scene seen", "-"),
    ("-5 + concern answered · concern: shouting · because: seen by the health visitor", "-"),
    ("-5 + concern viewed · concern: bruise", "B: -20 -10"),
  ])
  func `the child seen alone since the first, a test or an answer clears it`(
    added: String, expected: String
  ) throws {
    #expect(try found(rule, drawing(added)) == expected)
  }

  @Test(arguments: [
    ("1A", "photo", "", "B: -200"), ("9", "video", "", "B: -200"), ("1D", "message", "", "B: -200"),
    ("1A", "nothing", "", "-"), ("2A", "photo", "", "-"),
    ("1A", "photo", "-1 + concern viewed · concern: bruise", "-"),
    ("1A", "photo", "-1 + concern tested · concern: bruise · tested_by: second source", "-"),
    ("1A", "photo", "-1 social care home visit · child_seen: yes · seen_alone: yes", "B: -200"),
  ])
  func `what was offered and nobody viewed raises it at once and for as long`(
    source: String, offered: String, added: String, expected: String
  ) throws {
    let drawing = """
      -200 + concern raised · concern: bruise · raised_by: \(source) · offered: \(offered)
      \(added)
      """
    #expect(try found(rule, drawing) == expected)
  }

  @Test func `the line says who told what, and what was not done`() throws {
    #expect(
      try sentence(rule, drawing()) == """
        A neighbour or acquaintance reported "bruise"; 2 reports set aside, the last as \
        "unsubstantiated", without the child seen alone.
        """)
    let offered = "-2 + concern raised · concern: marks · raised_by: 1A · offered: photo"
    #expect(
      try sentence(rule, offered)
        == "Family reported \"marks\" and offered a photo. Nobody has viewed it.")
    #expect(
      try sentence(rule, drawing(offered)) == """
        A neighbour or acquaintance reported "bruise"; 2 reports set aside, the last as \
        "unsubstantiated", without the child seen alone, or what was offered viewed.
        """)
  }
}
