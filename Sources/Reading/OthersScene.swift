/// Marks of somebody else that do not name their owner beside them: the owner is named earlier, as the victim
/// of a deed, as whoever nurses a hurt, or in a statement such as "the burn is dad's".
extension WhoseBody {
  /// "The bruise is his sister's": the owner is told after the mark.
  func predicate(of mark: Int, in clause: Range<Int>) -> Int? {
    var index = mark + 1
    var sawVerb = false
    while index < clause.upperBound, scan.breakBefore(index) < .comma {
      let term = scan.terms[index]
      if isOther(index), sawVerb {
        let isOwner = term.isPossessive || term.lastWord.hasSuffix("s")
        let closes =
          scan.breakBefore(index + 1) >= .comma
          || ["not", "and", "who"].contains(scan.word(index + 1))
        return isOwner && closes ? index : nil
      }
      if ["is", "was", "are", "were", "belongs", "belong"].contains(term.word) {
        sawVerb = true
      } else if !isOwnerLead(index) {
        return nil
      }
      index += 1
    }
    return nil
  }

  /// "Mum showing bruises on her own arms".
  func selfOwner(of mark: Int, in clause: Range<Int>) -> Int? {
    let rest = mark + 1..<max(mark + 1, scan.segment(around: mark).upperBound)
    guard let own = rest.first(where: { scan.word($0) == "own" }),
      ["his", "her"].contains(scan.word(own - 1)),
      let person = scan.first([.person], in: clause.lowerBound..<mark), isOther(person),
      !scan.terms[person].isPossessive, !scan.has([.pronoun], in: person + 1..<mark)
    else { return nil }
    return isGenderOf(person, scan.word(own - 1)) && scan.terms[person].value(.person) != "pet"
      ? person : nil
  }

  private func isOwnerLead(_ index: Int) -> Bool {
    ["the", "his", "her", "on", "to", "actually", "in", "fact", "all", "both", "not"].contains(
      scan.word(index))
      || scan.isA([.site], at: index)
  }

  /// "It's the brother who has it", "twin is the one with the scald".
  func singledOut(before mark: Int, in clause: Range<Int>) -> Int? {
    guard
      let turn = scan.indices[clause.lowerBound..<mark].last(where: {
        scan.word($0) == "who" || scan.terms[$0].word == "the" && scan.word($0 + 1) == "one"
          || scan.terms[$0].tokens.count > 1 && scan.terms[$0].lastWord == "one"
      }),
      !scan.has([.person], in: turn + 1..<mark), !scan.has([.pronoun], in: turn + 1..<mark)
    else { return nil }
    guard scan.has([.have], in: turn..<mark) || isOwnWound(mark) else { return nil }
    guard let person = scan.last([.person], in: clause.lowerBound..<turn), turn - person <= 3 else {
      return nil
    }
    return isOther(person) && !scan.terms[person].isPossessive ? person : nil
  }

  /// Whether the word is for a wound received and not for one given.
  private func isOwnWound(_ mark: Int) -> Bool {
    ["burnt", "burned", "hurt", "injured", "bruised", "scalded", "broke", "bitten"].contains(
      scan.word(mark))
  }

  /// "He gave his cousin a nosebleed".
  func receiver(of mark: Int, in clause: Range<Int>) -> Int? {
    let segment = scan.segment(around: mark)
    guard
      let verb = scan.indices[segment.lowerBound..<mark].last(where: {
        ["gave", "given", "giving", "gives", "left", "leaving"].contains(scan.word($0))
      }),
      let person = (verb + 1..<mark).first(where: { isOther($0) }), person - verb <= 3,
      !scan.terms[person].isPossessive, !scan.isA([.speech, .witness], at: person + 1),
      !["nursery", "school", "club", "preschool", "hospital"].contains(scan.word(person)),
      !scan.terms[verb + 1..<mark].contains(where: {
        $0.value(.person) == "child"
          || ["him", "me", "to", "by", "with"].contains($0.word)
            && $0.word != "with"
      })
    else { return nil }
    return person
  }

  /// "Kicked TA, she has a bruised shin": the victim of the child's deed.
  func victim(of mark: Int) -> Int? {
    let sentence = scan.stretch(around: mark, upTo: .stop)
    let own = partOf(mark)
    guard own.lowerBound > sentence.lowerBound,
      let deed = scan.indices[sentence.lowerBound..<own.lowerBound].first(where: {
        Self.attacks.contains(scan.word($0)) && scan.terms[$0].lastWord != "by"
      }),
      let victim = (deed + 1..<min(deed + 6, own.lowerBound)).first(where: { isOther($0) }),
      !scan.terms[deed + 1..<victim].contains(where: {
        ["by", "him", "me", "child", "himself", "herself", "over", "into", "onto", "off", "with"]
          .contains($0.word) || $0.before >= .comma
      }), !scan.terms[victim].isPossessive || scan.isA([.site], at: victim + 1),
      !scan.terms[victim..<min(mark + 4, scan.terms.count)].contains(where: {
        ["own", "fell", "tripped", "slipped", "landed", "back"].contains($0.word)
      })
    else { return nil }
    let actor = scan.indices[sentence.lowerBound..<deed].last {
      scan.terms[$0].isA([.person, .pronoun])
    }
    if let actor, isOther(actor) { return nil }
    return refers(own.lowerBound..<mark, to: victim, not: actor) ? victim : nil
  }

  /// The part of the clause that a mark is in; "and split his lip" is one of its own.
  private func partOf(_ mark: Int) -> Range<Int> {
    let own = scan.segment(around: mark)
    return isDeed(mark) || scan.word(mark) == "split" || scan.word(mark) == "burst"
      ? (scan.isA([.and], at: mark - 1) ? mark - 1..<own.upperBound : own) : own
  }

  static let attacks: Set<String> = [
    "kicked", "hit", "punched", "pushed", "slapped", "scratched", "bit", "threw", "attacked",
    "assaulted", "hurt", "headbutted", "shoved", "tripped", "lashed", "swung", "stabbed", "knocked",
    "struck", "kicking", "hitting", "punching", "pushing", "biting", "elbowed", "grabbed",
    "whacked",
    "smashed", "strangled", "choked", "stamped", "thumped", "nutted", "butted",
  ]

  /// Whether the subject of some words is the one named before, and not the child.
  private func refers(_ lead: Range<Int>, to victim: Int, not actor: Int?) -> Bool {
    guard let subject = lead.first(where: { scan.terms[$0].isA([.person, .pronoun]) }) else {
      return actor == nil && scan.terms[lead].contains { $0.isA([.and]) }
        || scan.terms[lead].contains { $0.word == "who" }
    }
    let word = scan.word(subject)
    if let actor, scan.word(actor) == word || sameGender(actor, subject) { return false }
    if scan.terms[subject].lastWord == scan.terms[victim].lastWord { return true }
    guard ["he", "she", "they", "hes", "shes", "who", "his", "her"].contains(word) else {
      return false
    }
    return isGenderOf(victim, word)
  }

  private func sameGender(_ one: Int, _ other: Int) -> Bool {
    guard let left = scan.terms[one].value(.pronoun), let right = scan.terms[other].value(.pronoun)
    else { return false }
    return left == right
  }

  /// Whether "his" or "her" may mean a person.
  func isGenderOf(_ person: Int, _ word: String) -> Bool {
    let gender = scan.terms[person].value(.person)?.suffix(2)
    if gender == ".f" { return !["he", "his", "hes", "him"].contains(word) }
    if gender == ".m" { return !["she", "her", "shes", "hers"].contains(word) }
    return true
  }

  /// "Bit the teacher on the hand, broke the skin": tells more of the mark before.
  func elaborated(by mark: Int) -> Int? {
    guard scan.terms[mark].isA([.skin]),
      let before = scan.last([.mark], in: scan.sentence(around: mark).lowerBound..<mark)
    else { return nil }
    return other(besidesScene: before) ?? victim(of: before)
  }

  /// "Mum holding ice to her cheek, swollen": whoever the words before the mark are about.
  func scene(of mark: Int) -> Int? {
    let sentence = scan.stretch(around: mark, upTo: .stop)
    let own = scan.segment(around: mark)
    let start = max(sentence.lowerBound, turnBefore(mark, in: sentence))
    guard own.lowerBound > start else { return nil }
    let lead = own.lowerBound..<mark
    guard let person = (start..<own.lowerBound).first(where: { isOther($0) }),
      isHurt(person, until: own.lowerBound),
      !scan.terms[person + 1..<mark].contains(where: {
        $0.value(.person) == "child"
          || ["him", "child", "he", "she", "asleep", "hes", "shes"].contains($0.word)
          || $0.isA([.speech]) && !$0.isA([.bridge])
      }), !(person + 1..<mark).contains(where: isObjectHer), !isPet(person)
    else { return nil }
    let people = scan.terms[lead].filter { $0.isA([.person, .pronoun]) }
    let after = scan.terms[mark..<own.upperBound].filter {
      ["his", "her", "him", "my"].contains($0.word) || $0.value(.person) == "child"
    }
    return (people + after).allSatisfy {
      $0.value(.pronoun) != nil && isGenderOf(person, $0.word) && $0.value(.person) != "child"
        && $0.value(.pronoun) != "me"
    } ? person : nil
  }

  /// "Tripped holding her": no part of the body follows.
  private func isObjectHer(_ index: Int) -> Bool {
    scan.word(index) == "her"
      && !(index + 1..<index + 4).contains { scan.isA([.site, .mark, .nursing], at: $0) }
  }

  /// A child done something to: "hit him, has a bruise".
  func isObject(_ index: Int) -> Bool {
    ["him", "me", "them"].contains(scan.word(index)) || isObjectHer(index)
  }

  private func isPet(_ person: Int) -> Bool { scan.terms[person].value(.person) == "pet" }

  private func turnBefore(_ mark: Int, in sentence: Range<Int>) -> Int {
    scan.indices[sentence.lowerBound..<mark].last { scan.isTurn($0) } ?? sentence.lowerBound
  }

  /// Whether the words about a person mention a hurt of theirs: a mark, or a part of the body nursed.
  private func isHurt(_ person: Int, until end: Int) -> Bool {
    let rest = person + 1..<end
    let part = scan.segment(around: person)
    if let mark = rest.first(where: { scan.terms[$0].isA([.mark]) }) {
      return part.contains(mark)
        ? other(besidesScene: mark) != nil : scene(of: mark) == person || victim(of: mark) == person
    }
    let isOwner = scan.terms[person].isPossessive || scan.terms[person].lastWord.hasSuffix("s")
    if isOwner, scan.isA([.site], at: person + 1) { return true }
    return scan.terms[rest].contains {
      $0.isA([.nursing])
        || $0.isA([.fall]) && $0.tokens.count > 1 && ["was", "got", "been"].contains($0.word)
    }
  }
}
