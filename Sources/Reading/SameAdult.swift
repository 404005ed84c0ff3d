/// Whether two ways of writing name the same adult: they differ in nothing but case, dots, spaces,
/// hyphens, apostrophes, accents or an added relation ("mum's friend Robbo").
package func isSameAdult(_ a: String, _ b: String) -> Bool {
  let one = AdultName(a)
  let other = AdultName(b)
  guard !one.letters.isEmpty, !other.letters.isEmpty else { return false }
  return one.letters == other.letters || one.named == other.named && !one.named.isEmpty
}

/// The letters that make a name.
private struct AdultName {
  let letters: [UInt8]
  /// The name alone, without the person's relation to anybody; all the letters where no relation is given.
  let named: [UInt8]

  init(_ text: String) {
    letters = AdultName.folded(text)
    let scan = Scan(text, .adults)
    let names = scan.terms.filter {
      !$0.isA([.person, .adult, .article, .pronoun, .called, .place, .ordinary, .household])
    }
    let isOnlyRelation = names.isEmpty
    named =
      isOnlyRelation
      ? letters
      : names.flatMap { term in
        term.tokens.flatMap { AdultName.folded(scan.tokens[$0].word) }
      }
  }

  /// Lower-case letters and digits, without accents.
  private static func folded(_ text: String) -> [UInt8] {
    var bytes: [UInt8] = []
    for scalar in text.unicodeScalars {
      if let plain = plainLetters[scalar] {
        bytes += Array(plain.utf8)
      } else if scalar.properties.isAlphabetic || scalar.properties.numericType != nil {
        bytes += Array(scalar.properties.lowercaseMapping.utf8)
      }
    }
    return bytes
  }

  /// The letters of Latin names with their accents, and what they are without.
  private static let plainLetters: [Unicode.Scalar: String] = {
    let rows: [(String, String)] = [
      ("àáâãäåāăąÀÁÂÃÄÅĀĂĄ", "a"), ("çćčÇĆČ", "c"), ("ďđĎĐ", "d"), ("èéêëēėęěÈÉÊËĒĖĘĚ", "e"),
      ("ğĞ", "g"), ("ìíîïīıİÌÍÎÏĪ", "i"), ("łĺľŁĹĽ", "l"), ("ñńňÑŃŇ", "n"),
      ("òóôõöøōőÒÓÔÕÖØŌŐ", "o"), ("řŘ", "r"), ("śšşșŚŠŞȘ", "s"), ("ťțŤȚ", "t"),
      ("ùúûüūůűÙÚÛÜŪŮŰ", "u"), ("ýÿÝŸ", "y"), ("źžżŹŽŻ", "z"), ("ßẞ", "ss"), ("æÆ", "ae"),
      ("œŒ", "oe"),
    ]
    var letters: [Unicode.Scalar: String] = [:]
    for (accented, plain) in rows {
      for scalar in accented.unicodeScalars { letters[scalar] = plain }
    }
    return letters
  }()
}
