/// Decides whether our own decision, now, is no further action.
struct DecisionReading {
  private let scan: Scan

  init(_ scan: Scan) {
    self.scan = scan
  }

  func fill(_ reading: inout Reading) {
    let named = scan.indices.filter { scan.terms[$0].isA([.nfa]) }
    guard !named.isEmpty else { return }
    let ours = named.filter(isOurs)
    for index in named {
      reading.add(.step, index, in: scan, ours.contains(index) ? .present : .denied)
    }
    reading.nfa = !ours.isEmpty && !goesOn
  }

  private func isOurs(_ index: Int) -> Bool {
    if ["nfad", "nfas", "nfaed", "nfaing"].contains(scan.word(index)),
      !scan.has([.us], in: 0..<index)
    {
      return false
    }
    let clause = scan.clause(around: index)
    let segment = scan.segment(around: index)
    if scan.has([.overturned], in: index + 1..<scan.terms.count) { return false }
    if scan.has([.overturned], in: segment.lowerBound..<index) { return false }
    if scan.has([.deny], in: segment.lowerBound..<index) { return false }
    if isOtherAgency(index, segment, clause) { return false }
    if scan.has([.wish], in: segment.lowerBound..<index), !isAgreed(segment.lowerBound..<index) {
      return false
    }
    if isSaidByFamily(index, clause) || isAskedFor(index, segment) { return false }
    if scan.has([.condition], in: segment) || scan.word(index + 1) == "??" { return false }
    if scan.has([.condition], in: clause.lowerBound..<index),
      scan.terms[clause.lowerBound..<index].contains(where: {
        ["if", "unless", "once", "until", "subject", "should"].contains($0.word)
      })
    {
      return false
    }
    if isFormer(index, segment) { return false }
    return true
  }

  private func isAgreed(_ range: Range<Int>) -> Bool {
    scan.terms[range].contains { ["agreed", "decision", "outcome", "decided"].contains($0.word) }
      && scan.has([.us], in: range)
  }

  /// "NFA requested by mum".
  private func isAskedFor(_ index: Int, _ segment: Range<Int>) -> Bool {
    let after = index + 1..<max(index + 1, min(index + 3, segment.upperBound))
    return scan.terms[after].contains {
      $0.isA([.wish])
        && ["requested", "asked", "wanted", "suggested", "expected", "demanded"].contains($0.word)
    }
  }

  private func isSaidByFamily(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard let wish = scan.last([.wish], in: clause.lowerBound..<index) else { return false }
    return scan.breakBefore(wish + 1) == .colon
      || scan.isA([.wish], at: wish - 1) && !scan.has([.us], in: wish..<index)
        && scan.segment(around: index).contains(wish)
  }

  /// "Police NFA", "NFA by health", and not "NFA from police and us".
  private func isOtherAgency(_ index: Int, _ segment: Range<Int>, _ clause: Range<Int>) -> Bool {
    if let agency = scan.last([.agency], in: segment.lowerBound..<index) {
      let isUs = scan.has([.us], in: segment)
      return !isUs
        || scan.has([.us], in: segment.lowerBound..<agency) == false
          && scan.has([.us], in: agency..<segment.upperBound) == false
    }
    if clause.lowerBound < segment.lowerBound, scan.breakBefore(segment.lowerBound) == .colon,
      scan.has([.agency], in: clause.lowerBound..<segment.lowerBound),
      !scan.has([.us], in: clause.lowerBound..<index)
    {
      return true
    }
    let after = index + 1..<max(index + 1, min(index + 6, segment.upperBound))
    guard let agency = scan.first([.agency], in: after) else { return false }
    return ["by", "from", "for", "with", "per"].contains(scan.word(agency - 1))
      && !scan.has([.us], in: after)
      || ["the"].contains(scan.word(agency - 1)) && ["by", "from"].contains(scan.word(agency - 2))
        && !scan.has([.us], in: after)
  }

  private func isFormer(_ index: Int, _ segment: Range<Int>) -> Bool {
    let lead = segment.lowerBound..<index
    if scan.terms[lead].contains(where: {
      $0.isA([.former]) && !["third", "second", "first", "first"].contains($0.word)
    }) {
      return true
    }
    let after = index + 1..<max(index + 1, min(index + 4, segment.upperBound))
    return scan.terms[after].contains {
      $0.isA([.former]) && !["second", "third", "first", "before"].contains($0.word)
    }
  }

  /// Whether words elsewhere say that we go on.
  private var goesOn: Bool {
    scan.indices.contains { index in
      let term = scan.terms[index]
      guard term.isA([.need]), term.senses.values.contains(where: { $0.value == "sure" }) else {
        return false
      }
      let segment = scan.segment(around: index)
      return !scan.has([.deny, .pseudo, .agency, .former], in: segment.lowerBound..<index)
    }
  }
}
