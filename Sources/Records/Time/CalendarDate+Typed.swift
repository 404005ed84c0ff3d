/// Why typed text is no day, or no day with a time.
package enum DateTypingError: Error, Hashable, Sendable {
  case notADate
  case noSuchDay
  case noSuchTime
  /// A day without a year that would be long ago: the person is asked whether this one is meant.
  case whichYear(CalendarDate)
}

extension CalendarDate {
  /// Reads an ISO 8601 day, `2026-11-23`, and nothing else.
  /// - Throws: `notADate` when the shape is another, `noSuchDay` for the 31st of February.
  package init(iso text: some StringProtocol) throws(DateTypingError) {
    let digits = Array(text.utf8)
    guard digits.count == 10, digits[4] == UInt8(ascii: "-"), digits[7] == UInt8(ascii: "-"),
      let year = number(digits[0..<4]), let month = number(digits[5..<7]),
      let day = number(digits[8..<10])
    else { throw .notADate }
    guard let date = CalendarDate(year: year, month: month, day: day) else { throw .noSuchDay }
    self = date
  }
}

extension TimeOfDay {
  /// Reads `HH:MM`; nil for anything else.
  package init?(typed text: some StringProtocol) {
    let digits = Array(text.utf8)
    guard digits.count == 5, digits[2] == UInt8(ascii: ":"), let hour = number(digits[0..<2]),
      let minute = number(digits[3..<5])
    else { return nil }
    self.init(hour: hour, minute: minute)
  }
}

/// The value of ASCII digits; nil when any byte is something else.
func number(_ digits: some Collection<UInt8>) -> Int? {
  guard !digits.isEmpty, digits.count <= 9 else { return nil }
  var value = 0
  for digit in digits {
    guard digit >= 48, digit <= 57 else { return nil }
    value = value * 10 + Int(digit - 48)
  }
  return value
}
