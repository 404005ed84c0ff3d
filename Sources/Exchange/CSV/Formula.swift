/// Cells of CSV that a spreadsheet would run as a formula.
///
/// When written, such a cell gets an apostrophe in front, as spreadsheets mark text, and when read, loses it
/// again. A cell that already has apostrophes before the sign gets one more, so that every text comes back
/// unchanged.
///
/// Source: OWASP ASVS 5.0, 1.2.10: `=`, `+`, `-`, `@`, tab and NUL; line ends and the full-width
/// signs besides.
enum Formula {
  private static let apostrophe = UInt8(ascii: "'")

  /// The cell as it is written.
  static func neutralised(_ cell: String) -> String {
    var cell = cell
    return cell.withUTF8(isRun) ? "'" + cell : cell
  }

  /// Whether a field, as read, has an apostrophe to remove.
  static func isNeutralised(_ field: ArraySlice<UInt8>) -> Bool {
    field.first == apostrophe && field.dropFirst().withUnsafeBufferPointer(isRun)
  }

  /// Whether a text, behind any apostrophes, begins with a sign that makes a formula.
  private static func isRun(_ bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    let rest = bytes.drop { $0 == apostrophe }
    switch rest.first {
    case UInt8(ascii: "="), UInt8(ascii: "+"), UInt8(ascii: "-"), UInt8(ascii: "@"), 0, 9, 10, 13:
      return true
    case 0xEF: return fullWidth.contains { rest.starts(with: $0) }
    default: return false
    }
  }

  /// The full-width signs, as UTF-8.
  private static let fullWidth = ["\u{FF1D}", "\u{FF0B}", "\u{FF0D}", "\u{FF20}"].map {
    Array($0.utf8)
  }
}
