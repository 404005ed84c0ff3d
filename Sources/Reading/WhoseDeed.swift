/// Who did what to whom: a deed may leave its mark on the doer or on another.
extension WhoseBody {
  /// "He kicked his sister, leaving a bruise": done by the child.
  func done(with mark: Int, in clause: Range<Int>) -> Int? {
    let effects: Set<String> = ["causing", "leaving", "caused", "giving", "gave", "left"]
    let deeds: Set<String> = [
      "kicked", "hit", "punched", "pushed", "slapped", "scratched", "bit", "threw", "attacked",
      "assaulted", "hurt",
    ]
    let own = scan.segment(around: mark).lowerBound
    let isNamedAfter = ["his", "her"].contains { word in
      scan.terms[mark..<scan.segment(around: mark).upperBound].contains { $0.word == word }
    }
    let parted = own > clause.lowerBound && isNamedAfter ? own : nil
    guard
      let effect = scan.indices[clause.lowerBound..<mark].last(where: {
        effects.contains(scan.word($0))
      }) ?? parted,
      let victim = scan.indices[clause.lowerBound..<effect].last(where: { isOther($0) }),
      let deed = scan.indices[clause.lowerBound..<victim].last(where: {
        deeds.contains(scan.word($0))
      }),
      victim - deed <= 3
    else { return nil }
    let rest = scan.terms[victim..<min(mark + 4, scan.terms.count)]
    if rest.contains(where: { ["own", "fell", "tripped", "slipped"].contains($0.word) }) {
      return nil
    }
    let actor = scan.first([.person], in: clause.lowerBound..<deed)
    if effect == parted { return agrees(victim, mark) ? victim : nil }
    return actor.map { isOther($0) } == true ? nil : victim
  }

  /// "Sister" and "her face".
  func agrees(_ victim: Int, _ mark: Int) -> Bool {
    let gender = scan.terms[victim].value(.person)?.suffix(2)
    let words = scan.terms[mark..<scan.segment(around: mark).upperBound].map(\.word)
    return gender == ".f" && words.contains("her") || gender == ".m" && words.contains("his")
  }

  /// "twin has bitten him", "brother scratched his face": done to the child.
  func isDoneTo(_ mark: Int, by person: Int) -> Bool {
    guard isDeed(mark) || ["broken", "split", "torn"].contains(scan.word(mark)) else {
      return false
    }
    let next = scan.word(mark + 1)
    if ["him", "my", "me", "child", "baby", "this"].contains(next) { return true }
    if next == "her" || next == "his", scan.terms.indices.contains(mark + 2) {
      let gender = scan.terms[person].value(.person)?.suffix(2)
      if next == "her", gender == ".m" { return true }
      if next == "his", gender == ".f" { return true }
      let selfHarm = [
        "cut", "broke", "broken", "burnt", "burned", "hurt", "injured", "split", "torn",
        "scalded", "fractured", "sprained",
      ].contains(scan.word(mark))
      if !selfHarm || isTold(person) || isAttack(person + 1..<mark) { return true }
      return !scan.has([.site], in: mark + 1..<min(mark + 5, scan.terms.count))
    }
    return false
  }

  /// "His cousin threw a stone and cut his eyebrow".
  func isAttack(_ between: Range<Int>) -> Bool {
    scan.terms[between].contains {
      Self.attacks.contains($0.word) && $0.lastWord != "by" && !$0.isA([.nursing])
    } && !between.contains { ["wall", "door", "window"].contains(scan.word($0)) }
  }

  /// Somebody tells what the person did, as a child does of a parent.
  func isTold(_ person: Int) -> Bool {
    scan.has([.speech], in: scan.sentence(around: person).lowerBound..<person)
      || scan.terms[person].isQuoted
  }

  func isOwnDeed(_ mark: Int, by person: Int, _ between: Range<Int>) -> Bool {
    let word = scan.word(mark)
    let passive = [
      "bruised", "injured", "hurt", "cut", "burnt", "burned", "bitten", "scalded", "scratched",
      "swollen", "bleeding", "bled", "broke", "broken", "fractured", "sprained", "limping", "sore",
      "tender", "scratches", "grazed",
    ].contains(word)
    guard passive else { return false }
    return scan.terms[between].allSatisfy {
      $0.isA([.fall, .bridge, .place, .and, .have, .deny, .object, .nursing])
        || $0.isA([.word]) && $0.tokens.count == 1
    } && between.count < 8
      && !scan.has(
        [.pronoun], in: between.clamped(to: between.lowerBound..<max(between.lowerBound, mark - 1)))
  }
}
