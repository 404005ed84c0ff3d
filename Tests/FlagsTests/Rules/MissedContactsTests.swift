import Flags
import Records
import Testing

@Suite struct MissedContactsTests {
  let rule = FlagRule.missedContacts

  @Test(arguments: [
    // Three of the last five, across agencies, in 180 days.
    (
      "-50 health clinic\n-40 health was not brought\n-30 social care no access\n-20 health GP\n-10 school cancelled",
      "B: -40 -30 -10"
    ),
    (
      "-50 health clinic\n-40 health was not brought\n-30 social care home visit\n-20 health GP\n-10 school cancelled",
      "-"
    ),
    (
      "-60 health was not brought\n-50 health clinic\n-40 health clinic\n-30 health was not brought\n-20 health GP\n-10 school cancelled",
      "-"
    ),
    (
      "-179 health was not brought\n-30 social care no access\n-20 health GP\n-10 school cancelled",
      "B: -179 -30 -10"
    ),
    (
      "-180 health was not brought\n-30 social care no access\n-20 health GP\n-10 school cancelled",
      "-"
    ),
    // Two running are ordinary, but not on a protection plan or beside an open concern.
    ("-20 health was not brought\n-10 social care no access", "-"),
    (
      "-60 social care supervision · plan: cp\n-20 health was not brought\n-10 social care no access",
      "B: -20 -10"
    ),
    ("-60 social care supervision · plan: cp\n-20 health clinic\n-10 social care no access", "-"),
    (
      "-27 school school · presenting_concern: thin\n-20 health was not brought\n-10 social care no access",
      "B: -20 -10"
    ),
    (
      "-28 school school · presenting_concern: thin\n-20 health was not brought\n-10 social care no access",
      "-"
    ),
    (
      """
      -27 school school · presenting_concern: thin
      -25 social care strategy discussion · escalation_level: strategy discussion
      -20 health was not brought
      -10 social care no access
      """, "-"
    ),
    // Both: for today.
    (
      """
      -60 social care supervision · plan: cp
      -27 school school · presenting_concern: thin
      -20 health was not brought
      -10 social care no access
      """, "A: -20 -10"
    ),
    // One that we cancelled is none.
    (
      "-60 social care supervision · plan: cp\n-20 health was not brought\n-10 social care cancelled · outcome: worker sick",
      "-"
    ),
    (
      "-60 social care supervision · plan: cp\n-20 health was not brought\n-10 social care cancelled · outcome: mother rang",
      "B: -20 -10"
    ),
    // Kept twice running, it is cleared.
    (
      "-50 health was not brought\n-40 health was not brought\n-30 social care no access\n-20 health GP",
      "B: -50 -40 -30"
    ),
    (
      "-50 health was not brought\n-40 health was not brought\n-30 social care no access\n-20 health GP\n-10 health GP",
      "-"
    ),
  ])
  func `appointments missed across agencies raise it`(drawing: String, expected: String) throws {
    #expect(try found(rule, drawing) == expected)
  }

  @Test func `the line lists what was missed`() throws {
    let drawing =
      "-40 health was not brought\n-30 social care no access\n-20 health GP\n-10 school cancelled"
    #expect(
      try sentence(rule, drawing) == """
        3 of last 4 appointments missed or cancelled across health, social care, school: was not \
        brought 22 Apr, no access 2 May, cancelled 22 May.
        """)
  }
}
