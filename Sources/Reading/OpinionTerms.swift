/// What one term says of how an injury came about.
extension OpinionReading {
  func opinion(at index: Int) -> MedicalOpinion? {
    let term = scan.terms[index]
    if term.isA([.unsure]) { return isAboutCause(index) ? .inconclusive : nil }
    if term.value(.accident) == "double" {
      return isUndone(index) || isHedged(index) ? .inconclusive : .accidental
    }
    if term.isA([.inflicted]) { return inflicted(index) }
    if term.isA([.accident]) { return accident(index) }
    if let value = term.value(.accidentFit) { return fit(index, isNegative: value == "neg") }
    return nil
  }

  /// A "not clear" of something else, such as who was there, is no view.
  func isAboutCause(_ index: Int) -> Bool {
    let next = scan.word(index + 1)
    return !["who", "when", "where", "why", "she", "he", "if"].contains(next)
      || next == "if" && scan.has([.accident, .inflicted], in: scan.clause(around: index))
  }

  func isUndone(_ index: Int) -> Bool {
    guard let next = scan[index + 1] else { return false }
    return next.isA([.denied]) || ["cannot", "not", "but"].contains(next.word)
  }

  func inflicted(_ index: Int) -> MedicalOpinion? {
    if isPartOfFit(index) { return nil }
    if scan.has([.unsure], in: scan.segment(around: index)) { return .inconclusive }
    if scan.has([.or], in: near(index)), scan.has([.accident], in: near(index)) {
      return .inconclusive
    }
    if let deny = denialBefore(index) {
      if scan.terms[deny].word == "unlikely" || scan.terms[deny].word == "less" {
        return .inconclusive
      }
      guard isNamed(index) else { return nil }
      // Nothing to suggest it is no view that it was an accident; that it is not, is.
      return scan.terms[deny].word == "not" ? .accidental : .inconclusive
    }
    if isDeniedAfter(index) {
      return isNamed(index) ? (isWeakDenial(index) ? .inconclusive : .accidental) : nil
    }
    if isHedged(index) { return .inconclusive }
    return .inflicted
  }

  func isWeakDenial(_ index: Int) -> Bool {
    let end = scan.clause(around: index).upperBound
    return scan.terms[index..<end].contains {
      ["unlikely", "improbable", "doubtful", "less", "questionable", "not"].contains($0.word)
        && $0.isA([.denied])
    }
  }

  /// Whether it names NAI, and not only a grip or a slap.
  func isNamed(_ index: Int) -> Bool {
    ["nai", "non", "nonaccidental", "inflicted", "abuse", "abusive", "deliberate", "suspicious"]
      .contains(scan.word(index))
  }

  func near(_ index: Int) -> Range<Int> {
    max(0, index - 4)..<min(scan.terms.count, index + 5)
  }

  func accident(_ index: Int) -> MedicalOpinion? {
    if isPartOfFit(index) { return nil }
    if denialBefore(index) != nil || isDeniedAfter(index) { return .inflicted }
    let range = scan.clause(around: index)
    if scan.terms[range].contains(where: { $0.value(.accidentFit) == "neg" }) { return .inflicted }
    if isHedged(index) || scan.has([.unsure], in: scan.segment(around: index)) {
      return .inconclusive
    }
    if scan.has([.or], in: near(index)), scan.has([.inflicted], in: near(index)) {
      return .inconclusive
    }
    if ["and", "emergency"].contains(scan.word(index + 1)) && scan.word(index + 2) == "emergency" {
      return nil
    }
    if ["form", "book", "report", "forms", "slip"].contains(scan.word(index + 1)) { return nil }
    return .accidental
  }

  /// Whether a fit before it ("suggests grip") already says it.
  func isPartOfFit(_ index: Int) -> Bool {
    let clause = scan.clause(around: index)
    guard let fit = scan.last([.accidentFit], in: max(clause.lowerBound, index - 6)..<index) else {
      return false
    }
    return complement(fit).contains(index)
  }

  func complement(_ index: Int) -> Range<Int> {
    var end = index + 1
    while end < min(index + 10, scan.terms.count), scan.breakBefore(end) < .comma,
      !scan.isTurn(end),
      !scan.terms[end].isA([.accidentFit])
    {
      end += 1
    }
    return index + 1..<end
  }

  /// "Consistent with the account", "does not fit", "in keeping with a slap".
  func fit(_ index: Int, isNegative: Bool) -> MedicalOpinion? {
    let after = complement(index)
    let before = scan.segment(around: index).lowerBound..<index
    let isNegated = isNegative || denialBefore(index) != nil
    if scan.has([.inflicted], in: after) {
      if isNegated { return scan.has([.inflicted], in: after) && isNegative ? .inconclusive : nil }
      if scan.has([.or, .deny], in: after) { return .inconclusive }
      return isHedged(index) ? .inconclusive : .inflicted
    }
    let isAboutAccount =
      scan.has([.accident, .account], in: after) || scan.has([.account, .accident], in: before)
      || isAnswering(index)
    guard isAboutAccount else { return isNegated && !isPlainDispute(index) ? .inflicted : nil }
    if scan.has([.innocent], in: after), !scan.has([.account, .accident], in: after) { return nil }
    if isNegated || isDeniedAfter(index) { return .inflicted }
    if isHedged(index) { return .inconclusive }
    if isMereSuggestion(index) { return nil }
    return .accidental
  }

  func isPlainDispute(_ index: Int) -> Bool {
    ["beyond", "doubt", "impossible", "inadequate", "challenged", "more", "unable", "disputed"]
      .contains(scan.word(index))
  }

  /// "Due to a fall" tells only what happened.
  func isMereSuggestion(_ index: Int) -> Bool {
    [
      "due", "caused", "secondary", "result", "suggest", "suggests", "suggesting", "suggestive",
      "likely", "expected", "adequate", "reasonable", "believes", "agreed", "indicative",
    ].contains(scan.word(index))
      && !scan.has([.accident], in: complement(index))
  }

  /// "Dr agrees": with what somebody else said before.
  func isAnswering(_ index: Int) -> Bool {
    let isWord = [
      "agrees", "agree", "accepts", "accept", "disagrees", "convinced", "persuaded", "not", "does",
      "did", "doesnt", "unconvinced", "sceptical", "doubts", "disputes", "fits", "fit", "plausible",
      "implausible", "inconsistent",
    ].contains(scan.word(index))
    return isWord && scan.has([.accident, .account], in: 0..<index)
  }
}
