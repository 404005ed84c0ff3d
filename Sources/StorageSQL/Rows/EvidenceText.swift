import Records

/// Maps the evidence of a flag to one column and back: a line a contact, of id, day, kind, sector, and the agency's
/// name where it has one.
enum EvidenceText {
  static func encoded(_ evidence: [Evidence]) -> String {
    evidence.map { item in
      let words = [
        item.contact.description, String(item.date.dayNumber), item.kind.rawValue,
        item.agency.sector.rawValue, item.agency.name.map(escaped) ?? "",
      ]
      return words.joined(separator: "\t")
    }.joined(separator: "\n")
  }

  // A name may hold anything; what parts lines and words is written with a backslash, scalar by scalar: a carriage
  // return with a line feed is one character, and holds both.
  private static func escaped(_ name: String) -> String {
    var text = ""
    for scalar in name.unicodeScalars {
      switch scalar {
      case "\\": text += "\\\\"
      case "\t": text += "\\t"
      case "\n": text += "\\n"
      case "\r": text += "\\r"
      default: text.unicodeScalars.append(scalar)
      }
    }
    return text
  }

  private static func unescaped(_ name: some StringProtocol) -> String {
    var text = ""
    var isEscaped = false
    for scalar in name.unicodeScalars {
      if isEscaped {
        text.unicodeScalars.append(
          scalar == "t" ? "\t" : scalar == "n" ? "\n" : scalar == "r" ? "\r" : scalar)
      } else if scalar != "\\" {
        text.unicodeScalars.append(scalar)
      }
      isEscaped = !isEscaped && scalar == "\\"
    }
    return text
  }

  /// - Throws: `Unreadable` when the text is none that was written here.
  static func evidence(_ text: String) throws -> [Evidence] {
    var text = text
    return try text.withUTF8 { bytes in
      try bytes.split(separator: newline).map { line in
        let words = line.split(separator: tab, omittingEmptySubsequences: false)
        guard words.count == 5,
          let id = Identifier(digits: UnsafeBufferPointer(rebasing: words[0])),
          let day = number(words[1]),
          let kind = ContactKind(rawValue: String(decoding: words[2], as: UTF8.self)),
          let sector = Sector(rawValue: String(decoding: words[3], as: UTF8.self))
        else { throw Unreadable(column: 7) }
        let name =
          words[4].isEmpty ? nil : unescaped(String(decoding: words[4], as: UTF8.self))
        return Evidence(
          contact: id, date: CalendarDate(dayNumber: day), agency: Agency(sector, name: name),
          kind: kind)
      }
    }
  }

  private static let newline = UInt8(ascii: "\n")
  private static let tab = UInt8(ascii: "\t")

  /// A whole number, which may lie before 1970.
  private static func number(_ digits: Slice<UnsafeBufferPointer<UInt8>>) -> Int? {
    let isNegative = digits.first == UInt8(ascii: "-")
    let rest = isNegative ? digits.dropFirst() : digits
    guard (1...9).contains(rest.count), rest.allSatisfy({ (48...57).contains($0) }) else {
      return nil
    }
    let value = rest.reduce(0) { $0 * 10 + Int($1 - 48) }
    return isNegative ? -value : value
  }
}
