/// Decides the status of a mark by the triggers around it.
///
/// After NegEx (Chapman and others, 2001) and ConText (Harkema and others, 2009): a trigger reaches
/// over the words after it, some over the words before, and its reach ends at a word such as "but",
/// at a new statement or with the clause.
struct MarkStatus {
  let scan: Scan

  func of(_ mark: Int) -> Mention.Status {
    let clause = scan.clause(around: mark)
    if isDenied(mark, in: clause) || isDeniedAfter(mark, in: clause) { return .denied }
    if isHypothetical(mark, in: clause) { return .hypothetical }
    if isPast(mark, in: clause) { return .past }
    if refersBack(mark, in: clause) { return .asBefore }
    return .present
  }

  // MARK: Denied

  private func isDenied(_ mark: Int, in clause: Range<Int>) -> Bool {
    guard let trigger = scan.last([.deny], in: clause.lowerBound..<mark) else { return false }
    let strength = scan.terms[trigger].value(.deny) ?? ""
    if isDefinite(mark), scan.has([.speech, .witness], in: mark..<clause.upperBound) {
      return false
    }
    if strength == "bare", scan.breakBefore(trigger + 1) >= .comma { return false }
    var unknown = 0
    var sawTarget = false
    for index in (trigger + 1)..<mark {
      let term = scan.terms[index]
      if ends(index, after: trigger, sawTarget: sawTarget) { return false }
      if term.isA([.mark, .site, .sign, .innocent]) { sawTarget = true }
      if isUnknown(term) { unknown += 1 }
      if unknown > (strength == "no" ? (sawTarget ? 4 : 2) : sawTarget ? 2 : 0) { return false }
    }
    return !ends(mark, after: trigger, sawTarget: sawTarget)
  }

  /// "The bruise that nursery reported" is there, though somebody did not see it.
  private func isDefinite(_ mark: Int) -> Bool {
    ["the", "this", "that", "his", "her"].contains(scan.word(mark - 1))
      && scan.first([.person], in: mark + 1..<min(mark + 4, scan.terms.count)) != nil
  }

  private func isUnknown(_ term: Term) -> Bool {
    term.isA([.word, .ordinary, .pseudo, .speech, .witness, .person, .figure, .object])
      && !term.isA([.bridge, .place])
  }

  /// Whether the reach of a denial ends before a term.
  private func ends(_ index: Int, after trigger: Int, sawTarget: Bool) -> Bool {
    let term = scan.terms[index]
    if term.before >= .comma, term.before != .bracket {
      if !sawTarget { return true }
      return scan.opensAssertion(index)
    }
    if term.isA([.speech]), sawTarget { return !term.isA([.bridge]) }
    guard sawTarget else { return false }
    if term.isA([.fresh]), index > trigger + 1 { return true }
    if term.isA([.and]) { return andOpens(index + 1) }
    return term.isA([.have]) && scan.isA([.person, .pronoun], at: index - 1)
  }

  /// Whether the words after an "and" state something of their own.
  private func andOpens(_ start: Int) -> Bool {
    guard start < scan.terms.count else { return false }
    var end = start + 1
    while scan.breakBefore(end) < .comma, !scan.isTurn(end) { end += 1 }
    let range = start..<end
    guard let mark = scan.first([.mark], in: range), !scan.has([.or], in: range) else {
      return false
    }
    let lead = start..<mark
    if scan.has([.number, .several, .have, .hedge, .fresh], in: lead) { return true }
    if scan.terms[lead].contains(where: { ["a", "an", "one"].contains($0.word) }) { return true }
    return scan.has([.site], in: range) && scan.has([.presence], in: mark..<end)
  }

  /// "Bruises: none", "burn? no", "fracture excluded": the denial comes after what it denies.
  private func isDeniedAfter(_ mark: Int, in clause: Range<Int>) -> Bool {
    let sentence = scan.stretch(around: mark, upTo: .semicolon)
    var index = mark + 1
    while index < scan.terms.count, index < mark + 14 {
      let isQuestion = scan.isA([.hedge], at: index - 1) && scan.word(index - 1) == "??"
      if !sentence.contains(index), !isQuestion { return false }
      if scan.isTurn(index) { return false }
      let term = scan.terms[index]
      if term.isA([.denied]) { return denies(index, mark: mark) }
      if term.isA([.deny]), term.value(.deny) != "bare", index > mark + 1 || term.before < .comma {
        return false
      }
      if term.before >= .comma, term.isA([.person, .pronoun]) || scan.opensAssertion(index) {
        return false
      }
      index += 1
    }
    return false
  }

  private func denies(_ index: Int, mark: Int) -> Bool {
    let term = scan.terms[index]
    let isAnswer = answersDoubt(index, mark)
    if ["excluded", "ruled", "discounted"].contains(term.word) { return isOfMark(index, mark) }
    if isReported(mark) && scan.has([.site], in: scan.segment(around: mark)) { return false }
    let closes =
      scan.breakBefore(index + 1) >= .comma || isAnswer
      || scan.isA([.presence, .place, .fresh], at: index + 1)
    guard closes,
      term.word != "no" || scan.breakBefore(index + 1) >= .dash || isAnswer
    else { return false }
    if term.before == .comma || term.before == .bracket {
      return !scan.has([.site], in: scan.segment(around: mark))
    }
    return true
  }

  /// "Burn? no": the mark itself is asked about, and not where it came from.
  private func answersDoubt(_ index: Int, _ mark: Int) -> Bool {
    scan.word(index - 1) == "??" && !scan.has([.innocent], in: mark..<index)
      && !scan.terms[mark..<index].contains {
        ["from", "by", "due", "caused", "accidental"].contains($0.word)
      }
  }

  /// "Swelling to face, tooth abscess ruled out": the denial has something else before it.
  private func isOfMark(_ index: Int, _ mark: Int) -> Bool {
    let own = scan.segment(around: index).lowerBound
    return own <= mark || scan.terms[own..<index].allSatisfy { !$0.isA([.word, .ordinary]) }
  }

  /// Whether somebody reports it: the child, a nursery.
  private func isReported(_ mark: Int) -> Bool {
    scan.has([.speech], in: scan.sentence(around: mark).lowerBound..<mark)
  }

  // MARK: No fact

  private func isHypothetical(_ mark: Int, in clause: Range<Int>) -> Bool {
    if isTopic(mark, in: clause) || isAny(mark, in: clause) { return true }
    guard let trigger = scan.last([.hypothetical], in: clause.lowerBound..<mark) else {
      let after = scan.segment(around: mark)
      return scan.has([.hypothetical], in: (mark + 1)..<max(mark + 1, after.upperBound))
        && scan.terms[(mark + 1)..<after.upperBound].contains {
          ["waiting", "if", "unless"].contains($0.word) && $0.isA([.hypothetical])
        }
    }
    for index in (trigger + 1)..<(mark + 1) where scan.breakBefore(index) >= .comma {
      if scan.opensAssertion(index) { return false }
    }
    return !scan.has([.fresh, .witness], in: (trigger + 1)..<mark)
  }

  /// "Any bruise on a baby, ring us": advice, or a question.
  private func isAny(_ mark: Int, in clause: Range<Int>) -> Bool {
    let lead = max(clause.lowerBound, mark - 3)..<mark
    return scan.indices[lead].contains {
      ["any", "every"].contains(scan.word($0)) && scan.terms[$0].tokens.count == 1
        && !scan.indices[$0 + 1..<mark].contains { scan.breakBefore($0) >= .comma }
    }
  }

  /// Talked or taught about, and not said of a place on the body.
  private func isTopic(_ mark: Int, in clause: Range<Int>) -> Bool {
    let isList = scan.isA([.and, .or], at: mark + 1) && scan.isA([.mark], at: mark + 2)
    let near = (mark + 1)..<min(mark + (isList ? 5 : 3), clause.upperBound)
    if !near.isEmpty, scan.has([.policy], in: near), !scan.has([.site], in: near) { return true }
    guard let topic = scan.last([.topic], in: clause.lowerBound..<mark) else { return false }
    let segment = scan.segment(around: mark)
    if scan.has([.site, .number, .several], in: topic..<segment.upperBound) { return false }
    let between = scan.terms[(topic + 1)..<mark]
    return !between.contains {
      $0.before >= .comma || $0.isA([.fresh, .have, .witness, .pronoun])
        || ["the", "this", "that", "a", "his", "her"].contains($0.word)
    }
  }
}
