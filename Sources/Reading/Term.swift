/// The kinds of phrase in the word lists: what is looked for, and what changes its meaning.
enum TermKind: UInt8, CaseIterable, Sendable {
  /// A word of no list.
  case word
  /// A word that is listed only so that it is not taken for a misspelt other.
  case ordinary

  // What is looked for on a body.
  case mark, sign, innocent, figure, object, site, noSite
  /// Removed by washing: no mark.
  case washed

  // People.
  case person, pronoun, adult, belonging, household, called, title, article, yes

  // What changes the meaning of the words around it.
  case deny, pseudo, denied, clear, but, hedge, rival, hypothetical, topic, policy, past, back
  case fresh, still, whose, speech, witness, have, fall, bridge, and, or, place, presence

  /// Tending a hurt of one's own: holding ice to it.
  case nursing
  /// Says more about a wound named before: the skin broken, blood drawn.
  case skin

  // Numbers and plurals.
  case number, unit, several

  // What an outcome says.
  case accident, accidentFit, inflicted, unsure, awaited, agree, disagree, doctor, otherStaff
  case account, nfa, agency, us, wish, condition, former, overturned, cancel, family, service
  case reason, seen, medium, unseen, planned, told, childWord

  // What a concern says.
  case worry, routine, lack, need

  var takesPlural: Bool {
    switch self {
    case .mark, .site, .person, .adult, .innocent, .object, .service, .family, .doctor, .otherStaff,
      .worry, .need, .routine:
      true
    default: false
    }
  }

  var isOftenMisspelt: Bool {
    switch self {
    case .mark, .site, .innocent, .accident, .inflicted: true
    default: false
    }
  }
}

extension TermKind {
  /// The kinds by their names in the word lists.
  static let named = Dictionary(uniqueKeysWithValues: allCases.map { ("\($0)", $0) })
}

/// Some kinds of term, as bits.
struct Kinds: Hashable, Sendable, ExpressibleByArrayLiteral {
  private var bits: UInt128 = 0

  init(arrayLiteral kinds: TermKind...) {
    for kind in kinds { bits |= 1 << UInt128(kind.rawValue) }
  }

  mutating func insert(_ kind: TermKind) { bits |= 1 << UInt128(kind.rawValue) }

  func meets(_ other: Kinds) -> Bool { bits & other.bits != 0 }
}

/// A phrase of a word list, or a word of none, at its place in a text.
struct Term: Sendable {
  let senses: Senses
  /// The tokens it covers.
  let tokens: Range<Int>
  let before: Break
  /// Its first word, to compare where the list does not say enough.
  let word: String
  let lastWord: String
  let isPossessive: Bool
  let isCapital: Bool
  let isQuoted: Bool

  func isA(_ kinds: Kinds) -> Bool { senses.kinds.meets(kinds) }

  /// Its sort within `kind`; nil where it is not of that kind.
  func value(_ kind: TermKind) -> String? { senses.values.first { $0.kind == kind }?.value }
}

/// A text cut into terms, with the questions that every reader asks of them.
struct Scan: Sendable {
  let text: String
  let tokens: [Token]
  let terms: [Term]

  init(_ text: String, _ lexicon: Lexicon) {
    self.init(text, Tokenizer.tokens(of: text), lexicon)
  }

  /// Scans `tokens`, cut once so that several lists can look at the same text.
  init(_ text: String, _ tokens: [Token], _ lexicon: Lexicon) {
    self.text = text
    self.tokens = tokens
    let numbers = tokens.map { lexicon.number(known: $0.word) }
    var terms: [Term] = []
    terms.reserveCapacity(tokens.count)
    var at = 0
    while at < tokens.count {
      let found = lexicon.longest(at: at, of: numbers, in: tokens)
      let end = at + (found?.count ?? 1)
      let senses = found?.senses ?? Scan.sensesOfNumber(tokens[at].word)
      terms.append(Scan.term(senses, tokens, at..<end))
      at = end
    }
    self.terms = terms
  }

  private static func term(_ senses: Senses, _ tokens: [Token], _ range: Range<Int>) -> Term {
    let first = tokens[range.lowerBound]
    let last = tokens[range.upperBound - 1]
    return Term(
      senses: senses, tokens: range, before: first.before, word: first.word,
      lastWord: last.word, isPossessive: last.isPossessive, isCapital: first.isCapital,
      isQuoted: first.isQuoted)
  }

  /// A number in figures, also as `x4`; a size, a date or an age is none.
  private static func sensesOfNumber(_ word: String) -> Senses {
    let digits = word.hasPrefix("x") ? word.dropFirst() : word[...]
    if !digits.isEmpty, digits.utf8.count <= 2, let number = Int(digits) {
      return Senses(Sense(kind: .number, value: String(number)))
    }
    if let first = digits.utf8.first, (48...57).contains(first) {
      let isAlone = digits.utf8.allSatisfy { !(97...122).contains($0) }
      return Senses(Sense(kind: .unit, value: isAlone ? "date" : ""))
    }
    return .none
  }

  var indices: Range<Int> { terms.indices }

  subscript(_ index: Int) -> Term? {
    terms.indices.contains(index) ? terms[index] : nil
  }

  /// Whether there is a term at `index`, and it is of one of `kinds`.
  func isA(_ kinds: Kinds, at index: Int) -> Bool { self[index]?.isA(kinds) ?? false }

  func word(_ index: Int) -> String { self[index]?.word ?? "" }

  /// The break before a term; a stop at both ends of the text.
  func breakBefore(_ index: Int) -> Break {
    guard index > 0, index < terms.count else { return .stop }
    return terms[index].before
  }

  /// The terms around `index`, up to breaks at least as strong as `strength`.
  func stretch(around index: Int, upTo strength: Break) -> Range<Int> {
    var start = index
    while breakBefore(start) < strength { start -= 1 }
    var end = index + 1
    while breakBefore(end) < strength { end += 1 }
    return start..<end
  }

  /// The stretches of the whole text between breaks at least as strong as `strength`.
  func stretches(upTo strength: Break) -> [Range<Int>] {
    var found: [Range<Int>] = []
    var start = 0
    while start < terms.count {
      let range = stretch(around: start, upTo: strength)
      found.append(range)
      start = range.upperBound
    }
    return found
  }

  func has(_ kinds: Kinds, in range: Range<Int>) -> Bool {
    first(kinds, in: range) != nil
  }

  func first(_ kinds: Kinds, in range: Range<Int>) -> Int? {
    range.clamped(to: indices).first { terms[$0].isA(kinds) }
  }

  func last(_ kinds: Kinds, in range: Range<Int>) -> Int? {
    range.clamped(to: indices).last { terms[$0].isA(kinds) }
  }

  func offsets(_ range: Range<Int>) -> Range<Int> {
    let range = range.clamped(to: indices)
    guard let first = range.first, let last = range.last else { return 0..<0 }
    let start = tokens[terms[first].tokens.lowerBound].range.lowerBound
    return start..<tokens[terms[last].tokens.upperBound - 1].range.upperBound
  }

  /// The text that the terms of `range` cover.
  func words(_ range: Range<Int>) -> String {
    words(at: offsets(range))
  }

  func words(at offsets: Range<Int>) -> String {
    let utf8 = text.utf8
    let start = utf8.index(utf8.startIndex, offsetBy: offsets.lowerBound)
    let end = utf8.index(utf8.startIndex, offsetBy: offsets.upperBound)
    return String(text[start..<end])
  }
}
