import Flags
import Records
import Testing

@Suite struct ExplanationChangedTests {
  let rule = FlagRule.explanationChanged

  private let burn = "-9 health GP · injuries: burn to arm · explanation_given: fell on the path\n"

  @Test(arguments: [
    // How it happened, told otherwise in a later contact or a fact of that day's injury.
    ("-5 school school · injuries: as before · explanation_given: banged the cot", "A: -9 -5"),
    ("-5 + explanation given · of: @-9 · words: banged the cot", "A: -9 -5"),
    ("-5 + explanation given · of: @-9 · words: as it was · mechanism: scald", "A: -9 -5"),
    ("-9 + explanation given · of: @-9 · words: pushed · given_to: nursery", "A: -9 -9"),
    ("-5 + explanation given · of: @-9 · words: tripped up", "-"),
    ("-5 + explanation given · of: @-9 · words: no idea", "-"),
    // What the worker picks counts before any word.
    ("-5 + explanation given · of: @-9 · words: no idea · compared: different", "A: -9 -5"),
    ("-5 + explanation given · of: @-9 · words: banged the cot · compared: same", "-"),
    // Who did it; the first account names nobody, and that alone is no difference.
    ("-5 + explanation given · of: @-9 · words: fell over the dog", "-"),
    (
      """
      -5 + explanation given · of: @-9 · words: fell over the dog
      -4 + explanation given · of: @-9 · words: fell over her brother
      """, "A: -9 -5 -4"
    ),
    // An account that says nothing, between two that differ, hides nothing.
    (
      """
      -5 + explanation given · of: @-9 · words: no idea
      -4 + explanation given · of: @-9 · words: banged the cot
      """, "A: -9 -5 -4"
    ),
    // The child's own account beside the carer's.
    ("-5 + explanation given · of: @-9 · words: was pushed · childs_own: yes", "A: -9 -5"),
    ("-5 + explanation given · of: @-9 · words: I fell · childs_own: yes", "-"),
    // Another injury has accounts of its own.
    ("-5 school school · injuries: cut to leg · explanation_given: banged the cot", "-"),
    ("-5 + explanation given · of: @-5 · words: banged the cot", "-"),
  ])
  func `an account of one injury that differs from another is for today`(
    more: String, expected: String
  ) throws {
    #expect(try found(rule, burn + more) == expected)
  }

  @Test(arguments: [
    ("inconsistent with account", "A: -9 -6"), ("non-accidental", "A: -9 -6"),
    ("consistent with accident", "-"), ("inconclusive", "-"), ("not seen", "-"),
  ])
  func `a doctor who finds that it does not fit raises it`(
    opinion: String, expected: String
  ) throws {
    let view = "-6 + injury medical view · of: @-9 · opinion: \(opinion) · opinion_by: Dr Example"
    #expect(try found(rule, burn + view) == expected)
  }

  @Test(arguments: [
    ("health hospital", "non-accidental", "A: -9 -8"),
    ("health hospital", "not consistent with the account", "A: -9 -8"),
    ("health clinic · role: paediatrician", "inconsistent", "A: -9 -8"),
    ("health hospital", "consistent with the account", "-"),
    ("health GP · role: GP", "non-accidental", "-"),
  ])
  func `so does a hospital's or a paediatrician's outcome in a file`(
    contact: String, outcome: String, expected: String
  ) throws {
    #expect(try found(rule, burn + "-8 \(contact) · outcome: \(outcome)") == expected)
  }

  @Test(arguments: [
    // A strategy discussion or more clears it, one without two agencies or below it does not.
    ("-2 + meeting held · meeting: strategy discussion · agencies: police; health", "-"),
    ("-2 + meeting held · meeting: strategy discussion · agencies: police", "A: -9 -5"),
    ("-2 + meeting asked · meeting: strategy discussion · asked_by: school", "A: -9 -5"),
    ("-2 + meeting held · meeting: professionals' meeting", "A: -9 -5"),
    ("-2 social care other · escalation_level: s47", "-"),
    ("-2 social care other · escalation_level: assessment", "A: -9 -5"),
    ("-2 social care closure", "A: -9 -5"),
    // So does testing it, whatever came of that, until another account is given.
    ("-2 + explanation tested · of: @-9 · tested_by: scene seen · result: fits", "-"),
    ("-2 + explanation tested · of: @-9 · tested_by: scene seen · result: does not fit", "-"),
    ("-2 + explanation tested · of: @-7 · tested_by: scene seen · result: fits", "A: -9 -5"),
    (
      """
      -2 + explanation tested · of: @-9 · tested_by: scene seen · result: fits
      -1 + explanation given · of: @-9 · words: was pushed
      """, "A: -9 -5 -1"
    ),
    ("-2 school school · injuries: as before · explanation_challenged: yes", "-"),
  ])
  func `it is cleared by a strategy discussion or by testing`(
    more: String, expected: String
  ) throws {
    let changed = burn + "-5 + explanation given · of: @-9 · words: banged the cot\n"
    #expect(try found(rule, changed + more) == expected)
  }

  @Test func `what comes out after a strategy discussion raises it anew`() throws {
    let held =
      burn + "-7 + meeting held · meeting: strategy discussion · agencies: police; health\n"
    let view = "-5 + injury medical view · of: @-9 · opinion: non-accidental"
    #expect(try found(rule, held + view) == "A: -9 -5")
    let changed = "-5 + explanation given · of: @-9 · words: banged the cot"
    #expect(try found(rule, held + changed) == "A: -9 -5")
    #expect(try found(rule, burn + changed.replacing("-5 +", with: "-8 +") + "\n" + held) == "-")
  }

  @Test func `testing the account does not answer a doctor`() throws {
    let tested = """
      -6 + injury medical view · of: @-9 · opinion: non-accidental
      -2 + explanation tested · of: @-9 · tested_by: scene seen · result: fits
      """
    #expect(try found(rule, burn + tested) == "A: -9 -6")
  }

  @Test func `the accounts of a concern that left no mark differ too`() throws {
    let accounts = """
      -5 + explanation given · of: @-9 · words: fell asleep on the bus
      -3 + explanation given · of: @-9 · words: the dog ran away · compared: different
      """
    let contact = "-9 school school · presenting_concern: alone at the gate\n"
    let fact = "-9 + concern raised · concern: alone at the gate · raised_by: 2A\n"
    #expect(try found(rule, contact + accounts) == "A: -5 -3")
    #expect(try found(rule, "-20 school school\n" + fact + accounts) == "A: -5 -3")
    #expect(try found(rule, "-20 school school\n" + accounts) == "-")
    let tested = "\n-1 + explanation tested · of: @-9 · tested_by: second source · result: fits"
    #expect(try found(rule, contact + accounts + tested) == "-")
  }

  @Test func `the line quotes both accounts with their days`() throws {
    let drawing = burn + "-5 + explanation given · of: @-9 · words: banged the cot"
    #expect(
      try sentence(rule, drawing) == """
        Account changed: 2026-05-23 "fell on the path" → 2026-05-27 "banged the cot".
        """)
  }

  @Test func `the line says of which injury a doctor's view does not fit`() throws {
    let view = "-6 + injury medical view · of: @-9 · opinion: non-accidental"
    #expect(
      try sentence(rule, burn + view) == """
        Injury of 2026-05-23: "fell on the path". Medical opinion of 2026-05-26: it does not fit.
        """)
    #expect(
      try sentence(rule, "-9 health GP · injuries: burn to arm\n" + view) == """
        Injury of 2026-05-23: no account given. Medical opinion of 2026-05-26: it does not fit.
        """)
  }
}
