import ReadingWords

extension Lexicon {
  /// For all that may name a mark on a body.
  static let injuries = Lexicon([
    ReadingWords.marks, ReadingWords.figures, ReadingWords.sites, ReadingWords.innocent,
    ReadingWords.people, ReadingWords.triggers, ReadingWords.ordinary,
  ])
  static let concerns = Lexicon([ReadingWords.concerns])
  static let explanations = Lexicon([ReadingWords.explanations])
  static let adults = Lexicon([ReadingWords.adults])
  static let opinions = Lexicon([ReadingWords.opinions])
  static let steps = Lexicon([ReadingWords.steps])
  static let cancel = Lexicon([ReadingWords.cancel])
  static let seen = Lexicon([ReadingWords.seen])
}

/// Texts that mean an empty field.
enum Placeholder {
  private static let words = PlaceholderWords(ReadingWords.placeholders)

  /// Whether a text says no more than that nothing was recorded.
  static func isNothing(_ text: String) -> Bool {
    let bare = PlaceholderWords.bare(text)
    return bare.isEmpty || words.nothing.contains(bare)
  }

  /// Whether a text puts the answer off: "TBC".
  static func isPending(_ text: String) -> Bool {
    words.pending.contains(PlaceholderWords.bare(text))
  }
}

private struct PlaceholderWords: Sendable {
  var nothing: Set<String> = []
  var pending: Set<String> = []

  init(_ list: [UInt8]) {
    for line in list.split(separator: UInt8(ascii: "\n")).dropFirst() {
      let parts = line.split(separator: UInt8(ascii: ","), omittingEmptySubsequences: false)
      guard parts.count >= 2 else { continue }
      let word = PlaceholderWords.bare(String(decoding: parts[0], as: UTF8.self))
      if parts[1].elementsEqual("pending".utf8) {
        pending.insert(word)
      } else {
        nothing.insert(word)
      }
    }
  }

  /// Letters and digits in lower case, cut off after 21 bytes: no placeholder is longer than 20.
  static func bare(_ text: String) -> String {
    var bytes: [UInt8] = []
    for byte in text.utf8 {
      switch byte {
      case UInt8(ascii: "A")...UInt8(ascii: "Z"): bytes.append(byte | 0x20)
      case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "0")...UInt8(ascii: "9"), 0x80...:
        bytes.append(byte)
      default: continue
      }
      if bytes.count > 20 { break }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}
