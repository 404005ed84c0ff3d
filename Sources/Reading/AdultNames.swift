/// The names in a text, and whose each is.
extension AdultsReading {
  func isName(_ index: Int) -> Bool {
    guard let term = scan[index], term.isCapital, term.isA([.word]), term.tokens.count == 1 else {
      return false
    }
    let token = scan.tokens[term.tokens.lowerBound]
    guard term.word.utf8.count >= 2, !token.isShouted || isShoutedText else { return false }
    guard scan.isA([.place], at: index - 1), scan.breakBefore(index) < .comma, !term.isQuoted else {
      return true
    }
    return scan.word(index - 1) == "to" && !isMove(index - 2)
  }

  /// "Moved to Hull" names a place, "spoke to Ryan" a person.
  func isMove(_ index: Int) -> Bool {
    [
      "moved", "gone", "went", "moving", "go", "back", "going", "travelled", "off", "trip",
      "returned",
    ]
    .contains(scan.word(index))
  }

  /// Whether the text is all in capitals, so that capitals mark no abbreviation.
  var isShoutedText: Bool {
    scan.tokens.count > 1
      && scan.tokens.allSatisfy { $0.isShouted || !$0.isCapital || $0.word.utf8.count == 1 }
  }

  /// "daz, mums bf": in a text without capitals a name may come first, or after "called".
  func isLowerCaseName(_ index: Int) -> Bool {
    guard let term = scan[index], term.isA([.word]), term.tokens.count == 1 else { return false }
    if !term.isCapital, term.value(.word) == "name" { return true }
    if scan.isA([.adult, .called, .title], at: index - 1), scan.breakBefore(index) < .comma,
      !scan.terms[index - 1].isPossessive
    {
      if term.value(.word) == "namesake" { return true }
      if isUnknownAfterKin(index) { return true }
    }
    guard term.word.utf8.count >= 3, term.value(.word) == "" else { return false }
    guard !scan.tokens.contains(where: { $0.isCapital }) else { return false }
    if scan.isA([.called], at: index - 1) { return true }
    let next = scan.breakBefore(index + 1)
    guard index == 0, next == .comma || next == .bracket || next == .dash else { return false }
    return scan.isA([.adult, .person, .article, .pronoun], at: 1)
  }

  /// "Aunty shabs and uncle doug": whatever follows the title of kin is a name.
  private func isUnknownAfterKin(_ index: Int) -> Bool {
    let next = scan.breakBefore(index + 1)
    return !scan.terms[index].isA([.ordinary]) && !scan.terms[index].isCapital
      && ["uncle", "aunty", "auntie", "aunt", "nana", "cousin"].contains(scan.word(index - 1))
      && (next >= .comma || ["and", "n", "is", "was", "who"].contains(scan.word(index + 1)))
  }

  func endOfName(_ index: Int) -> Int {
    var end = index + 1
    while end < scan.terms.count, scan.breakBefore(end) <= .slash,
      !scan.terms[end - 1].isPossessive,
      isName(end) || scan.breakBefore(end) == .slash && scan.terms[end].isCapital
        || !scan.terms[end].isCapital && scan.terms[end].value(.word) == "name"
        || scan.terms[end].isA([.pronoun]) == false && scan.terms[end].isCapital
          && scan.terms[end].isA([.word])
    {
      end += 1
    }
    return end
  }

  func titledName(_ index: Int) -> Int? {
    guard let next = scan[index + 1], next.isA([.word]) || next.isCapital,
      scan.breakBefore(index + 1) <= .stop,
      !next.isA([.person, .adult, .pronoun])
    else { return nil }
    return endOfName(index + 1)
  }

  mutating func takeName(_ range: Range<Int>) -> Int {
    defer { skipsNames = false }
    if skipsNames, scan.breakBefore(range.lowerBound) <= .bracket { return range.upperBound }
    if isFollowedByProfessional(range.upperBound) { return range.upperBound }
    let name = nameText(range)
    if isOpen, let last = entries.indices.last, entries[last].name == nil, entries[last].count == 1
    {
      entries[last].name = name
      entries[last].range = entries[last].range.lowerBound..<range.upperBound
      isDenied = false
    } else if scan.isA([.called], at: range.lowerBound - 1), let last = entries.indices.last,
      entries[last].name == nil, entries[last].count == 1
    {
      entries[last].name = name
    } else if let group = unnamedGroup(before: range.lowerBound) {
      entries[group].count -= 1
      if entries[group].count == 0 { entries.remove(at: group) }
      entries.append(Entry(name: name, range: range))
    } else if !isDenied || scan.terms[range.lowerBound].isQuoted {
      if isPossessor(range) { return range.upperBound }
      if entries.contains(where: { $0.name?.lowercased() == name.lowercased() }) {
        return range.upperBound
      }
      entries.append(Entry(name: name, range: range))
    }
    isOpen = true
    return range.upperBound
  }

  /// "Two men, Sean and Mick": the names belong to those counted before.
  func unnamedGroup(before index: Int) -> Int? {
    guard let group = entries.lastIndex(where: { $0.name == nil && $0.count > 0 && $0.isGroup })
    else { return nil }
    let lead = entries[group].range.upperBound..<index
    guard !lead.contains(where: { scan.breakBefore($0) >= .semicolon }),
      entries[(group + 1)...].allSatisfy({ $0.name != nil })
    else { return nil }
    return lead.isEmpty || lead.allSatisfy { !scan.isA([.person, .adult, .deny], at: $0) }
      ? group : nil
  }

  func nameText(_ range: Range<Int>) -> String {
    let last = scan.terms[range.upperBound - 1]
    var text = scan.words(range)
    if last.isPossessive, let cut = text.lastIndex(where: { $0 == "'" || $0 == "’" }),
      text.distance(from: cut, to: text.endIndex) <= 2
    {
      text = String(text[..<cut])
    }
    return text
  }

  /// "Dave's brother": the name only says whose.
  func isPossessor(_ range: Range<Int>) -> Bool {
    scan.terms[range.upperBound - 1].isPossessive
      && (scan.isA([.person, .adult], at: range.upperBound)) && entries.contains { $0.name != nil }
  }

  func isFollowedByProfessional(_ index: Int) -> Bool {
    guard scan.breakBefore(index) <= .dash else { return false }
    var next = index
    if scan.isA([.place], at: next)
      || scan.terms.indices.contains(next) && ["is", "the", "was"].contains(scan.word(next))
    {
      next += 1
    }
    guard let term = scan[next], let value = term.value(.person), value != "pet" else {
      return false
    }
    if value.hasPrefix("parent") || term.isPossessive { return false }
    if value == "child", scan.breakBefore(index) == .none { return false }
    return !scan.isA([.adult], at: next + 1)
  }
}
