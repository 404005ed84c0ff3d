package import Reading
package import Records

/// One rule: what it looks for, how it judges a chronology on a day, and what people read about it.
///
/// - Every rule: `all`; the one with an id: `of(_:)`.
/// - Judging: `judge`, which asks a `CaseView`; what then becomes of a flag: `whenItEnds`.
/// - Answering its flags: `clearingRung`, `lowestSigner`, `goodAnswer`.
/// - For the page of a rule: `words`, `logic`, `source`, `falsePositives`.
///
/// ```swift
/// var view = CaseView(chronology, on: day)
/// let finding = FlagRule.childNotSeen.judge(&view, parameters)
/// ```
///
/// A class, so that no rule is copied although every day of every case goes through all of them.
package final class FlagRule: Sendable, Identifiable {
  package let id: RuleID
  package let name: String
  /// Increased whenever what it finds changes; the catalogue of rules shows it.
  package let version: Int
  /// What it looks for, as a sentence for the people who answer it.
  package let words: String
  /// When exactly it fires, in which band, and what clears it, with the numbers in force.
  package let logic: @Sendable (Parameters) -> String
  /// The publications that it rests on.
  package let source: String
  package let falsePositives: String
  package let goodAnswer: String
  /// The lowest seniority that may sign a decision not to escalate.
  package let lowestSigner: Seniority
  /// The lowest rung that answers it.
  package let clearingRung: Rung
  package let whenItEnds: Passing
  /// The fields whose words a flag's page quotes; empty for a rule that counts contacts or days.
  package let restsOn: [ReadField]
  /// Whether it judges other flags, and so runs after the other rules.
  package let readsFlags: Bool
  package let judge: @Sendable (inout CaseView, Parameters) -> Finding?

  /// What happens to a flag when its condition is no longer met.
  package enum Passing: Sendable {
    /// It is cleared: what was missing has come.
    case clears
    /// It goes quiet, since only time has passed, unless this says that what the rule asks for was done.
    case goesQuiet(unless: @Sendable (Chronology, Flag) -> Bool)
  }

  package init(
    _ id: String, _ name: String, version: Int = 1, words: String,
    logic: @escaping @Sendable (Parameters) -> String, source: String,
    falsePositives: String, goodAnswer: String, lowestSigner: Seniority, clearingRung: Rung,
    restsOn: [ReadField] = [], whenItEnds: Passing, readsFlags: Bool = false,
    judge: @escaping @Sendable (inout CaseView, Parameters) -> Finding?
  ) {
    self.id = RuleID(id)
    self.name = name
    self.version = version
    self.words = words
    self.logic = logic
    self.source = source
    self.falsePositives = falsePositives
    self.goodAnswer = goodAnswer
    self.lowestSigner = lowestSigner
    self.clearingRung = clearingRung
    self.whenItEnds = whenItEnds
    self.restsOn = restsOn
    self.readsFlags = readsFlags
    self.judge = judge
  }
}

extension Finding {
  init(_ rule: String, _ band: Band, evidence contacts: [Contact], line: ReasonLine) {
    self.init(rule, band, evidence: contacts.map { Evidence($0) }, line: line)
  }

  init(_ rule: String, _ band: Band, evidence: [Evidence], line: ReasonLine) {
    var seen: Set<Identifier> = []
    self.init(
      rule: RuleID(rule), band: band, line: line,
      evidence: evidence.filter { seen.insert($0.contact).inserted })
  }

  init(_ rule: String, _ band: Band, evidence records: [FactRecord], line: ReasonLine) {
    self.init(rule, band, evidence: records.map { Evidence($0) }, line: line)
  }
}

extension Chronology {
  /// Whether an injury of at least one point was recorded in one of `contacts`.
  func hasScoringInjury(in contacts: [Contact]) -> Bool {
    hasScoringInjury(in: Set(contacts.map(\.id)))
  }

  /// The same for contacts and facts, by their ids.
  func hasScoringInjury(in ids: Set<Identifier>) -> Bool {
    injuries.contains { event in
      event.points > 0 && event.evidence.contains { ids.contains($0.contact) }
    }
  }

  /// Whether a rung of at least `rank` was held that clears everything `flag` rests on; from a strategy
  /// discussion up, one that restarts the counts.
  func isHeld(rank: Int, after flag: Flag) -> Bool {
    isHeld(after: flag) {
      $0.rung.rank >= rank && (rank < Rung.resettingRank || $0.resets)
    }
  }

  /// Whether joint information or a rung that restarts the counts clears everything `flag` rests on.
  func isJointlyDiscussed(after flag: Flag) -> Bool { isHeld(after: flag, where: \.isJoint) }

  private func isHeld(after flag: Flag, where isOne: (Escalation) -> Bool) -> Bool {
    guard let last = flag.evidence.map(\.date).max() else { return false }
    return escalations.contains { isOne($0) && $0.clearsThrough >= last }
  }
}
