import Reading
import Records

extension FlagRule {
  /// A mark on a child who cannot yet move about.
  package static let injuryBeforeMobility = FlagRule(
    "R04", "injury-before-mobility",
    words: """
      A mark of any kind on a child who is not yet independently mobile, without a paediatric \
      opinion and a referral on the same day.
      """,
    logic: { _ in
      """
      Any mark on a child who does not yet roll, or only rolls; who is under six months; or who is \
      not independently mobile through disability. Under nine months a child whose mobility nobody \
      noted is taken not to crawl. No count and no window. Cleared when a paediatric opinion and a \
      referral have both come since the mark.
      """
    },
    source: """
      Accidental bruising in babies who cannot roll is rare, 0.6 to 2.2 in a hundred (Sugar 1999, \
      Kemp 2015); NICE CG89 and RCPCH 2020: refer at once, whatever the explanation.
      """,
    falsePositives: "A birthmark or blue spot with a documented medical view; a birth injury.",
    goodAnswer: "Referred the same day; the paediatrician's name and opinion.",
    lowestSigner: .headOfService, clearingRung: .referral, restsOn: [.injuries, .explanationGiven],
    whenItEnds: .clears
  ) { view, _ in
    let chronology = view.chronology
    let open = chronology.injuries.filter {
      !$0.mobility.isIndependent && !chronology.isReferredWithOpinion($0)
    }
    guard let injury = open.last else { return nil }
    let opinion = chronology.paediatricOpinion(on: injury)
    let site = injury.sites.map(\.rawValue).sorted().first ?? "site not mapped"
    return Finding(
      "R04", .today, evidence: open.flatMap(\.evidence),
      line: """
        \(injury.marks.allSatisfy(\.isPlain) ? "Bruise" : "Mark") to \(site), age \(injury.age?.written ?? "unknown"), \
        not independently mobile. Paediatric opinion: \(opinion?.iso ?? "none").
        """)
  }
}

extension Chronology {
  /// A paediatric opinion and a referral, both on the day of the injury or since.
  fileprivate func isReferredWithOpinion(_ injury: InjuryEvent) -> Bool {
    paediatricOpinion(on: injury) != nil
      && escalations.contains { $0.date >= injury.date && $0.rung.rank >= Rung.referral.rank }
  }

  /// The day of the first paediatric opinion since the injury: a contact with a hospital or a paediatrician,
  /// or a medical view on record.
  fileprivate func paediatricOpinion(on injury: InjuryEvent) -> CalendarDate? {
    let seen = readings.first { $0.date >= injury.date && $0.isPaediatricOpinion }?.date
    return [seen, injury.medicalView?.date].compactMap { $0 }.min()
  }
}
