package import Cells

/// A choice of one of several words; nothing is chosen at first unless the program knows the answer.
package struct ChoiceField: Hashable, Sendable {
  package let options: [String]
  package private(set) var chosen: Int?
  /// Whether it can be emptied again.
  private let isOptional: Bool
  /// The first letters typed so far.
  private var letters = ""
  /// The option that was chosen before those letters.
  private var before: Int?
  /// The characters typed since the last other key.
  private var typed = ""
  /// How many of those characters matched no option.
  private var strays = 0
  /// A sentence typed here by mistake, none of which chose an option; nil otherwise.
  package private(set) var sentence: String?

  package init(_ options: [String], chosen: Int? = nil, isOptional: Bool = true) {
    self.options = options
    self.chosen = chosen
    self.isOptional = isOptional
  }

  /// Returns the same choice with `option` chosen; nothing is chosen when there is no such option.
  func choosing(_ option: String) -> ChoiceField {
    ChoiceField(options, chosen: options.firstIndex(of: option), isOptional: isOptional)
  }

  /// Handles a key: Right, or Space before any letter, chooses the next option, Left the one before, first
  /// letters jump to one, and Backspace empties the choice; after a sentence it removes the sentence alone.
  package mutating func handle(_ key: Key) -> Bool {
    switch key {
    case .character(let character) where character != " " || !typed.isEmpty:
      typed.append(character)
      if sentence != nil { sentence = typed } else { jump(character) }
      return true
    case .right, .character(" "): step(1)
    case .left: step(-1)
    case .backspace, .delete: if isOptional, sentence == nil { chosen = nil }
    case .paste(let text):
      (typed, sentence) = (text, text)
      return true
    default:
      (letters, typed, strays) = ("", "", 0)
      return false
    }
    (letters, typed, strays, sentence) = ("", "", 0, nil)
    return true
  }

  private mutating func step(_ step: Int) {
    guard !options.isEmpty else { return }
    let from = chosen ?? (step > 0 ? -1 : options.count)
    chosen = (from + step + options.count) % options.count
  }

  /// Chooses by letters: further ones narrow, the same one again goes on, another first letter starts afresh.
  ///
  /// One stray letter is ignored; two are a sentence, which must not choose an option by accident.
  private mutating func jump(_ character: Character) {
    if typed.count == 1 { before = chosen }
    let longer = letters + character.lowercased()
    if !letters.isEmpty, let match = first(longer, from: chosen ?? 0) {
      (letters, chosen) = (longer, match)
    } else if letters.count < 2 || (strays == 0 && isWhole),
      let match = first(character.lowercased(), from: (chosen ?? -1) + 1)
    {
      (letters, chosen, strays) = (character.lowercased(), match, 0)
    } else if strays == 0 {
      strays = 1
    } else {
      (letters, chosen, sentence) = ("", before, typed)
    }
  }

  /// Whether the letters spell a whole option.
  private var isWhole: Bool { options.contains { $0.lowercased() == letters } }

  private func first(_ letters: String, from start: Int) -> Int? {
    options.indices.map { ($0 + start) % options.count }
      .first { options[$0].lowercased().hasPrefix(letters) }
  }
}

// MARK: Drawing

extension ChoiceField {
  /// Draws all options in a row with brackets round the chosen one, or the chosen one alone if they don't fit.
  func drawn(width: Int, isFocused: Bool) -> DrawnField {
    guard isShort(in: width) else { return drawnAlone(width: width, isFocused: isFocused) }
    var spans: [Span] = []
    var cursor = 1
    for (index, option) in options.enumerated() {
      let isChosen = index == chosen
      if isChosen { cursor = 1 + spans.reduce(0) { $0 + TextWidth.columns(of: $1.text) } }
      spans.append(
        Span(isChosen ? "[\(option)]" : " \(option) ", style(isChosen, isFocused)))
    }
    return DrawnField(lines: [spans], cursor: Position(row: 0, column: cursor))
  }

  /// Whether all options fit into a width.
  func isShort(in width: Int) -> Bool {
    options.reduce(0) { $0 + TextWidth.columns(of: $1) + 2 } <= width
  }

  /// Returns as many options around the chosen one as fit into `width`.
  func strip(width: Int) -> String {
    let current = chosen ?? -1
    var shown = max(0, current)..<min(options.count, max(0, current) + 1)
    while true {
      let right = shown.lowerBound..<min(options.count, shown.upperBound + 1)
      let left = max(0, shown.lowerBound - 1)..<shown.upperBound
      let isBalanced = current - shown.lowerBound >= shown.upperBound - current
      let wider = [isBalanced ? right : left, isBalanced ? left : right]
        .first { $0 != shown && TextWidth.columns(of: line($0)) <= width }
      guard let wider else { return line(shown) }
      shown = wider
    }
  }

  private func line(_ shown: Range<Int>) -> String {
    let words = shown.map { $0 == chosen ? "[\(options[$0])]" : options[$0] }
    return (shown.lowerBound > 0 ? "… " : "") + words.joined(separator: "  ")
      + (shown.upperBound < options.count ? " …" : "")
  }

  private func drawnAlone(width: Int, isFocused: Bool) -> DrawnField {
    let span =
      chosen.map {
        Span("[\(TextWidth.clipped(options[$0], to: width - 1))]", style(true, isFocused))
      }
      ?? Span(" not chosen", isFocused ? .body : .dim)
    return DrawnField(lines: [[span]], cursor: Position(row: 0, column: 1))
  }

  private func style(_ isChosen: Bool, _ isFocused: Bool) -> Style {
    if isChosen { return isFocused ? .selected : .heading }
    return isFocused ? .body : .dim
  }
}
