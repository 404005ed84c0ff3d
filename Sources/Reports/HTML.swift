import Cells

/// Text on a page of HTML.
package enum HTML {
  /// Returns text in which nothing is markup, and invisible characters are shown as marks.
  package static func escaped(_ text: String) -> String {
    var safe = ""
    for character in Printable.line(text) {
      switch character {
      case "&": safe += "&amp;"
      case "<": safe += "&lt;"
      case ">": safe += "&gt;"
      case "\"": safe += "&quot;"
      case "'": safe += "&#39;"
      default: safe.append(character)
      }
    }
    return safe
  }
}
