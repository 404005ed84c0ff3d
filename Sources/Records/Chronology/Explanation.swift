/// An account of an injury or a concern, as one contact recorded it.
///
/// An explanation is never "accepted": it is untested, or it was tested.
package struct Explanation: Hashable, Sendable {
  package let words: String
  package let given: CalendarDate
  package let isTested: Bool
  package let mechanism: Mechanism?
  package let actor: Actor?
  /// Whether the worker who recorded it found it different from the one before; nil when nobody said.
  package let isSaidToDiffer: Bool?

  init(words: String, given: CalendarDate, isTested: Bool) {
    let wording = Wording(words)
    self.words = words
    self.given = given
    self.isTested = isTested
    mechanism = Mechanism.vocabulary.first { wording.contains(any: $0.words) }?.mechanism
    actor = Actor.vocabulary.first { wording.contains(any: $0.words) }?.actor
    isSaidToDiffer = nil
  }

  /// An account as a fact records it: the worker's choices override what the words say.
  init(_ fact: Fact) {
    let read = Explanation(words: fact.text(.accountWords) ?? "", given: fact.day, isTested: false)
    words = read.words
    given = fact.day
    isTested = false
    mechanism = fact.text(.mechanism).flatMap(Mechanism.init) ?? read.mechanism
    actor = fact.text(.actor).flatMap(Actor.init) ?? read.actor
    isSaidToDiffer = fact.text(.comparedWithBefore).map { $0 == "different" }
  }

  /// Whether two accounts differ in how it happened or who did it.
  ///
  /// The worker's choice decides; without one, words that are on no list never differ.
  package func differs(from other: Explanation) -> Bool {
    if let isSaidToDiffer { return isSaidToDiffer }
    if let mechanism, let theirs = other.mechanism, mechanism != theirs { return true }
    if let actor, let theirs = other.actor, actor != theirs { return true }
    return false
  }

  /// How the account says that the injury came about.
  package enum Mechanism: String, CaseIterable, Hashable, Sendable {
    case fall
    case hitObject = "hit an object"
    case pushed, play, scratch
    case biteOrPinch = "bite or pinch"
    case easyBruising = "easy bruising"
    case illness, scald, birthmark

    static let vocabulary: [(mechanism: Mechanism, words: WordList)] = [
      (.easyBruising, WordList(["bruise easily"])),
      (.play, WordList(["rough play", "play fight*", "boisterous play"])),
      (.scald, WordList(["hot water", "poured", "spilt"])),
      (.birthmark, WordList(["birthmark"])),
      (.fall, WordList(["fell", "fall", "fallen", "tripped", "slipped"])),
      (.pushed, WordList(["push*", "shoved"])),
      (.scratch, WordList(["scratch*"])),
      (.biteOrPinch, WordList(["nip*", "pinch*", "bit", "bitten"])),
      (.hitObject, WordList(["bump*", "banged", "knocked", "hit by"])),
      (
        .illness,
        WordList(["infection", "scabies", "convulsion", "eczema", "disorder", "chickenpox"])
      ),
    ]
  }

  /// The person or animal that the account names as having caused it.
  package enum Actor: String, CaseIterable, Hashable, Sendable {
    case pet, sibling
    case otherChild = "other child"
    case himselfOrHerself = "the child"
    case adult

    static let vocabulary: [(actor: Actor, words: WordList)] = [
      (.pet, WordList(["dog", "cat", "pet"])),
      (.sibling, WordList(["brother", "sister", "sibling"])),
      (.otherChild, WordList(["another child", "other child", "boy at", "girl at"])),
      (.himselfOrHerself, WordList(["himself", "herself", "own head", "self inflicted"])),
      (.adult, WordList(["mother did", "father did", "partner did"])),
    ]
  }
}
