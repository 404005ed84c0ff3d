/// Whether a mark is old history, or one recorded before.
extension MarkStatus {
  func isPast(_ mark: Int, in clause: Range<Int>) -> Bool {
    let own = scan.segment(around: mark)
    if scan.terms[mark].value(.mark) == "scar", !scan.has([.fresh], in: own) {
      if scan.has([.past], in: clause) { return true }
    }
    if let before = scan.last([.past], in: own.lowerBound..<mark) {
      let value = scan.terms[before].value(.past)
      if value == "", !scan.has([.fresh], in: before..<mark) { return true }
    }
    if let after = scan.first([.past], in: (mark + 1)..<own.upperBound),
      scan.terms[after].value(.past) != "old"
    {
      return true
    }
    return isPastInNextSegment(own, clause) || hasYear(mark..<clause.upperBound)
  }

  /// "From a burn in 2017": a year that puts the mark in the past.
  private func hasYear(_ range: Range<Int>) -> Bool {
    range.dropFirst().contains { index in
      let year = scan.word(index)
      return year.utf8.count == 4 && (Int(year).map { (1990...2099).contains($0) } ?? false)
        && ["in", "from", "since", "circa", "of", "around", "summer", "during"].contains(
          scan.word(index - 1))
        && !scan.has([.fresh, .still], in: scan.segment(around: index))
    }
  }

  /// "Broke his arm aged 3, fully mended": the next part mentions no mark of its own.
  private func isPastInNextSegment(_ own: Range<Int>, _ clause: Range<Int>) -> Bool {
    guard own.upperBound < clause.upperBound else { return false }
    let next = scan.segment(around: own.upperBound)
    guard !scan.has([.mark, .sign], in: next), let past = scan.first([.past], in: next) else {
      return false
    }
    return scan.terms[past].value(.past) != "old"
  }

  func refersBack(_ mark: Int, in clause: Range<Int>) -> Bool {
    let head = scan.stretch(around: mark, upTo: .semicolon)
    var start = clause.lowerBound
    if start > head.lowerBound, scan.breakBefore(start) == .dash,
      scan.has([.back], in: scan.clause(around: start - 1)),
      !scan.has([.mark], in: scan.clause(around: start - 1))
    {
      start = scan.clause(around: start - 1).lowerBound
    }
    if let back = scan.last([.back], in: start..<mark), scan.pointsBack(back) {
      if scan.breakBefore(back + 1) == .comma, scan.isA([.and], at: back + 1) { return false }
      return !scan.has([.fresh, .deny, .but], in: (back + 1)..<mark)
    }
    let own = scan.segment(around: mark)
    let until =
      own.upperBound < clause.upperBound
        && !scan.has([.mark], in: scan.segment(around: own.upperBound))
      ? scan.segment(around: own.upperBound).upperBound : own.upperBound
    guard let back = scan.first([.back], in: (mark + 1)..<max(until, mark + 1)),
      scan.pointsBack(back)
    else {
      return false
    }
    return !scan.has([.fresh], in: own.lowerBound..<mark)
      && !scan.has([.deny], in: (mark + 1)..<back)
      && scan.terms[back].value(.back) != "known"
  }
}
