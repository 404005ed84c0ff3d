/// Whose view a term is.
extension OpinionReading {
  /// The seniority of the doctor whose view it is; nil where it is somebody else's.
  func rank(at index: Int) -> Int? {
    let clause = scan.clause(around: index)
    if isSaidAfter(index, by: [.family, .otherStaff], in: clause) { return nil }
    if scan.has([.otherStaff], in: index..<clause.upperBound), !scan.has([.doctor], in: clause) {
      return nil
    }
    let sentence = scan.stretch(around: index, upTo: .semicolon)
    var speaker = speakerBefore(index, in: clause)
    if speaker == nil,
      scan.isTurn(clause.lowerBound) || scan.isA([.speech], at: clause.lowerBound)
        || scan.isA([.pronoun], at: clause.lowerBound)
    {
      speaker = speakerBefore(clause.lowerBound, in: 0..<clause.lowerBound)
    }
    if let speaker, !scan.terms[speaker].isA([.doctor]) { return nil }
    if speaker == nil, isUnderOthersHead(index, clause) || isInFamilysWords(index) { return nil }
    let isFormer = scan.has([.former], in: scan.segment(around: index).lowerBound..<index)
    if isFormer { return 0 }
    if let speaker { return standing(speaker) }
    let named =
      scan.last([.doctor], in: sentence.clamped(to: clause)) ?? scan.last([.doctor], in: 0..<index)
    if let named { return standing(named) }
    // Anybody may accept an account: that is an opinion only from a doctor who is named.
    return OpinionReading.ofAnybody.contains(scan.word(index)) ? nil : 2
  }

  private static let ofAnybody: Set<String> = [
    "accepted", "accept", "accepts", "accepting", "acceptable", "agreed", "agree", "agrees",
    "agree with", "agrees with", "agreed with", "content", "content with", "content that",
    "happy with", "happy that",
  ]

  /// "SW view - accidental": the words before the dash name whose view follows.
  func isUnderOthersHead(_ index: Int, _ clause: Range<Int>) -> Bool {
    guard clause.lowerBound > 0, scan.breakBefore(clause.lowerBound) == .dash else { return false }
    let head = scan.clause(around: clause.lowerBound - 1)
    return head.count <= 4 && scan.has([.family, .otherStaff], in: head)
      && !scan.has([.doctor], in: head)
  }

  /// "Parents' explanation of an accidental fall": the word is theirs.
  func isInFamilysWords(_ index: Int) -> Bool {
    let segment = scan.segment(around: index)
    return scan.terms[index].isA([.accident]) && scan.has([.family], in: segment.lowerBound..<index)
      && !scan.has([.accidentFit], in: segment)
  }

  func standing(_ index: Int) -> Int {
    scan.terms[index].value(.doctor).flatMap(Int.init) ?? 2
  }

  /// The last person before who says or holds something; a family member only with such a verb.
  func speakerBefore(_ index: Int, in clause: Range<Int>) -> Int? {
    var found: Int?
    var isFamily = false
    for at in clause.lowerBound..<index {
      let term = scan.terms[at]
      if term.isA([.doctor]), !term.isPossessive || scan.isA([.speech], at: at + 1) {
        if isFamily, scan.breakBefore(at) < .comma, !["and", "but"].contains(scan.word(at - 1)) {
          continue
        }
        if isAddressed(at) { continue }
        found = at
        isFamily = false
      } else if term.isA([.otherStaff]), !isAddressed(at) || scan.has([.speech], in: at..<index) {
        if found.map({ scan.terms[$0].isA([.doctor]) }) == true, !scan.isA([.speech], at: at + 1) {
          continue
        }
        found = at
      } else if term.isA([.family]), isSpeaking(at, before: index) {
        found = at
        isFamily = true
      }
    }
    return found
  }

  /// "Told by mum", "spoken to by HV": the one addressed or named in passing.
  func isAddressed(_ index: Int) -> Bool {
    ["to", "with", "for", "told", "informed", "inform"].contains(scan.word(index - 1))
      && !scan.isA([.speech], at: index + 1)
      && scan.word(index - 2) != "according"
  }

  func isSpeaking(_ index: Int, before end: Int) -> Bool {
    let term = scan.terms[index]
    if scan.isA([.speech], at: index - 1),
      ["to", "per", "by"].contains(scan.terms[index - 1].lastWord)
    {
      return true
    }
    if ["by", "per"].contains(scan.word(index - 1)), scan.isA([.speech], at: index - 2),
      !scan.isA([.account], at: index - 2)
    {
      return true
    }
    if scan.word(index - 1) == "per" { return true }
    if scan.breakBefore(index + 1) == .colon || scan.breakBefore(index + 1) == .dash { return true }
    for next in index + 1..<max(index + 1, min(index + 5, end)) {
      if scan.breakBefore(next) >= .comma { return false }
      if scan.isA([.account], at: next), term.isPossessive || term.lastWord.hasSuffix("s"),
        !scan.isA([.speech], at: next)
      {
        return false
      }
      if scan.isA([.speech], at: next) {
        return !(term.isPossessive && scan.isA([.account], at: next))
      }
      if scan.isA([.accident], at: next) { return true }
    }
    return false
  }

  /// "Accidental, says mum", "according to the nurse".
  func isSaidAfter(_ index: Int, by kinds: Kinds, in clause: Range<Int>) -> Bool {
    for at in index + 1..<max(index + 1, min(index + 7, clause.upperBound))
    where scan.terms[at].isA(kinds) {
      let before = scan[at - 1]
      if before?.isA([.speech]) == true || before?.word == "per" || before?.word == "by" {
        return !isGiven(at)
      }
      if before?.isA([.speech]) != true, scan.isA([.speech], at: at + 1),
        !scan.terms[at].isPossessive, scan.breakBefore(at) < .comma
      {
        return !isRelative(at)
      }
      if scan.breakBefore(at) == .bracket { return true }
    }
    return false
  }

  /// "The account given by mum".
  func isGiven(_ at: Int) -> Bool {
    [
      "given", "described", "reported", "offered", "provided", "stated", "said", "told", "gave",
      "mentioned",
    ].contains(scan.word(at - 2))
      || ["given", "described", "reported", "offered", "stated"].contains(scan.word(at - 1))
  }

  /// "what mum said", "as mum described".
  func isRelative(_ at: Int) -> Bool {
    ["what", "as", "that", "how", "which"].contains(scan.word(at - 1))
  }
}
