import ReadingWords

/// What a phrase of a word list means to the reader.
struct Sense: Hashable, Sendable {
  let kind: TermKind
  /// The sort within its kind: `bruise` of a mark, `ear` of a site; empty where the kind says it all.
  let value: String
}

/// All that a phrase means: a word such as "has" is of several kinds.
struct Senses: Hashable, Sendable {
  var values: [Sense]
  var kinds: Kinds

  static let none = Senses(Sense(kind: .word, value: ""))

  init(_ sense: Sense) {
    values = [sense]
    kinds = [sense.kind]
  }

  mutating func add(_ sense: Sense) {
    guard !values.contains(sense) else { return }
    values.append(sense)
    kinds.insert(sense.kind)
  }
}

/// The phrases of some word lists, found by their words.
///
/// Each list is data: `word,class,notes`, where the class is a kind and a value, `mark.bruise`.
struct Lexicon: Sendable {
  /// Words are numbers here, and a phrase is a path of numbers.
  private var numbers: [String: Int] = [:]
  private var steps: [Step: Int] = [:]
  private var senses: [Int: Senses] = [:]
  private var nextNode = 1
  /// Long words of marks and sites with one letter left out, to recognise misspellings.
  private var misspelt: [String: String] = [:]
  private var oftenMisspelt: Set<String> = []

  private struct Step: Hashable, Sendable {
    let node: Int
    let word: Int
  }

  init(_ lists: [[UInt8]]) {
    for list in lists {
      for line in list.split(separator: UInt8(ascii: "\n")).dropFirst() { add(line: line) }
    }
  }

  private mutating func add(line: ArraySlice<UInt8>) {
    let parts = line.split(
      separator: UInt8(ascii: ","), maxSplits: 2, omittingEmptySubsequences: false)
    guard parts.count >= 2 else { return }
    let text = String(decoding: parts[0], as: UTF8.self)
    let phrase = text == "?" ? [text] : Tokenizer.tokens(of: text).map(\.word)
    let classes = String(decoding: parts[1], as: UTF8.self).split(separator: ".", maxSplits: 1)
    guard let last = phrase.last, let first = classes.first,
      let kind = TermKind.named[String(first)]
    else { return }
    let sense = Sense(kind: kind, value: classes.count > 1 ? String(classes[1]) : "")
    insert(phrase, sense, adds: true)
    guard kind.takesPlural, last.utf8.count > 2, !last.hasSuffix("s") else { return }
    insert(phrase.dropLast() + [last + "s"], sense, adds: false)
  }

  private mutating func insert(_ phrase: [String], _ sense: Sense, adds: Bool) {
    var node = 0
    for word in phrase {
      let step = Step(node: node, word: number(of: word))
      if let next = steps[step] {
        node = next
      } else {
        steps[step] = nextNode
        node = nextNode
        nextNode += 1
      }
    }
    if senses[node] == nil {
      senses[node] = Senses(sense)
    } else if adds {
      senses[node]?.add(sense)
    }
    guard sense.kind.isOftenMisspelt, phrase.count == 1, phrase[0].utf8.count >= 6 else { return }
    oftenMisspelt.insert(phrase[0])
    for shorter in Self.withOneLetterLess(phrase[0]) where misspelt[shorter] == nil {
      misspelt[shorter] = phrase[0]
    }
  }

  private mutating func number(of word: String) -> Int {
    if let known = numbers[word] { return known }
    numbers[word] = numbers.count
    return numbers.count - 1
  }

  /// The longest phrase that begins at a token.
  ///
  /// A phrase never runs over a full stop, a semicolon or a dash.
  func longest(at start: Int, of words: [Int?], in tokens: [Token]) -> (senses: Senses, count: Int)?
  {
    var node = 0
    var found: (Senses, Int)?
    for index in start..<words.count {
      if index > start, tokens[index].before > .slash { break }
      guard let word = words[index], let next = steps[Step(node: node, word: word)] else { break }
      node = next
      if let senses = senses[node] { found = (senses, index - start + 1) }
    }
    return found
  }

  /// The number of a word; of the word meant, where a long one has a letter missing, added,
  /// changed or swapped.
  func number(known word: String) -> Int? {
    if let number = numbers[word] { return number }
    let length = word.utf8.count
    guard length >= 6, length <= 14, !misspelt.isEmpty else { return nil }
    if let meant = misspelt[word], Self.isNear(word, meant) { return numbers[meant] }
    for shorter in Self.withOneLetterLess(word) {
      if oftenMisspelt.contains(shorter) { return numbers[shorter] }
      if let meant = misspelt[shorter], Self.isNear(word, meant) { return numbers[meant] }
    }
    return nil
  }

  private static func withOneLetterLess(_ word: String) -> [String] {
    let bytes = Array(word.utf8)
    return bytes.indices.dropFirst().map { skipped in
      String(decoding: bytes[..<skipped] + bytes[(skipped + 1)...], as: UTF8.self)
    }
  }

  /// Whether two words differ by one slip of the pen at most, after the same first letter.
  private static func isNear(_ left: String, _ right: String) -> Bool {
    let one = Array(left.utf8)
    let other = Array(right.utf8)
    guard one.first == other.first, abs(one.count - other.count) <= 1 else { return false }
    var start = 0
    while start < min(one.count, other.count), one[start] == other[start] { start += 1 }
    var end = 0
    while end < min(one.count, other.count) - start,
      one[one.count - 1 - end] == other[other.count - 1 - end]
    {
      end += 1
    }
    let changed = Array(one[start..<(one.count - end)])
    let meant = Array(other[start..<(other.count - end)])
    if changed.count <= 1, meant.count <= 1 { return true }
    return changed.count == 2 && changed == meant.reversed()
  }
}
