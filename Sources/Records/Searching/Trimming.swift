/// Text without blanks at either end.
package func trimmed(_ text: some StringProtocol) -> String {
  var slice = Substring(text)
  while let first = slice.first, first.isWhitespace { slice.removeFirst() }
  while let last = slice.last, last.isWhitespace { slice.removeLast() }
  return String(slice)
}

/// Whether a text has a letter or a number in it: a full stop is no reason.
package func saysSomething(_ text: some StringProtocol) -> Bool {
  text.contains { $0.isLetter || $0.isNumber }
}
