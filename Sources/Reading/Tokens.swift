/// How strongly the punctuation before a word separates it from the word before.
enum Break: UInt8, Comparable, Sendable {
  case none, slash, comma, bracket, colon, dash, semicolon, stop

  static func < (left: Break, right: Break) -> Bool { left.rawValue < right.rawValue }
}

/// One word of a text, in lower case, with what its writing shows.
struct Token: Sendable {
  /// Lower case, without apostrophes; a question mark is a word of its own: `?` leads, `??` trails.
  var word: String
  /// Its place, in UTF-8 offsets of the text.
  let range: Range<Int>
  let before: Break
  var isCapital = false
  /// Written in capitals throughout, two letters at least.
  var isShouted = false
  /// Ended in `'s`, which the word has lost.
  var isPossessive = false
  var isQuoted = false
}

/// Cuts a text into words in one walk over its bytes.
struct Tokenizer {
  private let bytes: [UInt8]
  private var at = 0
  private var pending = Break.none
  private var quoteIsOpen = false
  private(set) var tokens: [Token] = []

  static func tokens(of text: String) -> [Token] {
    var tokenizer = Tokenizer(bytes: Array(text.utf8))
    tokenizer.run()
    return tokenizer.tokens
  }

  private init(bytes: [UInt8]) {
    self.bytes = bytes
    tokens.reserveCapacity(bytes.count / 5 + 1)
  }

  private mutating func run() {
    while at < bytes.count {
      if isWordByte(at) { takeWord() } else { takeMark() }
    }
  }

  private mutating func takeWord() {
    let start = at
    var letters: [UInt8] = []
    var capitals = 0
    while at < bytes.count {
      if isWordByte(at) {
        if (65...90).contains(bytes[at]) { capitals += 1 }
        letters.append(lowered(bytes[at]))
        at += 1
      } else if let width = apostrophe(at), at + width < bytes.count, isWordByte(at + width) {
        if isPossessiveEnd(at + width) { break }
        at += width
      } else if joinsAcronym(at, after: letters.count, from: start) || joinsNumber(at) {
        if isDigit(at - 1) { letters.append(bytes[at]) }
        at += 1
      } else {
        break
      }
    }
    var token = Token(
      word: String(decoding: letters, as: UTF8.self), range: start..<at, before: pending)
    token.isCapital = (65...90).contains(bytes[start])
    token.isShouted = capitals > 1 && capitals == letters.count
    token.isQuoted = quoteIsOpen
    if let width = apostrophe(at), at + width < bytes.count, isPossessiveEnd(at + width) {
      token.isPossessive = true
      at += width + 1
    }
    add(token)
  }

  private mutating func takeMark() {
    let byte = bytes[at]
    switch byte {
    case UInt8(ascii: "."), UInt8(ascii: "!"), UInt8(ascii: "\n"), UInt8(ascii: "\r"): part(.stop)
    case UInt8(ascii: ";"): part(.semicolon)
    case UInt8(ascii: ":"): part(.colon)
    case UInt8(ascii: ","): part(.comma)
    case UInt8(ascii: "("), UInt8(ascii: ")"), UInt8(ascii: "["), UInt8(ascii: "]"): part(.bracket)
    case UInt8(ascii: "/"): part(.slash)
    case UInt8(ascii: "?"): takeQuestion()
    case UInt8(ascii: "-"): takeDash(width: 1)
    case UInt8(ascii: "&"), UInt8(ascii: "+"), UInt8(ascii: "#"), UInt8(ascii: "="): takeSign(byte)
    case UInt8(ascii: "\""): takeQuote(width: 1)
    case 0xE2: takeGeneralPunctuation()
    default:
      if let width = apostrophe(at) { takeQuote(width: width) } else { at += 1 }
    }
  }

  /// A dash that is not between two letters or digits is a break; a hyphen inside a word only splits it.
  private mutating func takeDash(width: Int) {
    let follows = at + width
    let opens = at == 0 || !isWordByte(at - 1)
    let closes = follows >= bytes.count || !isWordByte(follows)
    if opens || closes { part(.dash, width: width) } else { at = follows }
  }

  private mutating func takeGeneralPunctuation() {
    guard at + 2 < bytes.count, bytes[at + 1] == 0x80 else {
      at += 1
      return
    }
    switch bytes[at + 2] {
    case 0x90...0x92: takeDash(width: 3)
    case 0x93...0x95: part(.dash, width: 3)
    case 0x98, 0x99, 0x9C, 0x9D: takeQuote(width: 3)
    case 0xA6: part(.comma, width: 3)
    default: at += 3
    }
  }

  private mutating func takeQuestion() {
    let start = at
    while at < bytes.count, bytes[at] == UInt8(ascii: "?") { at += 1 }
    var next = at
    while next < bytes.count, bytes[next] == UInt8(ascii: " ") { next += 1 }
    let leads =
      next < bytes.count && (isWordByte(next) || bytes[next] == UInt8(ascii: "#"))
      && (start == 0 || bytes[start - 1] == UInt8(ascii: " ") || !isWordByte(start - 1))
    add(Token(word: leads ? "?" : "??", range: start..<at, before: pending))
    if !leads { pending = .stop }
  }

  private mutating func takeSign(_ byte: UInt8) {
    let start = at
    while at < bytes.count, bytes[at] == byte { at += 1 }
    let word =
      switch byte {
      case UInt8(ascii: "&"): "and"
      case UInt8(ascii: "#"): "#"
      case UInt8(ascii: "="): "is"
      default: at - start > 1 ? "++" : "plus"
      }
    add(Token(word: word, range: start..<at, before: pending))
  }

  private mutating func takeQuote(width: Int) {
    let opens = at == 0 || !isWordByte(at - 1)
    let follows = at + width
    let leads = follows < bytes.count && isWordByte(follows)
    quoteIsOpen = opens && leads
    at = follows
  }

  private mutating func part(_ strength: Break, width: Int = 1) {
    pending = max(pending, strength)
    at += width
  }

  private mutating func add(_ token: Token) {
    tokens.append(token)
    pending = .none
  }

  private func isWordByte(_ index: Int) -> Bool {
    switch bytes[index] {
    case UInt8(ascii: "a")...UInt8(ascii: "z"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"):
      true
    case 0xE2: !(index + 1 < bytes.count && bytes[index + 1] == 0x80)
    case 0x80...: !isInsidePunctuation(index)
    default: false
    }
  }

  /// The second and third byte of a general punctuation mark are no letters.
  private func isInsidePunctuation(_ index: Int) -> Bool {
    (index >= 1 && bytes[index - 1] == 0xE2 && bytes[index] == 0x80)
      || (index >= 2 && bytes[index - 2] == 0xE2 && bytes[index - 1] == 0x80)
  }

  private func isPossessiveEnd(_ index: Int) -> Bool {
    lowered(bytes[index]) == UInt8(ascii: "s")
      && (index + 1 >= bytes.count || !isWordByte(index + 1))
  }

  /// A point, stroke or colon between digits belongs to the number: 0.5, 4/10, 11:30.
  private func joinsNumber(_ index: Int) -> Bool {
    guard index > 0, index + 1 < bytes.count, isDigit(index - 1), isDigit(index + 1) else {
      return false
    }
    return [UInt8(ascii: "."), UInt8(ascii: "/"), UInt8(ascii: ":")].contains(bytes[index])
  }

  /// A point between single letters is no stop: "N.F.A.", "e.g.".
  private func joinsAcronym(_ index: Int, after count: Int, from start: Int) -> Bool {
    guard bytes[index] == UInt8(ascii: "."), index - start == 2 * count - 1,
      index + 1 < bytes.count, isWordByte(index + 1), !isDigit(index + 1), !isDigit(start)
    else { return false }
    return index + 2 >= bytes.count || !isWordByte(index + 2)
  }

  private func isDigit(_ index: Int) -> Bool {
    (UInt8(ascii: "0")...UInt8(ascii: "9")).contains(bytes[index])
  }

  private func apostrophe(_ index: Int) -> Int? {
    guard index < bytes.count else { return nil }
    if bytes[index] == UInt8(ascii: "'") || bytes[index] == UInt8(ascii: "`") { return 1 }
    guard index + 2 < bytes.count, bytes[index] == 0xE2, bytes[index + 1] == 0x80 else {
      return nil
    }
    return bytes[index + 2] == 0x98 || bytes[index + 2] == 0x99 ? 3 : nil
  }

  private func lowered(_ byte: UInt8) -> UInt8 {
    (UInt8(ascii: "A")...UInt8(ascii: "Z")).contains(byte) ? byte | 0x20 : byte
  }
}
