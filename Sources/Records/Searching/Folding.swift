/// Text as it is compared and searched: lower case, Latin letters without their marks, words separated by one
/// blank.
///
/// Letters of other scripts stay as they are. `Łukasz O'Neil` becomes `lukasz o neil`.
package func folded(_ text: some StringProtocol) -> String {
  var words: [String] = []
  var word = ""
  for scalar in text.lowercased().unicodeScalars {
    if scalar.value < 0x80 {
      if isASCIIWordScalar(scalar) {
        word.unicodeScalars.append(scalar)
      } else if !word.isEmpty {
        words.append(word)
        word = ""
      }
    } else if let plain = plainLetters[scalar] {
      word += plain
    } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
      word.unicodeScalars.append(scalar)
    } else if !scalar.properties.isDiacritic, !word.isEmpty {
      words.append(word)
      word = ""
    }
  }
  if !word.isEmpty { words.append(word) }
  return words.joined(separator: " ")
}

private func isASCIIWordScalar(_ scalar: Unicode.Scalar) -> Bool {
  ("a"..."z").contains(scalar) || ("0"..."9").contains(scalar)
}

/// The marked lower-case letters of Latin-1 and Latin Extended-A and what each is without its mark;
/// also those of Vietnamese and Romanian names that are common in England.
private let plainLetters: [Unicode.Scalar: String] = {
  let table: [(String, String)] = [
    ("a", "àáâãäåāăąǎạảấầẩẫậắằẳẵặ"), ("ae", "æ"), ("c", "çćĉċč"), ("d", "ďđð"),
    ("e", "èéêëēĕėęěẹẻẽếềểễệ"), ("g", "ĝğġģ"), ("h", "ĥħ"), ("i", "ìíîïĩīĭįıǐỉị"), ("j", "ĵ"),
    ("k", "ķĸ"), ("l", "ĺļľŀł"), ("n", "ñńņňŋ"), ("o", "òóôõöøōŏőơǒọỏốồổỗộớờởỡợ"), ("oe", "œ"),
    ("r", "ŕŗř"), ("s", "śŝşšș"), ("ss", "ß"), ("t", "ţťŧț"), ("th", "þ"),
    ("u", "ùúûüũūŭůűųưǔụủứừửữự"), ("w", "ŵẁẃẅ"), ("y", "ýÿŷỳỵỷỹ"), ("z", "źżž"),
  ]
  var letters: [Unicode.Scalar: String] = [:]
  for (plain, marked) in table {
    for scalar in marked.unicodeScalars { letters[scalar] = plain }
  }
  return letters
}()

extension Child {
  /// What a search finds the child by: folded words, each after a blank.
  package var searchText: String {
    let parts = [ref, name, household, worker, address].compactMap { $0 }
    return " " + folded(parts.joined(separator: " "))
  }

  /// The order of a list of children: family name, then the rest, then the reference.
  package var sortKey: String {
    guard let name else { return folded(ref) }
    let words = folded(name).split(separator: " ")
    let order = (words.suffix(1) + words.dropLast()).joined(separator: " ")
    return "\(order) \(folded(ref))"
  }
}
