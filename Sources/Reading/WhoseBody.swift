/// Finds out whose body a mark is on: ConText's experiencer (Harkema and others, 2009).
///
/// Only the one whose body it is counts; who saw it, told of it or did it changes nothing.
struct WhoseBody {
  let scan: Scan

  /// The other person's words; nil for the child.
  func other(than mark: Int) -> String? {
    let sentence = scan.stretch(around: mark, upTo: .stop)
    let clause = scan.clause(around: mark)
    if let index = scan.first([.whose], in: sentence), scan.terms[index].value(.whose) == "other",
      !isChildNamed(after: mark, in: clause)
    {
      return scan.first([.person], in: sentence).map { scan.words($0..<$0 + 1) } ?? "somebody else"
    }
    if scan.terms[sentence].contains(where: { $0.value(.whose) == "" }) { return nil }
    let found =
      other(besidesScene: mark) ?? victim(of: mark) ?? scene(of: mark)
      ?? elaborated(by: mark)
    return found.map { scan.words($0..<$0 + 1) }
  }

  /// The other person that the words beside a mark name.
  func other(besidesScene mark: Int) -> Int? {
    let clause = scan.clause(around: mark)
    return done(with: mark, in: clause) ?? possessor(of: mark, in: clause)
      ?? predicate(of: mark, in: clause) ?? singledOut(before: mark, in: clause)
      ?? receiver(of: mark, in: clause) ?? carrier(of: mark, in: clause)
      ?? object(of: mark, in: clause) ?? subject(of: mark, in: clause)
      ?? heading(of: mark, in: clause) ?? selfOwner(of: mark, in: clause)
  }

  func isOther(_ index: Int) -> Bool {
    guard let term = scan[index], let value = term.value(.person), !term.isA([.figure]) else {
      return false
    }
    return value != "child" || isOthersChild(index)
  }

  /// "Another toddler", "the neighbour's son", "foster carer's own son".
  private func isOthersChild(_ index: Int) -> Bool {
    if ["another", "different", "own"].contains(scan.word(index - 1)) { return true }
    guard let owner = scan[index - 1], owner.isPossessive, let value = owner.value(.person) else {
      return false
    }
    return value.hasPrefix("adult") || value.hasPrefix("kin") || value.hasPrefix("staff")
  }

  func isChildNamed(after mark: Int, in clause: Range<Int>) -> Bool {
    scan.terms[mark..<clause.upperBound].contains { $0.value(.person) == "child" }
  }

  /// "sister's lip is cut", "burn to brother's leg", "mum's black eye".
  func possessor(of mark: Int, in clause: Range<Int>) -> Int? {
    let segment = scan.segment(around: mark)
    for index in segment where isOther(index) && owns(index, mark: mark, in: segment) {
      return index
    }
    return nil
  }

  func owns(_ index: Int, mark: Int, in segment: Range<Int>) -> Bool {
    let term = scan.terms[index]
    let isOwner =
      term.isPossessive || (term.lastWord.hasSuffix("s") && !term.lastWord.hasSuffix("ss"))
    guard isOwner, !scan.isA([.witness, .speech], at: index - 1) || index > mark else {
      return false
    }
    var next = index + 1
    var skipped = 0
    while next < segment.upperBound, skipped < 4 {
      let following = scan.terms[next]
      if following.isA([.site]) { return !hasChildSite(segment, besides: next) }
      if following.isA([.mark]) { return next == mark && !hasChildSite(segment, besides: next) }
      guard following.isA([.place, .bridge, .word, .number, .several, .still, .fresh, .back]),
        !following.isA([.have, .witness, .speech])
      else { return false }
      if following.isA([.word]), !following.isA([.place]) { skipped += 2 }
      next += 1
      skipped += 1
    }
    return false
  }

  /// "his arm": a site of the child's in the same part.
  func hasChildSite(_ segment: Range<Int>, besides site: Int) -> Bool {
    segment.contains {
      $0 != site && scan.terms[$0].isA([.site])
        && (["his", "her", "my"].contains(scan.word($0 - 1))
          || ["his", "her", "my"].contains(scan.word($0 - 2)) && scan.isA([.place], at: $0 - 1))
    }
  }

  /// "burn is to brother", "bruise seen on mum", "a bite on a staff member".
  func carrier(of mark: Int, in clause: Range<Int>) -> Int? {
    let segment = scan.segment(around: mark)
    var index = mark + 1
    var sawPlace = false
    while index < segment.upperBound {
      let term = scan.terms[index]
      if ["to", "on", "of", "for"].contains(term.word) {
        sawPlace = true
      } else if isOther(index), sawPlace,
        ["to", "on", "of", "the", "his", "her", "a", "my", "older", "younger"].contains(
          scan.word(index - 1))
      {
        return isOwnedOrDoing(index) ? nil : index
      } else if !term.isA([.bridge, .place, .presence, .site, .number, .fall])
        || term.isA([.speech])
      {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// The person only owns what follows, or does something.
  func isOwnedOrDoing(_ index: Int) -> Bool {
    scan.terms[index].isPossessive || scan.isA([.have, .witness, .speech, .site], at: index + 1)
  }

  /// "dog bit the postman": a deed and, at once, whom it was done to.
  func object(of mark: Int, in clause: Range<Int>) -> Int? {
    guard isDeed(mark) else { return nil }
    for index in (mark + 1)..<min(mark + 4, clause.upperBound) {
      if scan.breakBefore(index) >= .comma { return nil }
      if isOther(index), !scan.terms[index].isPossessive { return isDoing(index) ? nil : index }
      if isOther(index) { return scan.isA([.site], at: index + 1) ? index : nil }
      guard
        ["the", "his", "her", "my", "a", "another", "their", "an", "older", "younger"].contains(
          scan.word(index))
      else { return nil }
    }
    return nil
  }

  func isDoing(_ index: Int) -> Bool { scan.isA([.speech, .witness], at: index + 1) }

  func isDeed(_ mark: Int) -> Bool {
    [
      "bit", "bitten", "scratched", "burned", "burnt", "scalded", "bruised", "cut", "hurt",
      "injured", "broke", "grazed", "bites", "marked", "scratches", "injuring",
    ].contains(scan.word(mark))
  }

  /// "mum has a bruise", "MGF fell and has broken ribs", "dad cut his thumb".
  func subject(of mark: Int, in clause: Range<Int>) -> Int? {
    var start = scan.segment(around: mark).lowerBound
    if start > clause.lowerBound, continuesSubject(start) {
      start = scan.segment(around: start - 1).lowerBound
    }
    guard start < mark, let person = (start..<mark).last(where: { isOther($0) && isSubject($0) })
    else { return nil }
    let between = (person + 1)..<mark
    if between.contains(where: isObject),
      between.contains(where: { scan.breakBefore($0) >= .comma })
    {
      return nil
    }
    if scan.terms[between].contains(where: {
      $0.value(.person) == "child" || $0.isA([.speech, .but])
    }) {
      return nil
    }
    if scan.has([.witness], in: between), !scan.has([.have], in: between) || !isHaving(between) {
      return nil
    }
    if isDoneTo(mark, by: person) { return nil }
    if isHaving(between) || isOwnDeed(mark, by: person, between) { return person }
    return nil
  }

  /// "…, has broken ribs": the part goes on with the subject of the one before.
  func continuesSubject(_ start: Int) -> Bool {
    scan.isA([.have], at: start) || scan.isA([.and], at: start) && scan.isA([.have], at: start + 1)
  }

  func isSubject(_ index: Int) -> Bool {
    (!scan.terms[index].isPossessive || isContracted(index))
      && !["to", "by", "from", "on", "with", "of", "at", "told", "for", "per", "as"].contains(
        scan[index - 1]?.lastWord ?? "")
      && !(["by", "from", "with"].contains(scan.word(index - 2))
        && scan.breakBefore(index) < .comma && scan.breakBefore(index - 1) < .comma)
  }

  /// "Dad's got a burn", "nan's hurt her hip": the 's is a verb.
  private func isContracted(_ index: Int) -> Bool {
    scan.isA([.have], at: index + 1)
      || isDeed(index + 1) && scan.isA([.mark], at: index + 1)
        && ["his", "her", "a", "the"].contains(scan.word(index + 2))
  }

  /// Whether a form of "have" comes between, with no witnessing right after it.
  func isHaving(_ between: Range<Int>) -> Bool {
    guard let have = scan.last([.have], in: between) else { return false }
    if ["he", "she", "child", "baby"].contains(scan[have - 1]?.lastWord ?? "") { return false }
    if scan.word(have) == "with", scan.has([.pronoun], in: between.lowerBound..<have) {
      return false
    }
    return !scan.terms[(have + 1)..<between.upperBound].contains {
      $0.isA([.witness]) && !$0.isA([.bridge]) || $0.word == "seen" || $0.word == "saw"
        || $0.word == "found"
        || $0.word == "observed"
    }
  }

  /// "older sib: 3 bruises to back".
  func heading(of mark: Int, in clause: Range<Int>) -> Int? {
    let sentence = scan.sentence(around: mark)
    var index = sentence.lowerBound
    while index < mark {
      if isOther(index), let value = scan.terms[index].value(.person),
        value.hasPrefix("sibling") || value.hasPrefix("pet"),
        scan.breakBefore(index + 1) == .colon
          || scan.breakBefore(index + 1) == .dash && index == sentence.lowerBound
            && mark <= index + 5,
        !scan.isA([.speech], at: index + 1), scan[index + 1]?.isQuoted == false
      {
        return index
      }
      index += 1
    }
    return nil
  }
}
