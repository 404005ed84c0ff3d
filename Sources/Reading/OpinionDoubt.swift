/// Whether a view is denied, doubted or still awaited.
extension OpinionReading {
  func denialBefore(_ index: Int) -> Int? {
    let segment = scan.segment(around: index)
    guard let deny = scan.last([.deny], in: segment.lowerBound..<index), index - deny <= 9 else {
      return nil
    }
    if scan.terms[deny + 1..<index].contains(where: {
      $0.isA([.accidentFit, .accident, .inflicted])
    }) {
      return nil
    }
    return deny
  }

  func isDeniedAfter(_ index: Int) -> Bool {
    var next = index + 1
    while next < min(index + 9, scan.terms.count) {
      let isAnswer = scan.word(next - 1) == "??"
      if scan.breakBefore(next) >= .semicolon, !isAnswer { return false }
      if scan.terms[next].isA([.accident, .inflicted, .accidentFit]),
        !scan.terms[next].isA([.denied, .deny])
      {
        return false
      }
      if scan.terms[next].isA([.denied]) { return true }
      if scan.terms[next].isA([.unsure]) { return false }
      next += 1
    }
    return false
  }

  func isHedged(_ index: Int) -> Bool {
    let segment = scan.segment(around: index)
    if scan.word(index + 1) == "??" { return true }
    let lead = scan.indices[segment.lowerBound..<index].suffix(7)
    let isInflicted = scan.terms[index].isA([.inflicted])
    return lead.contains {
      scan.terms[$0].isA([.hedge]) && !(isInflicted && scan.terms[$0].value(.hedge) == "strong")
        && !isStrong($0, isInflicted)
    }
      || scan.terms[index..<segment.upperBound].contains {
        ["possible", "possibly", "poss", "likely", "probable", "probably", "suspected"].contains(
          $0.word)
      } && !isInflicted
  }

  func isStrong(_ index: Int, _ isInflicted: Bool) -> Bool {
    isInflicted
      && scan.terms[index].senses.values.contains { $0.kind == .hedge && $0.value == "strong" }
      || scan.terms[index].word == "?" && scan.word(index + 1) == "?"
  }

  func isAwaited(_ index: Int, _ strength: String) -> Bool {
    let term = scan.terms[index]
    guard term.isA([.awaited]) else { return false }
    if strength == "sure",
      !term.senses.values.contains(where: { $0.kind == .awaited && $0.value == "sure" })
    {
      return false
    }
    let clause = scan.clause(around: index)
    return scan.has([.reason], in: index..<min(index + 7, clause.upperBound))
      || strength == "" && scan.has([.reason], in: max(clause.lowerBound, index - 4)..<index)
        && term.senses.values.contains { $0.value == "sure" }
      || strength == "sure" && scan.has([.reason], in: max(clause.lowerBound, index - 4)..<index)
  }
}
