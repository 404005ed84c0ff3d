import Cells

/// Text on a page of HTML.
package enum HTML {
  /// Text in which nothing is markup, and what no eye sees is shown as a mark.
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
