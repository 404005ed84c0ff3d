/// Signs of an injury that name no mark: they raise a question.
extension InjuryReading {
  /// A sign that is no named mark: "something on his neck", "limping".
  mutating func readSigns(isOwnField: Bool) {
    let status = MarkStatus(scan: scan)
    let whose = WhoseBody(scan: scan)
    for index in scan.indices
    where scan.terms[index].isA([.sign]) && !scan.terms[index].isA([.mark]) {
      if isToldByMark(index) { continue }
      if isExplained(index) { continue }
      var mention = self.mention(.sign, index..<index + 1, at: index)
      mention.status = status.of(index)
      if let other = whose.other(than: index) { mention.whose = .other(other) }
      if mention.status == .present { mention.status = .doubtful }
      mention.sites = MarkPlaces(scan: scan).sites(of: index)
      mentions.append(mention)
    }
  }

  /// A mark beside a sign says it better; one only denied before a "but" does not.
  private func isToldByMark(_ sign: Int) -> Bool {
    let sentence = scan.stretch(around: sign, upTo: .stop)
    guard scan.has([.mark], in: sentence) else { return false }
    let words = scan.offsets(sentence)
    return scan.has([.mark], in: scan.clause(around: sign))
      || mentions.contains {
        $0.sort == .mark && $0.status != .denied && words.overlaps($0.range)
      }
  }

  /// Something innocent named beside a sign explains it, unless the sign is under it.
  private func isExplained(_ sign: Int) -> Bool {
    scan.stretch(around: sign, upTo: .stop).contains { index in
      scan.terms[index].isA([.innocent])
        && !(index - 3..<index).contains {
          ["under", "underneath", "beneath", "behind", "through"].contains(scan.word($0))
        }
    }
  }
}
