/// Where a mark is on the body, and how many there are.
struct MarkPlaces {
  let scan: Scan

  /// The terms whose sites belong to a mark: its own part of the clause and the parts beside it
  /// that name nothing but sites.
  func reach(of mark: Int) -> Range<Int> {
    let own = scan.segment(around: mark)
    if scan.isA([.number], at: mark) { return own }
    var start = own.lowerBound
    var end = own.upperBound
    while end < scan.terms.count, scan.breakBefore(end) < .stop {
      let next = scan.segment(around: end)
      guard isSitesOnly(next) else { break }
      end = next.upperBound
    }
    while start > 0, scan.breakBefore(start) < .semicolon, !scan.isTurn(start - 1),
      !scan.isTurn(start)
    {
      let previous = scan.segment(around: start - 1)
      guard isSitesOnly(previous), previous.upperBound == start else { break }
      start = previous.lowerBound
    }
    return start..<end
  }

  /// A part such as "shins" or "R cheek and jaw".
  private func isSitesOnly(_ range: Range<Int>) -> Bool {
    var sawSite = false
    for index in range {
      let term = scan.terms[index]
      if term.isA([.site]), isBody(index) { sawSite = true; continue }
      if term.isA([.deny, .clear, .mark, .person, .have]) { return false }
      guard
        term.isA([.place, .and, .number, .several, .unit, .bridge, .still])
          || term.isA([.word]) && term.word == "mainly"
      else { return false }
    }
    return sawSite
  }

  /// Whether a site word means a part of the body: "back" does only beside certain words.
  func isBody(_ index: Int) -> Bool {
    guard scan.terms[index].value(.site) == "back?" else { return scan.terms[index].isA([.site]) }
    let before = scan.word(index - 1)
    if [
      "came", "come", "went", "go", "going", "get", "got", "is", "was", "be", "are", "dad", "mum",
    ].contains(before) {
      return false
    }
    let next = scan.word(index + 1)
    return !["from", "to", "at", "in", "home", "of", "again", "door", "garden", "later", "for"]
      .contains(next)
      || ["his", "her", "lower", "upper", "my"].contains(before)
  }

  /// The sites of a mark in the order of the text.
  func sites(of mark: Int) -> [String] {
    var found: [String] = []
    if let own = MarkPlaces.ownSite(scan.terms[mark]) { found.append(own) }
    for index in reach(of: mark) { add(index, to: &found) }
    return found.isEmpty ? nearby(mark) : found
  }

  private func add(_ index: Int, to found: inout [String]) {
    let term = scan.terms[index]
    guard term.isA([.site]), isBody(index), !isOwnedByOther(index) else { return }
    let site = term.value(.site) ?? ""
    let name = site == "back?" ? "back" : site
    if !found.contains(name) { found.append(name) }
  }

  private func isOwnedByOther(_ index: Int) -> Bool {
    for back in 1...2 {
      if scan.breakBefore(index - back + 1) >= .comma { return false }
      guard let owner = scan[index - back], owner.isA([.person]) else { continue }
      return (owner.isPossessive || owner.lastWord.hasSuffix("s"))
        && owner.value(.person) != "child"
    }
    return false
  }

  /// "Bumped his forehead before school, small lump": the site is in another part of the clause.
  private func nearby(_ mark: Int) -> [String] {
    let sentence = scan.stretch(around: mark, upTo: .stop)
    let clause = scan.clause(around: mark)
    var found: [String] = []
    for range in [clause.lowerBound..<mark, mark..<clause.upperBound, sentence.lowerBound..<mark] {
      for index in range where scan.terms[index].isA([.site]) {
        let segment = scan.segment(around: index)
        if scan.has([.mark, .innocent], in: segment) && !segment.contains(mark) { continue }
        if scan.has([.deny, .clear], in: segment) { continue }
        add(index, to: &found)
      }
      if !found.isEmpty { return found }
    }
    return examined(before: sentence.lowerBound)
  }

  /// Before "red marks", "had a look at his back": the one part of the body looked at in the sentence before.
  private func examined(before start: Int) -> [String] {
    guard start > 0 else { return [] }
    let earlier = scan.stretch(around: start - 1, upTo: .stop)
    guard
      scan.terms[earlier].contains(where: {
        [
          "look", "looked", "see", "check", "checked", "show", "showed", "showing", "touch",
          "touched",
          "lifted", "lift", "examine",
        ]
        .contains($0.word) || ["look at", "looked at"].contains($0.word + " " + $0.lastWord)
      }), !scan.has([.mark, .innocent, .sign], in: earlier)
    else { return [] }
    var found: [String] = []
    for index in earlier { add(index, to: &found) }
    return found.count == 1 ? found : []
  }

  static func ownSite(_ term: Term) -> String? {
    guard let value = term.value(.mark), let at = value.firstIndex(of: "@") else { return nil }
    return String(value[value.index(after: at)...])
  }

  static func kind(_ term: Term) -> String {
    let value = term.value(.mark) ?? ""
    return String(value.prefix { $0 != "@" })
  }

  /// A lower bound of the number of marks: a number stated, the sites, or two for a plural.
  func count(of mark: Int, sites: [String]) -> Int {
    var count = max(1, sites.count)
    let reach = reach(of: mark)
    if isPlural(scan.terms[mark]) { count = max(count, 2) }
    count = max(count, scan.terms[mark].value(.number).flatMap(Int.init) ?? 1)
    for index in reach {
      let term = scan.terms[index]
      if term.isA([.several]), isCounting(index, mark) { count = max(count, 2) }
      if term.isA([.site]), isPluralSite(term) { count = max(count, 2) }
      if let said = term.value(.number).flatMap(Int.init), isCounting(index, mark) {
        count = max(count, said)
      }
    }
    return max(count, trailingNumber(after: reach.upperBound))
  }

  /// "Long red marks, five", "burns on foot, three in a row".
  private func trailingNumber(after start: Int) -> Int {
    var end = start
    while end < min(start + 3, scan.terms.count), !scan.isA([.number], at: end),
      ["at", "least", "about", "around", "approx", "over", "maybe", "some", "i", "counted"]
        .contains(
          scan.word(end))
    { end += 1 }
    guard scan.breakBefore(start) <= .dash, end < scan.terms.count,
      let number = scan.terms[end].value(.number).flatMap(Int.init), number < 30,
      !scan.isA([.unit], at: end + 1),
      scan.breakBefore(end + 1) >= .comma
        || ["in", "of", "altogether", "each", "all"].contains(scan.word(end + 1))
          && !scan.has([.site], in: end + 1..<min(end + 4, scan.terms.count))
    else { return 0 }
    return number
  }

  private func isPlural(_ term: Term) -> Bool {
    term.lastWord.hasSuffix("s") && !["abrasions"].contains(term.lastWord)
      && !term.lastWord.hasSuffix("ss")
      || term.lastWord == "ecchymoses"
  }

  private func isPluralSite(_ term: Term) -> Bool {
    let word = term.lastWord
    return word == "feet"
      || word.hasSuffix("s")
        && ![
          "genitals", "buttocks", "biceps", "pelvis", "radius", "penis", "privates", "humerus",
          "helix", "ribs", "gums",
        ].contains(word)
  }

  /// A number before the mark with nothing but what describes it between, or "x4" after it.
  private func isCounting(_ index: Int, _ mark: Int) -> Bool {
    let term = scan.terms[index]
    if scan.isA([.unit], at: index + 1), term.word.first != "x" { return false }
    if index < mark {
      return mark - index <= 5
        && !scan.has([.site, .person, .speech], in: (index + 1)..<mark)
        && !["at", "aged", "age"].contains(scan.word(index - 1))
        && !(index..<mark).dropFirst().contains {
          scan.breakBefore($0) >= .comma && !scan.isA([.bridge, .word], at: $0)
        }
    }
    if term.word.first == "x", term.word.count > 1 { return true }
    if scan.word(index - 1) == "x" { return true }
    if term.isA([.several]) || term.value(.number) == "2" && term.word != "2" { return true }
    if scan.word(index + 1) == "in" && scan.word(index + 2) == "total" { return true }
    return term.before == .bracket && scan.breakBefore(index + 1) == .bracket
  }
}
