/// Tells a mark from what only looks like one: a birthmark, paint, a cut of the hair.
struct InnocentMarks {
  let scan: Scan

  /// Whether the word for a mark describes a thing, or is a name.
  func isNoMark(_ mark: Int) -> Bool {
    let term = scan.terms[mark]
    if term.word == "mark", term.isCapital, term.tokens.count == 1,
      scan.breakBefore(mark) < .semicolon || scan.isA([.speech], at: mark + 1)
    {
      return true
    }
    if scan.word(mark) == "#" { return !isFractureSign(mark) }
    if isTeething(mark) || isThingBefore(mark) { return true }
    guard isDoneToThings(term) else { return false }
    if term.word == "broken",
      ["on", "with", "from", "by", "some", "over"].contains(scan.word(mark - 1)),
      scan.isA([.word], at: mark + 1), scan.breakBefore(mark + 1) == .none
    {
      return true
    }
    for index in (mark + 1)..<(mark + 5) {
      guard let next = scan[index], next.before < .comma else { return false }
      if next.isA([.object]) { return true }
      if next.isA([.site]) {
        return scan.word(index + 1) == "off" || scan.isA([.object], at: index + 1)
      }
      if ["on", "with", "by", "from", "to", "in", "at", "after", "when"].contains(next.word) {
        return false
      }
      if next.isA([.mark, .person, .and]) { return false }
    }
    return false
  }

  /// "Cutting two teeth", "cut her first molar".
  private func isTeething(_ mark: Int) -> Bool {
    ["cut", "cuts", "cutting"].contains(scan.word(mark))
      && (mark + 1..<mark + 5).contains {
        [
          "tooth", "teeth", "molar", "molars", "incisor", "incisors", "canine", "canines",
          "premolar",
        ]
        .contains(scan[$0]?.lastWord ?? "") && scan.breakBefore($0) < .comma
      }
      && !["by", "from", "on", "with"].contains(scan.word(mark + 1))
  }

  /// "Stair gate broken", "the bed is broken": the thing comes before.
  private func isThingBefore(_ mark: Int) -> Bool {
    guard isDoneToThings(scan.terms[mark]), !scan.isA([.site], at: mark + 1),
      !["his", "her", "my", "him", "me"].contains(scan.word(mark + 1))
    else { return false }
    var index = mark - 1
    while scan.breakBefore(index + 1) < .comma,
      [
        "is", "was", "are", "were", "all", "still", "been", "being", "also", "got", "has", "both",
        "lock", "legs", "leg", "arm", "slats", "handle", "front", "side",
      ].contains(scan.word(index))
    { index -= 1 }
    return scan.breakBefore(index + 1) < .comma && scan.isA([.object], at: index)
      && !["by", "on", "off", "from", "with", "in"].contains(scan.word(index - 1))
      && !["by", "on", "off", "from", "with", "in"].contains(scan.word(index - 2))
  }

  private func isFractureSign(_ mark: Int) -> Bool {
    let next = scan.word(mark + 1)
    return !(next.utf8.first.map { (48...57).contains($0) } ?? false)
  }

  private func isDoneToThings(_ term: Term) -> Bool {
    [
      "cut", "cuts", "broke", "broken", "break", "breaks", "burnt", "burned", "bit", "bites",
      "bite",
      "torn", "tore", "ripped", "scratched", "split", "cutting", "fat", "burns", "puffy", "marked",
      "painted", "skinned", "swollen",
    ].contains(term.word) && term.tokens.count == 1
  }

  /// The status of a mark, once the innocent readings near it are weighed.
  func status(of mark: Int) -> Mention.Status {
    let sentence = scan.sentence(around: mark)
    if scan.has([.washed], in: sentence) { return .denied }
    guard scan.has([.innocent], in: sentence) else { return .present }
    let kind = MarkPlaces.kind(scan.terms[mark])
    let own = scan.segment(around: mark)
    for index in sentence where scan.terms[index].isA([.innocent]) {
      if isEquated(mark, index) { return .denied }
      if isRival(mark, index) { return .doubtful }
    }
    guard isGeneric(kind) else { return .present }
    if scan.has([.innocent], in: own), !scan.has([.fresh, .number], in: own) { return .denied }
    let clause = scan.clause(around: mark)
    let isElsewhere = scan.has([.site], in: own)
    return scan.has([.innocent], in: clause) && !isElsewhere ? .denied : .present
  }

  private func isGeneric(_ kind: String) -> Bool {
    ["mark", "scratch", "bite", "bleed", "scar", "swelling", "burn"].contains(kind)
      && kind != "burn"
  }

  /// "mark is chocolate", "bruising from the cannula", "looks like bruise, known birthmark".
  private func isEquated(_ mark: Int, _ innocent: Int) -> Bool {
    let between = min(mark, innocent) + 1..<max(mark, innocent)
    guard between.count <= 8 else { return false }
    let words = scan.terms[between]
    if words.contains(where: { $0.isA([.rival]) || ["?", "??"].contains($0.word) }) {
      return false
    }
    if mark < innocent {
      return words.contains {
        [
          "is", "was", "from", "due", "caused", "actually", "just", "only", "but", "confirmed",
          "turned", "known", "out",
        ].contains($0.word)
      }
        && !words.contains {
          $0.isA([.hedge]) && !["looks", "looked", "resembling"].contains($0.word)
        }
    }
    return words.contains {
      ["looks", "look", "looked", "like", "mistaken", "resembling", "resembles", "similar", "not"]
        .contains($0.word)
    }
  }

  /// A mark or something innocent, and nobody has settled which.
  private func isRival(_ mark: Int, _ innocent: Int) -> Bool {
    let range = min(mark, innocent)..<max(mark, innocent)
    guard range.count <= 9 else { return false }
    let between = range.lowerBound + 1..<range.upperBound
    if scan.has([.fresh], in: between) { return false }
    if scan.has([.rival], in: between) || scan.terms[range.upperBound].before == .slash {
      return true
    }
    return scan.has([.hedge], in: max(0, range.lowerBound - 1)..<range.upperBound)
  }

  /// "?birthmark", "possible blue spot" with no settled reading beside it.
  func isDoubted(_ innocent: Int) -> Bool {
    guard scan.word(innocent - 1) == "?" else { return false }
    return !MarkStatus.isSettledInnocent(scan.terms[innocent].word)
  }
}

extension MarkStatus {
  /// Illnesses that a "?" before them leaves innocent: "?viral rash".
  static func isSettledInnocent(_ word: String) -> Bool {
    !["birthmark", "birth", "blue", "mongolian", "paint", "pen", "dirt", "felt"].contains(word)
  }
}
