/// What an adult tells about the child, in place of a sight of them.
extension SeenReading {
  /// "Spoke to nan by phone, says she is well".
  func isLastPerson(family range: Range<Int>) -> Bool {
    guard let last = scan.last([.family, .childWord, .otherStaff], in: range) else { return false }
    return scan.isA([.family], at: last) && !scan.terms[last].isPossessive
  }

  /// An adult's word instead: "mum reports he's fine".
  func told(_ clause: Range<Int>) -> Int? {
    for index in clause where scan.terms[index].isA([.told]) {
      let isCarer =
        scan.isA([.family], at: index - 1) && !scan.terms[index - 1].isPossessive
        || scan.isA([.family], at: index - 2)
          && !scan.isA([.medium, .seen, .unseen], at: index - 1)
        || scan.word(index + 1) == "by" && scan.isA([.family], at: index + 2)
        || (max(clause.lowerBound, index - 4)..<index).contains {
          scan.isA([.family], at: $0) && !scan.terms[$0].isPossessive && $0 == clause.lowerBound
        }
          && !scan.has(
            [.seen, .unseen, .medium, .childWord], in: max(clause.lowerBound, index - 4)..<index)
        || scan.breakBefore(index) == .comma && isLastPerson(family: clause.lowerBound..<index)
        || scan.isA([.family], at: index + 1)
          && ["per", "to", "by", "from"].contains(scan.terms[index].lastWord)
      guard isCarer else { continue }
      let rest = index + 1..<clause.upperBound
      if scan.terms[rest].contains(where: {
        $0.isA([.childWord, .seen])
          || [
            "fine", "ok", "well", "asleep", "good", "hes", "shes", "at", "eating", "kids", "better",
            "sleeping",
          ].contains($0.word)
      }) {
        return index
      }
    }
    return nil
  }
}
