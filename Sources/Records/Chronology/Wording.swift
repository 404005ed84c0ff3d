/// Text as the word lists see it: lower-case words without punctuation.
package struct Wording: Hashable, Sendable {
  package let words: [String]

  package init(_ text: String) {
    words = Wording.words(of: text)
  }

  /// Whether any phrase of `list` occurs in the text.
  package func contains(any list: WordList) -> Bool {
    !words.isEmpty && list.phrases.contains { firstRange(of: $0) != nil }
  }

  func firstRange(of phrase: Phrase) -> Range<Int>? {
    for start in words.indices where phrase.matches(words[...], at: start) {
      return start..<start + phrase.count
    }
    return nil
  }

  private static func words(of text: String) -> [String] {
    var words: [String] = []
    var word: [UInt8] = []
    func close() {
      guard !word.isEmpty else { return }
      words.append(String(decoding: word, as: UTF8.self))
      word.removeAll(keepingCapacity: true)
    }
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): word.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        word.append(byte)
      default: close()
      }
    }
    close()
    return words
  }
}

/// Phrases to look for.
///
/// A word matches itself and its plural in s; a star at its end matches any ending: `bruis*` matches bruise,
/// bruises, bruising.
package struct WordList: Hashable, Sendable {
  let phrases: [Phrase]

  package init(_ phrases: [String]) {
    self.phrases = phrases.map(Phrase.init)
  }
}

/// One or more words in a row.
struct Phrase: Hashable, Sendable {
  private let patterns: [Pattern]

  init(_ text: String) {
    patterns = text.split(separator: " ").map { Pattern(String($0)) }
  }

  var count: Int { patterns.count }

  func matches(_ words: ArraySlice<String>, at start: Int) -> Bool {
    guard start + patterns.count <= words.endIndex else { return false }
    for (offset, pattern) in patterns.enumerated() where !pattern.matches(words[start + offset]) {
      return false
    }
    return true
  }

  private struct Pattern: Hashable, Sendable {
    let stem: String
    let plural: String
    let isPrefix: Bool

    init(_ text: String) {
      isPrefix = text.hasSuffix("*")
      stem = isPrefix ? String(text.dropLast()) : text
      plural = stem + "s"
    }

    func matches(_ word: String) -> Bool {
      isPrefix ? word.hasPrefix(stem) : word == stem || word == plural
    }
  }
}
