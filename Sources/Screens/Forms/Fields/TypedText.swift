package import Cells

/// Text being typed, and the cursor in it; edited by whole characters, stored exactly as typed.
package struct TypedText: Hashable, Sendable {
  package private(set) var text: String
  /// The cursor as a UTF-8 offset, always between two characters.
  package private(set) var cursor: Int
  /// Whether the last key or paste was refused because the text would have exceeded its limit.
  package private(set) var isFull = false
  /// Whether the program suggested the text, so that the first character typed replaces it.
  private var isSuggested: Bool
  let takesNewlines: Bool
  private var steps: [Step] = []
  /// Where the word that is being typed ends; its letters are undone together.
  private var wordEnd: Int?

  /// The most bytes of UTF-8 in one field: 64 KiB, as in one cell of the canonical file.
  package static let limit = 65_536
  /// The most steps that can be undone.
  private static let maximumSteps = 100

  private struct Step: Hashable, Sendable {
    let text: String
    let cursor: Int
    let isSuggested: Bool
  }

  /// Starts with a text; where it `isSuggested`, the first character typed replaces it.
  package init(_ text: String = "", takesNewlines: Bool = false, isSuggested: Bool = true) {
    self.text = text
    self.takesNewlines = takesNewlines
    cursor = text.utf8.count
    self.isSuggested = isSuggested && !text.isEmpty
  }

  /// Edits the text with a key; false when it is not an editing key.
  package mutating func handle(_ key: Key) -> Bool {
    isFull = false
    switch key {
    case .character(let character): insert(String(character), isTyping: true)
    case .paste(let pasted): insert(pasted, isTyping: false)
    case .enter where takesNewlines: insert("\n", isTyping: true)
    case .backspace: remove(from: index(before: place), to: place)
    case .delete: remove(from: place, to: index(after: place))
    case .control("w"): remove(from: wordStart, to: place)
    case .control("u"): remove(from: lineStart, to: place)
    case .control("k"): remove(from: place, to: lineEnd)
    case .control("_"), .alt("u"): undo()
    case .left: move(to: index(before: place))
    case .right: move(to: index(after: place))
    case .home, .control("a"): move(to: lineStart)
    case .end: move(to: lineEnd)
    default: return false
    }
    return true
  }

  /// Moves the cursor to a UTF-8 offset, or to the next place between two characters.
  package mutating func move(to offset: Int) {
    move(to: text.utf8.index(text.startIndex, offsetBy: min(max(0, offset), text.utf8.count)))
  }

  // MARK: Changes

  private mutating func insert(_ raw: String, isTyping: Bool) {
    let new = cleaned(raw)
    guard !new.isEmpty else { return }
    let kept = isSuggested ? 0 : text.utf8.count
    guard kept + new.utf8.count <= TypedText.limit else {
      isFull = true
      return
    }
    let isLetter = isTyping && new.allSatisfy { !$0.isWhitespace }
    if !isLetter || wordEnd != cursor { remember() }
    if isSuggested {
      text = ""
      cursor = 0
    }
    text.insert(contentsOf: new, at: place)
    settle(at: cursor + new.utf8.count)
    wordEnd = isLetter ? cursor : nil
  }

  /// Replaces the whole text, as one change that can be undone.
  package mutating func replace(by new: String) {
    remember()
    wordEnd = nil
    text = cleaned(new)
    settle(at: text.utf8.count)
  }

  private mutating func remove(from start: String.Index, to end: String.Index) {
    isSuggested = false
    guard start < end else { return }
    remember()
    wordEnd = nil
    let offset = text.utf8.distance(from: text.startIndex, to: start)
    text.removeSubrange(start..<end)
    settle(at: offset)
  }

  /// Moves the cursor after a change; where a new neighbour joins the character there, it moves past both.
  private mutating func settle(at offset: Int) {
    isSuggested = false
    move(to: offset)
  }

  private mutating func move(to index: String.Index) {
    isSuggested = false
    var index = index
    while index < text.endIndex, String.Index(index, within: text) == nil {
      index = text.unicodeScalars.index(after: index)
    }
    cursor = text.utf8.distance(from: text.startIndex, to: index)
  }

  private mutating func remember() {
    if steps.count == TypedText.maximumSteps { steps.removeFirst() }
    steps.append(Step(text: text, cursor: cursor, isSuggested: isSuggested))
  }

  private mutating func undo() {
    guard let step = steps.popLast() else { return }
    wordEnd = nil
    text = step.text
    cursor = step.cursor
    isSuggested = step.isSuggested
  }

  /// Removes control characters: line breaks stay in notes and become blanks elsewhere, tabs become blanks.
  private func cleaned(_ raw: String) -> String {
    var result = String.UnicodeScalarView()
    var previous: Unicode.Scalar?
    for scalar in raw.unicodeScalars {
      if scalar == "\r" || scalar == "\n" && previous != "\r" {
        result.append(takesNewlines ? "\n" : " ")
      } else if scalar == "\t" {
        result.append(" ")
      } else if scalar.properties.generalCategory != .control {
        result.append(scalar)
      }
      previous = scalar
    }
    return String(result)
  }
}

// MARK: Places

extension TypedText {
  /// The text up to the cursor; its width is the cursor's column.
  var beforeCursor: String { String(text[..<place]) }

  private var place: String.Index { text.utf8.index(text.startIndex, offsetBy: cursor) }

  private func index(before index: String.Index) -> String.Index {
    index > text.startIndex ? text.index(before: index) : index
  }

  private func index(after index: String.Index) -> String.Index {
    index < text.endIndex ? text.index(after: index) : index
  }

  private var lineStart: String.Index {
    text[..<place].lastIndex(of: "\n").map(text.index(after:)) ?? text.startIndex
  }

  private var lineEnd: String.Index {
    text[place...].firstIndex(of: "\n") ?? text.endIndex
  }

  private var wordStart: String.Index {
    let word = text[..<place].lastIndex { !$0.isWhitespace } ?? text.startIndex
    return text[..<word].lastIndex(where: \.isWhitespace).map(text.index(after:))
      ?? text.startIndex
  }
}
