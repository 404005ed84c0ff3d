/// Finds each adult who is no parent, no known member of the household and no professional.
///
/// One walk over the words: a name joins the description beside it, a denial reaches to a word such
/// as "but" or to the end of its sentence.
struct AdultsReading {
  let scan: Scan
  var entries: [Entry] = []
  /// Whether a "no" denies the present words.
  var isDenied = false
  /// Whether the next words may still describe the last adult.
  var isOpen = false
  /// A parent, a child or a professional whose name may follow.
  var skipsNames = false
  var isListing = false

  struct Entry {
    var name: String?
    var roles: [String] = []
    var range: Range<Int>
    var count = 1
    var isSign = false
    var isKin = false
    var isGroup = false
  }

  static func read(_ text: String) -> Reading {
    var reading = Reading(field: .otherAdultsNoted)
    guard !Placeholder.isNothing(text), !Placeholder.isPending(text) else { return reading }
    var reader = AdultsReading(scan: Scan(text, .adults))
    reader.walk()
    reader.fill(&reading)
    return reading
  }

  init(scan: Scan) {
    self.scan = scan
  }

  mutating func walk() {
    let said = scan[1]?.value(.number).flatMap(Int.init)
    if scan.terms.count >= 1, scan.isA([.yes], at: 0),
      scan.breakBefore(1) >= .comma || said != nil && scan.breakBefore(2) >= .comma
    {
      entries.append(Entry(range: 0..<1, count: said ?? 1, isSign: true, isGroup: (said ?? 1) > 1))
      isOpen = true
    }
    var index = said != nil && !entries.isEmpty ? 2 : 0
    while index < scan.terms.count {
      passBreak(index)
      index = take(index)
    }
  }

  mutating func passBreak(_ index: Int) {
    let before = scan.breakBefore(index)
    guard index > 0, before > .slash else { return }
    if before >= .semicolon {
      isDenied = false
      isOpen = entries.last?.isSign == true
      isListing = before == .semicolon
    }
    if before != .bracket { skipsNames = false }
    if before == .comma || before == .dash, isDenied, startsSomebody(index) { isDenied = false }
  }

  /// Whether an article, a name or the like after a comma introduces somebody, whatever was denied before.
  func startsSomebody(_ index: Int) -> Bool {
    let term = scan.terms[index]
    if ["just", "only"].contains(term.word) { return true }
    return term.isA([.article]) && ["a", "an", "another", "unknown", "?"].contains(term.word)
      || term.isA([.number, .title]) || isName(index) || term.isA([.belonging])
  }

  /// Reads the term at `index` and returns the index to go on from.
  mutating func take(_ index: Int) -> Int {
    let term = scan.terms[index]
    if term.isA([.pseudo]) { return index + 1 }
    if term.isA([.but]) {
      isDenied = false
      isOpen = entries.last?.isSign == true
      return index + 1
    }
    if term.isA([.household]) {
      dropHousehold(lives: term.word.hasPrefix("live"))
      return index + 1
    }
    if term.word == "and" || term.word == "plus" || term.word == "n" {
      isOpen = false
      skipsNames = false
      return index + 1
    }
    if term.isA([.title]), let end = titledName(index) { return takeName(index..<end) }
    if isName(index) || isLowerCaseName(index) { return takeName(index..<endOfName(index)) }
    if term.isA([.deny]) {
      isDenied = isDenied || !isOnlyBefore(index)
      return index + 1
    }
    if isSign(term) { return takeSign(index) }
    if term.isA([.person]) { return takeKnown(index) }
    if term.isA([.adult]) { return takeAdult(index) }
    if term.isA([.ordinary, .word, .speech]), !term.isA([.called]) { skipsNames = false }
    if let age = term.value(.number).flatMap(Int.init) { takeAge(age, at: index) }
    return index + 1
  }

  /// A razor, a man's coat, also with the apostrophe left out.
  private func isSign(_ term: Term) -> Bool {
    term.isA([.belonging])
      && (term.isPossessive || !term.isA([.adult])
        || ["mans", "mens", "womans", "womens"].contains(term.lastWord))
  }

  /// "Just mum" denies all others; "only a man" does not deny the man.
  func isOnlyBefore(_ index: Int) -> Bool {
    ["just", "only"].contains(scan.word(index)) && !scan.isA([.person], at: index + 1)
  }

  // MARK: What it comes to

  func fill(_ reading: inout Reading) {
    for entry in entries {
      let words = scan.words(described(entry.range))
      for _ in 0..<min(entry.count, 12) {
        reading.adults.append(ReadAdult(name: entry.name, description: words, roles: entry.roles))
      }
      let offsets = scan.offsets(entry.range)
      reading.mentions.append(
        Mention(
          sort: .person, words: scan.words(at: offsets), range: offsets, whose: .other(words),
          count: entry.count))
    }
  }

  /// The words about somebody, to the next comma or stop.
  func described(_ range: Range<Int>) -> Range<Int> {
    var start = range.lowerBound
    while start > 0, scan.breakBefore(start) < .comma,
      scan.isA([.person, .article, .pronoun, .number], at: start - 1)
    { start -= 1 }
    return start..<range.upperBound
  }
}
