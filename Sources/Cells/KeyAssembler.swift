/// Turns the bytes of a terminal into keys.
///
/// Bytes are decoded here and not by curses, which loses a character that is split between two
/// reads. A run of text that arrives at once is cut into whole characters, so an accent stays on
/// its letter. Escape sequences that nobody knows are swallowed, never typed into a form.
package struct KeyAssembler: Sendable {
  private enum State {
    case plain, escape, singleShift
    case sequence([UInt8])
    /// A device's answer (OSC, DCS, APC, PM, SOS), stored from its second byte on.
    case answer([UInt8])
  }

  private var state = State.plain
  private var decoder = UTF8Assembly()
  private var run = String.UnicodeScalarView()
  private var isAlt = false
  private var paste: PasteAssembly?
  private var keys: [Key] = []

  package init() {}

  /// Whether a paste has begun and its end has not come.
  package var isPasting: Bool { paste != nil }

  /// Adds one byte as read.
  package mutating func take(_ byte: UInt8) {
    guard paste == nil else {
      if let key = paste?.take(byte) { keys.append(key) }
      return
    }
    switch state {
    case .plain: takePlain(byte)
    case .escape: takeAfterEscape(byte)
    case .singleShift:
      state = .plain
      keys += EscapeSequence.key(singleShift: byte).map { [$0] } ?? []
    case .sequence(let bytes): takeSequence(bytes, byte)
    case .answer(let bytes): takeAnswer(bytes, byte)
    }
  }

  /// Adds a key that the terminal's description has named.
  package mutating func take(_ key: Key) {
    guard paste == nil else { return }
    settle()
    keys.append(key)
  }

  package mutating func startPaste() {
    settle()
    paste = paste ?? PasteAssembly()
  }

  package mutating func endPaste() {
    if let key = paste?.finish() { keys.append(key) }
    paste = nil
  }

  /// Returns the keys that are whole; to be called once nothing more is waiting to be read.
  package mutating func drain() -> [Key] {
    settle()
    defer { keys = [] }
    return keys
  }

  /// Ends a sequence that only a further byte of the same burst could have continued.
  private mutating func settle() {
    let unfinished = state
    state = .plain
    switch unfinished {
    case .plain: break
    case .escape: keys.append(.escape)
    case .singleShift: keys.append(.alt("O"))
    case .sequence(let bytes): if bytes.isEmpty { keys.append(.alt("[")) }
    case .answer(let bytes): replay(bytes)
    }
    flushRun()
  }

  /// Reads the bytes of an answer that never ended as what they were: Alt with a letter, then typing.
  private mutating func replay(_ bytes: [UInt8]) {
    isAlt = true
    for byte in bytes {
      takePlain(byte)
      // An Escape among them is whole: nothing of the next burst belongs to it.
      if case .escape = state {
        keys.append(.escape)
        state = .plain
      }
    }
  }

  private mutating func takePlain(_ byte: UInt8) {
    if byte >= 0x20, byte != 0x7F {
      for scalar in decoder.take(byte) where !scalar.properties.isControl { run.append(scalar) }
      return
    }
    if decoder.abandon() { run.append("\u{FFFD}") }
    flushRun()
    if byte == 0x1B { state = .escape } else { keys.append(Key(controlByte: byte)) }
  }

  private mutating func takeAfterEscape(_ byte: UInt8) {
    state = .plain
    switch byte {
    case UInt8(ascii: "["): state = .sequence([])
    case UInt8(ascii: "O"): state = .singleShift
    case UInt8(ascii: "]"), UInt8(ascii: "P"), UInt8(ascii: "_"), UInt8(ascii: "^"):
      state = .answer([byte])
    case 0..<0x20, 0x7F:
      keys.append(.escape)
      takePlain(byte)
    default:
      isAlt = true
      takePlain(byte)
    }
  }

  private mutating func takeSequence(_ bytes: [UInt8], _ byte: UInt8) {
    switch byte {
    case 0x20...0x3F where bytes.count < EscapeSequence.maximumLength:
      state = .sequence(bytes + [byte])
    case 0x40...0x7E:
      state = .plain
      keys += EscapeSequence.key(parameters: bytes, final: byte).map { [$0] } ?? []
    default:
      state = .plain
      takePlain(byte)
    }
  }

  private mutating func takeAnswer(_ bytes: [UInt8], _ byte: UInt8) {
    let isEnd = byte == 0x07 || byte == UInt8(ascii: "\\") && bytes.last == 0x1B
    guard !isEnd else {
      state = .plain
      return
    }
    state = .answer(bytes + [byte])
    if bytes.count >= EscapeSequence.maximumAnswer { settle() }
  }

  private mutating func flushRun() {
    for character in String(run) {
      keys.append(isAlt ? .alt(character) : .character(character))
      isAlt = false
    }
    isAlt = false
    run = String.UnicodeScalarView()
  }
}
