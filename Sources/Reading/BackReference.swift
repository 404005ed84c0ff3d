/// Words that point back at what is known already.
extension Scan {
  /// Whether a term points back at marks known already; "as" needs a day after it, and "same" a
  /// mark or nothing.
  func pointsBack(_ index: Int) -> Bool {
    guard let term = self[index], term.isA([.back]) else { return false }
    if term.tokens.count == 1, term.word == "same" {
      return !isA([.site, .word, .ordinary, .person, .unit], at: index + 1)
        || isA([.site], at: index + 1) && isA([.mark], at: index + 2)
    }
    if term.lastWord == "on" || term.lastWord == "at" || term.lastWord == "of"
      || term.lastWord == "in"
    {
      return isDay(index + 1) || isDocument(index + 1)
    }
    if ["do"].contains(term.word) { return terms.count == 1 }
    return true
  }

  /// "as 3 Sept", "as 12/9".
  func isAsDay(_ index: Int) -> Bool { word(index) == "as" && isDay(index + 1) }

  /// "On the CP medical report", "in school's form".
  private func isDocument(_ start: Int) -> Bool {
    (start..<start + 5).contains {
      scan(
        $0,
        isIn: [
          "report", "form", "map", "file", "record", "medical", "notes", "letter",
          "entry", "chronology", "chron", "referral", "photos", "photo", "bodymap", "log",
          "records",
        ])
    }
  }

  private func scan(_ index: Int, isIn words: Set<String>) -> Bool {
    breakBefore(index) < .comma && words.contains(self[index]?.lastWord ?? "")
  }

  private func isDay(_ index: Int) -> Bool {
    guard let term = self[index] else { return false }
    return term.isA([.number]) || term.value(.unit) == "date"
      || ["the", "last", "previous", "prev"].contains(term.word)
  }
}
