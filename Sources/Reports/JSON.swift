import Cells
package import Records

/// A JSON value, whose keys stay in the order in which they are given.
package enum JSON {
  case object([(String, JSON)])
  case array([JSON])
  case string(String)
  case number(Int)
  case bool(Bool)
  case null

  package static func text(_ value: String?) -> JSON { value.map { .string($0) } ?? .null }
  package static func number(_ value: Int?) -> JSON { value.map { .number($0) } ?? .null }
  package static func day(_ value: CalendarDate?) -> JSON { .text(value?.iso) }
  package static func word<Word: RawRepresentable>(_ value: Word?) -> JSON
  where Word.RawValue == String {
    .text(value?.rawValue)
  }

  /// The text, on one line.
  ///
  /// Invisible characters are escaped, so that it is exact and still safe on a terminal.
  package var written: String {
    var text = ""
    write(into: &text)
    return text
  }

  private func write(into text: inout String) {
    switch self {
    case .object(let members):
      JSON.list(members, "{", "}", into: &text) { member, text in
        JSON.quote(member.0, into: &text)
        text += ":"
        member.1.write(into: &text)
      }
    case .array(let items):
      JSON.list(items, "[", "]", into: &text) { $0.write(into: &$1) }
    case .string(let value): JSON.quote(value, into: &text)
    case .number(let value): text += String(value)
    case .bool(let value): text += value ? "true" : "false"
    case .null: text += "null"
    }
  }

  private static func list<Item>(
    _ items: [Item], _ open: String, _ close: String, into text: inout String,
    write: (Item, inout String) -> Void
  ) {
    text += open
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      write(item, &text)
    }
    text += close
  }

  private static func quote(_ value: String, into text: inout String) {
    text += "\""
    for scalar in value.unicodeScalars {
      switch scalar {
      case "\"": text += "\\\""
      case "\\": text += "\\\\"
      case "\n": text += "\\n"
      case "\t": text += "\\t"
      case " "..."~": text.unicodeScalars.append(scalar)
      default:
        if Printable.isShown(scalar) {
          text.unicodeScalars.append(scalar)
        } else {
          for unit in String(scalar).utf16 {
            let digits = String(unit, radix: 16)
            text += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
          }
        }
      }
    }
    text += "\""
  }
}
