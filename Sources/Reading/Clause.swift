extension Scan {
  /// The clause around a term: it ends at a dash, a semicolon, a stop or a word such as "but".
  func clause(around index: Int) -> Range<Int> {
    var start = index
    while breakBefore(start) < .dash, !isTurn(start) { start -= 1 }
    var end = index + 1
    while breakBefore(end) < .dash, !isTurn(end) { end += 1 }
    return start..<end
  }

  func sentence(around index: Int) -> Range<Int> { stretch(around: index, upTo: .semicolon) }

  /// The part of a clause between commas, colons and brackets.
  func segment(around index: Int) -> Range<Int> {
    stretch(around: index, upTo: .comma).clamped(to: clause(around: index))
  }

  /// Whether a term turns the sense round: "but", "except", "however".
  func isTurn(_ index: Int) -> Bool { isA([.but], at: index) }

  /// Whether the words from a comma on state something of their own and do not go on with a list:
  /// "no fractures, bruising over abdomen noted" against "no fractures, burns or bruises".
  func opensAssertion(_ start: Int) -> Bool {
    var end = start + 1
    while breakBefore(end) < .comma, !isTurn(end) { end += 1 }
    let range = start..<end
    guard let mark = first([.mark], in: range) else { return opensWithSubject(range) }
    if has([.or], in: range) || breakBefore(end) == .comma && isListTail(end) { return false }
    if isA([.deny], at: start) { return true }
    if word(end) == "only", breakBefore(end) < .comma { return true }
    let lead = start..<mark
    let isCounted = terms[lead].contains { ["a", "an", "one"].contains($0.word) }
    if isCounted || has([.number, .several, .fresh, .hedge, .have], in: lead) { return true }
    if opensWithSubject(range) { return true }
    if has([.site], in: range) { return true }
    return has([.speech, .witness, .still], in: range)
  }

  private func isListTail(_ start: Int) -> Bool { isA([.or], at: start) }

  private func opensWithSubject(_ range: Range<Int>) -> Bool {
    guard let first = range.first else { return false }
    return terms[first].isA([.pronoun, .person, .hedge, .fresh])
      && !terms[first].isPossessive && has([.have, .witness, .speech], in: range)
  }
}
