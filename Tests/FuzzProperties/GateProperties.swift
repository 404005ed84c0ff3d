import Cells

/// The first byte is a width to cut at; the rest is text that somebody has stored.
func checkGate(_ input: [UInt8]) throws(BrokenProperty) {
  guard let first = input.first else { return }
  let text = String(decoding: input.dropFirst(), as: UTF8.self)
  let line = Printable.line(text)
  try checkScalars(of: line, lineBreaks: false)
  try checkScalars(of: Printable.text(text), lineBreaks: true)
  try hold("what has passed the gate passes it again", text, Printable.line(line) == line)
  try checkLetters(of: text, in: line)
  try checkWidths(of: text, line, cutAt: Int(first) % 40)
}

/// The allow-list from the other side: what may never come through, whatever stands around it.
private func checkScalars(of text: String, lineBreaks: Bool) throws(BrokenProperty) {
  var previous: Unicode.Scalar?
  var marks = 0
  let scalars = Array(text.unicodeScalars)
  for (index, scalar) in scalars.enumerated() {
    let next = index + 1 < scalars.count ? scalars[index + 1] : nil
    let isAllowed =
      scalar == "\n"
      ? lineBreaks : !scalar.isForbidden && scalar.isInPlace(after: previous, before: next)
    try hold("nothing that acts or hides comes through", (text, scalar), isAllowed)
    marks = scalar.isStacking ? marks + 1 : 0
    try hold("marks do not pile up", text, marks <= Printable.maximumMarks)
    previous = scalar
  }
}

extension Unicode.Scalar {
  fileprivate var isForbidden: Bool {
    switch value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x17B4...0x17B5,
      0x180B...0x180F, 0x200B...0x200C, 0x200E...0x200F, 0x2028...0x202E, 0x2060...0x206F,
      0x3164, 0xFDD0...0xFDEF, 0xFE00...0xFE0D, 0xFEFF, 0xFFA0, 0xFFF0...0xFFFB, 0xE000...0xF8FF,
      0xE0000...0x10FFFF:
      true
    default: value & 0xFFFE == 0xFFFE
    }
  }

  /// Joiners, selectors and skin tones belong to an emoji, and to nothing else.
  fileprivate func isInPlace(after previous: Unicode.Scalar?, before next: Unicode.Scalar?) -> Bool
  {
    switch value {
    case 0x200D:
      previous?.isOfEmoji == true && next?.properties.isEmoji == true
    case 0xFE0E...0xFE0F: previous?.properties.isEmoji == true
    case 0x1F3FB...0x1F3FF: previous?.properties.isEmojiModifierBase == true
    default: true
    }
  }

  private var isOfEmoji: Bool { properties.isEmoji || (0xFE0E...0xFE0F).contains(value) }

  fileprivate var isStacking: Bool {
    let category = properties.generalCategory
    return category == .enclosingMark
      || category == .nonspacingMark && value > 0x2FF
        && !(0xFE0E...0xFE0F).contains(value)
  }
}

/// Every printable ASCII character of a text is still there, in its order.
private func checkLetters(of text: String, in line: String) throws(BrokenProperty) {
  var left = line.unicodeScalars[...]
  for scalar in text.unicodeScalars where (0x20...0x7E).contains(scalar.value) {
    let place = left.firstIndex(of: scalar)
    try hold("nothing is dropped", (text, line, scalar), place != nil)
    if let place { left = left[left.index(after: place)...] }
  }
}

private func checkWidths(
  of text: String, _ line: String, cutAt width: Int
) throws(BrokenProperty) {
  let columns = TextWidth.columns(of: text)
  try hold(
    "what is safe is as wide as what it stands for", text, TextWidth.columns(of: line) == columns)
  var frame = Frame(size: Size(rows: 1, columns: columns + 1))
  try hold("drawing takes its width", text, frame.write(text, row: 0, column: 0) == columns)
  let shown = frame.text.unicodeScalars
  let expected = String(line.reversed().drop { $0 == " " }.reversed()).unicodeScalars
  try hold(
    "a frame shows what the gate let through", (text, frame.text), shown.elementsEqual(expected))
  for hasEllipsis in [false, true] {
    let clipped = TextWidth.clipped(text, to: width, ellipsis: hasEllipsis)
    try hold("a cut text fits", (text, width), TextWidth.columns(of: clipped) <= width)
    let kept = hasEllipsis && clipped != text ? String(clipped.dropLast()) : clipped
    try hold("a cut text is a beginning", (text, width), text.hasPrefix(kept))
  }
}
