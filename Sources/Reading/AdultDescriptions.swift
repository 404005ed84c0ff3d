/// People without a name, and the signs of one.
extension AdultsReading {
  /// Reads a parent, a child or a professional: neither they nor the name beside them is anybody new.
  mutating func takeKnown(_ index: Int) -> Int {
    let term = scan.terms[index]
    let isOwner =
      term.isPossessive
      || term.lastWord.hasSuffix("s") && scan.isA([.adult, .article, .belonging], at: index + 1)
    if isOwner, !scan.isA([.belonging], at: index + 1) { return index + 1 }
    if isOwner { return index + 2 }
    if term.value(.person) == "child", isOwnedByAdult(index) { return takeAdult(index) }
    if term.value(.person) == "child", let age = ageAfter(index), age >= 18 {
      return takeAdult(index)
    }
    skipsNames = true
    if !scan.isA([.speech], at: index + 1) {
      isOpen = entries.last?.isSign == true && term.value(.person) != "child"
    }
    return index + 1
  }

  /// "friend's brother", "Priya and her brother": no brother of the child.
  func isOwnedByAdult(_ index: Int) -> Bool {
    if ["his", "her"].contains(scan.word(index - 1)), scan.word(index - 2) == "and",
      entries.last?.name != nil
    {
      return ["brother", "sister", "brothers", "sisters"].contains(scan.word(index))
    }
    guard let owner = scan[index - 1], owner.isPossessive || owner.lastWord.hasSuffix("s") else {
      return false
    }
    return owner.isA([.adult])
      && ["brother", "sister", "brothers", "sisters"].contains(scan.terms[index].lastWord)
  }

  func ageAfter(_ index: Int) -> Int? {
    var next = index + 1
    while next < min(index + 4, scan.terms.count) {
      if let age = scan.terms[next].value(.number).flatMap(Int.init) { return age }
      next += 1
    }
    return nil
  }

  mutating func takeAdult(_ index: Int) -> Int {
    let term = scan.terms[index]
    if isOwnerOnly(index) || isInformant(index) || isDenied { return index + 1 }
    if let value = term.value(.adult), value == "other",
      ["others", "adults", "adult", "other"].contains(term.lastWord), isOpen, entries.last != nil
    {
      return index + 1
    }
    if scan.word(index - 1) == "from", scan.isA([.person], at: index - 2) { return index + 1 }
    let role = term.lastWord
    if isOpen, let last = entries.indices.last, describesLast(index) {
      entries[last].roles.append(role)
      entries[last].range = entries[last].range.lowerBound..<index + 1
      entries[last].count = max(entries[last].count, countOfDescribed(index))
    } else {
      entries.append(
        Entry(
          roles: [role], range: index..<index + 1, count: count(at: index),
          isKin: term.value(.adult)?.hasPrefix("kin") == true, isGroup: count(at: index) > 1))
    }
    isOpen = true
    return index + 1
  }

  /// "Kayleigh & Jodie (mum's friends)": a plural in brackets describes those named before.
  func countOfDescribed(_ index: Int) -> Int {
    let named = entries.filter { $0.name != nil }.count
    return named > 1 ? 1 : count(at: index)
  }

  func isOwnerOnly(_ index: Int) -> Bool {
    let term = scan.terms[index]
    let next = scan[index + 1]
    if next?.isA([.adult, .belonging]) == true,
      term.isPossessive || term.lastWord.hasSuffix("s") && term.value(.adult) != "friend"
    {
      return true
    }
    if next?.isA([.person]) == true, term.isPossessive || term.lastWord.hasSuffix("s") {
      return true
    }
    if term.isPossessive { return next.map { !isName(index + 1) && $0.before < .comma } ?? true }
    return ["at", "to", "with", "from"].contains(scan.word(index - 1))
      && term.value(.adult) == "kin"
      && ["lives", "live", "gone", "went", "moved", "staying", "stays", "stay"].contains(
        scan.word(index - 2))
      && scan.word(index - 2) != "visiting"
  }

  /// Whether it is somebody who only reports on others.
  func isInformant(_ index: Int) -> Bool {
    let term = scan.terms[index]
    guard
      [
        "neighbour", "neighbours", "neighbor", "landlord", "landlady", "caller", "nan", "mgm",
        "pgm", "gran", "grandma", "aunt", "aunty", "auntie", "mgf", "grandmother", "nana",
        "grandad", "someone", "somebody",
      ].contains(term.lastWord)
    else { return false }
    if scan.isA([.speech], at: index + 1)
      || scan.isA([.speech], at: index + 2) && scan.isA([.word, .ordinary], at: index + 1)
    {
      return true
    }
    return scan.isA([.speech], at: index - 1)
      && ["by", "to", "per"].contains(scan.terms[index - 1].lastWord)
  }

  /// Whether a description adds to the last adult and is not another one.
  func describesLast(_ index: Int) -> Bool {
    guard let last = entries.last else { return false }
    let lead = last.range.upperBound..<index
    let parted = scan.indices[last.range.upperBound..<index + 1].contains {
      scan.breakBefore($0) >= .comma && $0 > 0
    }
    if scan.terms[lead].contains(where: {
      ["another", "second", "two", "both", "three"].contains($0.word)
    }) {
      return false
    }
    if last.isSign { return true }
    if isTheirOwn(index, lead) { return false }
    if isSameLodger(last, index, lead) { return true }
    if last.name == nil, parted,
      scan.terms[lead].contains(where: { $0.isA([.article, .number, .several]) })
    {
      return last.roles.contains { ["partner", "boyfriend", "friend"].contains($0) }
        && ["man", "male", "bloke"].contains(scan.terms[index].word)
    }
    if last.name == nil, parted {
      return !scan.isA([.number], at: index - 1) && sameSortOfPerson(last, index)
    }
    return !scan.terms[lead].contains { $0.isA([.number]) && $0.word != "one" && !isAge($0) }
  }

  /// "Lodger, polish man": the next part says what sort of person.
  private func isSameLodger(_ last: Entry, _ index: Int, _ lead: Range<Int>) -> Bool {
    let general: Set<String> = ["man", "male", "woman", "female", "bloke", "lady", "guy", "lad"]
    return last.name == nil && last.count == 1 && lead.count <= 3 && last.roles.count == 1
      && general.contains(scan.terms[index].word) && !general.contains(last.roles[0])
      && !scan.terms[lead].contains { $0.isA([.article, .number, .several]) || $0.word == "and" }
  }

  /// "Gaz, his girlfriend": the other is theirs, and somebody else.
  func isTheirOwn(_ index: Int, _ lead: Range<Int>) -> Bool {
    guard let before = lead.last, ["his", "her"].contains(scan.word(before)) else { return false }
    return [
      "girlfriend", "wife", "partner", "boyfriend", "husband", "friend", "mate", "gf", "bf",
      "brother", "sister", "cousin",
    ].contains(scan.terms[index].lastWord)
  }

  func sameSortOfPerson(_ last: Entry, _ index: Int) -> Bool {
    scan.indices[last.range.upperBound..<index].contains {
      [
        "is", "its", "was", "says", "claims", "described", "introduced", "appears", "believed",
        "thought",
        "possibly", "poss", "maybe", "?", "as",
      ].contains(scan.word($0))
    }
  }

  func isAge(_ term: Term) -> Bool { (Int(term.value(.number) ?? "") ?? 0) > 12 }

  func count(at index: Int) -> Int {
    let term = scan.terms[index]
    if term.value(.adult) == "kin2" || ["couple", "pair"].contains(term.word) { return 2 }
    var back = index - 1
    while back >= 0, back >= index - 3, scan.breakBefore(back + 1) < .comma {
      if let said = scan.terms[back].value(.number).flatMap(Int.init), said <= 12 {
        return max(1, said)
      }
      if scan.terms[back].isA([.several]) { return 2 }
      if scan.terms[back].isA([.adult]) { break }
      back -= 1
    }
    let plurals: Set<String> = [
      "men", "women", "people", "males", "females", "friends", "mates", "lads", "visitors",
      "adults", "strangers", "neighbours", "lodgers", "blokes", "guys", "ladies", "others",
      "uncles", "builders", "guests", "pals", "workmen", "tradesmen", "fellas", "partners",
      "drinkers", "users", "buddies", "occupants", "residents",
    ]
    return plurals.contains(term.lastWord) ? 2 : 1
  }

  /// Reads a sign of somebody, such as boots, a razor or a voice; adds one adult for all signs.
  mutating func takeSign(_ index: Int) -> Int {
    guard !isDenied else { return index + 1 }
    if isOpen, entries.last != nil { return index + 1 }
    if entries.contains(where: { $0.isSign }) { return index + 1 }
    if ["voice", "voices", "boots", "boxers", "xl"].contains(scan.word(index)), entries.last != nil
    {
      return index + 1
    }
    entries.append(Entry(roles: [], range: index..<index + 1, isSign: true))
    isOpen = true
    return index + 1
  }

  /// Removes the last adult when an age under 18 shows that it is a child.
  mutating func takeAge(_ age: Int, at index: Int) {
    guard age < 18, isOpen, let last = entries.last, last.range.upperBound >= index - 2 else {
      return
    }
    let next = scan[index + 1]
    guard next == nil || next?.isA([.unit]) == true || scan.breakBefore(index + 1) >= .comma else {
      return
    }
    if scan.word(index - 1) == "x" || scan.isA([.place], at: index - 1)
      || ["no", "number", "flat"].contains(scan.word(index - 1))
    {
      return
    }
    entries.removeLast()
    isOpen = false
  }

  mutating func dropHousehold(lives: Bool) {
    guard let last = entries.last, isOpen, last.isKin || !lives else { return }
    if last.roles.contains(where: {
      ["partner", "boyfriend", "man", "male", "lodger", "bloke", "friend"].contains($0)
    }) {
      return
    }
    entries.removeLast()
    isOpen = false
  }
}
