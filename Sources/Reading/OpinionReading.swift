/// Reads a doctor's view of how an injury came about.
///
/// It says "accidental" only where the words give a doctor's own, sure, undenied view: anything unclear
/// becomes "inconclusive" or nothing.
struct OpinionReading {
  let scan: Scan
  var views: [View] = []

  struct View {
    let opinion: MedicalOpinion
    let index: Int
    /// The doctor's seniority; 0 for a view since given up.
    let rank: Int
  }

  init(_ scan: Scan) {
    self.scan = scan
    for index in scan.indices {
      guard let opinion = opinion(at: index), let rank = rank(at: index) else { continue }
      views.append(View(opinion: opinion, index: index, rank: rank))
    }
  }

  func fill(_ reading: inout Reading) {
    for view in views {
      reading.add(.opinion, view.index, in: scan, view.rank > 0 ? .present : .past)
    }
    let awaited = scan.indices.first { isAwaited($0, "sure") }
    guard let chosen else {
      if let awaited = awaited ?? scan.indices.first(where: { isAwaited($0, "") }) {
        reading.medicalOpinion = .inconclusive
        reading.add(.opinion, awaited, in: scan, .doubtful)
      }
      return
    }
    reading.medicalOpinion = chosen.opinion
    if chosen.opinion == .accidental, awaited != nil || isConditional(chosen.index) {
      reading.medicalOpinion = .inconclusive
    }
  }

  /// "Would support accident if bloods are normal": no sure view yet.
  private func isConditional(_ index: Int) -> Bool {
    let sentence = scan.stretch(around: index, upTo: .stop)
    let isAsked = scan.word(sentence.upperBound - 1) == "??"
    let end = isAsked ? scan.terms.count : sentence.upperBound
    return scan.terms[sentence.lowerBound..<end].contains {
      $0.tokens.count == 1
        && [
          "if", "unless", "provided", "providing", "pending", "subject", "wants", "until",
          "provisionally", "provisional",
        ].contains($0.word)
    } || scan.isA([.word, .speech], at: index - 1) && scan.word(index - 1) == "would"
  }

  /// The most senior and latest view; an accident counts only where no later view disputes it.
  private var chosen: View? {
    let standing = views.contains { $0.rank > 0 } ? views.filter { $0.rank > 0 } : views
    guard let top = standing.map(\.rank).max(),
      let senior = standing.last(where: { $0.rank == top })
    else { return nil }
    let clause = scan.clause(around: senior.index)
    let beside = standing.filter {
      $0.index >= clause.lowerBound && $0.opinion != .accidental && $0.rank >= top
    }
    if senior.opinion == .accidental, let doubt = beside.last { return doubt }
    if senior.opinion == .accidental, let later = standing.last, later.index > senior.index,
      later.opinion != .accidental
    {
      return later
    }
    if senior.opinion == .inconclusive,
      let firm = standing.last(where: { $0.opinion == .inflicted && $0.rank == top }),
      scan.clause(around: firm.index) == clause || firm.index > senior.index
        || isAsking(senior.index)
    {
      return firm
    }
    return senior
  }

  /// "Accident? unlikely": only a question, which other words answer.
  func isAsking(_ index: Int) -> Bool {
    scan.word(index + 1) == "??" || scan.word(index - 1) == "?"
  }
}
