import Flags
import Records
import Testing

/// On which day a flag would have been raised had every entry been typed on its day.
@Suite struct HindsightTests {
  private let evaluator = Evaluator(parameters: parameters)

  /// A drawing in which some entries, by their day, were typed on a later day.
  private func record(
    _ drawing: String, typed: [Int: Int] = [:], ageInMonths: Int? = nil
  ) throws -> CaseRecord {
    let drawn = try DrawnCase(drawing, ageInMonths: ageInMonths)
    func moment(_ day: CalendarDate) -> Instant {
      let offset = day.days(since: DrawnCase.today)
      return Instant(endOf: DrawnCase.today.adding(days: typed[offset] ?? offset))
    }
    return CaseRecord(
      child: drawn.child,
      versions: drawn.contacts.map {
        Contact(
          id: $0.id, child: $0.child, recordedAt: moment($0.date), recordedBy: "drawn",
          facts: $0.facts)
      },
      facts: drawn.facts.map {
        FactRecord(
          id: $0.id, child: $0.child, recordedAt: moment($0.date), recordedBy: "drawn",
          fact: $0.fact)
      })
  }

  /// The days of a rule's flags, as days before or after today: raised, and in hindsight.
  private func days(of rule: String, in record: CaseRecord) -> [[Int?]] {
    var mint = IdentifierMint()
    let standing = evaluator.advance(
      record, from: nil, to: Instant(endOf: DrawnCase.today), mint: &mint)
    return standing.flags.filter { $0.rule == RuleID(rule) }.map { flag in
      let hindsight = flag.wouldHaveBeenRaisedOn
      return [
        flag.raisedOn.days(since: DrawnCase.today), hindsight?.days(since: DrawnCase.today),
      ]
    }
  }

  private let bruise = "-30 health GP · injuries: bruise to cheek"

  @Test func `an entry typed after 20 days gives the day on which it happened`() throws {
    let late = try record(bruise, typed: [-30: -10], ageInMonths: 5)
    #expect(days(of: "R04", in: late) == [[-10, -30]])
  }

  @Test func `entries typed on their day give nothing`() throws {
    #expect(days(of: "R04", in: try record(bruise, ageInMonths: 5)) == [[-30, nil]])
  }

  @Test func `a late entry that made no difference gives nothing`() throws {
    let other = try record(
      bruise + "\n-29 health clinic", typed: [-29: -9], ageInMonths: 5)
    #expect(days(of: "R04", in: other) == [[-30, nil]])
  }

  @Test func `a fact typed late counts as a contact does`() throws {
    let late = try record(
      "-30 + adult sighted · adult: Danny · role: friend", typed: [-30: -10])
    // Five working days after Saturday 2 May, over the May bank holiday: the day after the 11th.
    #expect(days(of: "R09", in: late) == [[-10, -20]])
  }

  @Test func `a flag that nobody answered has no hindsight`() throws {
    let late = try record(bruise, typed: [-30: -10], ageInMonths: 5)
    let unanswered = days(of: "R15", in: late)
    #expect(!unanswered.isEmpty)
    #expect(unanswered.allSatisfy { $0[1] == nil })
  }

  private let twice = """
    -60 social care home visit · child_seen: yes · plan: cin
    -50 social care no access
    -45 social care no access
    -40 social care home visit · child_seen: yes
    -30 social care no access
    -25 social care no access
    """

  @Test func `a flag raised again is not given the day of the one before`() throws {
    let late = try record(twice, typed: [-25: -5])
    #expect(days(of: "R06", in: late) == [[-45, nil], [-5, -25]])
  }

  @Test func `two flags that would have been one are given the day of that one`() throws {
    // The visit between was typed at once; both pairs of missed visits were typed late.
    let late = try record(twice, typed: [-45: -42, -25: -5])
    #expect(days(of: "R06", in: late) == [[-42, -45], [-5, -25]])
  }

  @Test func `a flag that would have moved to another band is given its first day`() throws {
    // In need and unseen: this week from the 43rd day, today from the 57th.
    let late = try record(
      "-120 social care home visit · child_seen: yes · plan: cin", typed: [-120: -20])
    #expect(days(of: "R06", in: late) == [[-20, -77]])
  }

  @Test func `a flag that would never have been raised has no hindsight`() throws {
    // The sighting was typed late: until then the child seemed unseen.
    let late = try record(
      """
      -60 social care home visit · child_seen: yes · plan: cin
      -25 health clinic · child_seen: yes
      """, typed: [-25: -5])
    #expect(days(of: "R06", in: late) == [[-17, nil]])
  }
}
