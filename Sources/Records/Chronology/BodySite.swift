/// Where on the body a mark was seen.
package enum BodySite: String, CaseIterable, Hashable, Sendable {
  case shinOrKnee = "shin/knee"
  case forehead, chin, ear, cheek, jaw, mouth, neck, chest, abdomen, back, buttocks, genitals
  case eye, head, shoulder
  case upperArm = "upper arm"
  case forearm, arm, hand, thigh, leg, foot

  /// Sites at which ordinary falls leave marks on a child who can walk.
  package var isEveryday: Bool {
    self == .shinOrKnee || self == .forehead || self == .chin
  }

  /// Sites of high concern at any age under four (after TEN-4-FACESp, as the domain reference
  /// lists them in bold).
  package var isHighConcern: Bool {
    switch self {
    case .ear, .cheek, .jaw, .mouth, .neck, .chest, .abdomen, .back, .buttocks, .genitals: true
    default: false
    }
  }

  /// The words that name each site, the longer phrases first, so that "upper arm" is not read as "arm".
  static let vocabulary: [(site: BodySite, words: WordList)] = [
    (.shinOrKnee, WordList(["below the knee", "below knee", "shin", "knee"])),
    (.upperArm, WordList(["upper arm"])),
    (.forehead, WordList(["forehead"])),
    (.chin, WordList(["chin"])),
    (.ear, WordList(["ear"])),
    (.cheek, WordList(["cheek"])),
    (.jaw, WordList(["jaw"])),
    (.mouth, WordList(["mouth", "lip", "frenulum", "gum"])),
    (.neck, WordList(["neck", "throat"])),
    (.chest, WordList(["chest", "sternum", "rib"])),
    (.abdomen, WordList(["abdomen", "stomach", "tummy", "belly"])),
    (.back, WordList(["back", "spine"])),
    (.buttocks, WordList(["buttock", "bottom"])),
    (.genitals, WordList(["genital", "groin", "penis", "vulva"])),
    (.eye, WordList(["eye", "eyelid"])),
    (.head, WordList(["head", "scalp", "skull"])),
    (.shoulder, WordList(["shoulder"])),
    (.forearm, WordList(["forearm", "elbow"])),
    (.arm, WordList(["arm"])),
    (.hand, WordList(["hand", "finger", "nail", "wrist"])),
    (.thigh, WordList(["thigh"])),
    (.leg, WordList(["leg"])),
    (.foot, WordList(["foot", "feet", "ankle", "toe"])),
  ]
}

extension Wording {
  /// The sites that the words name; "upper arm" names the upper arm alone.
  var sites: Set<BodySite> {
    var left = words
    var found: Set<BodySite> = []
    for (site, list) in BodySite.vocabulary {
      for phrase in list.phrases {
        while let range = Wording(words: left).firstRange(of: phrase) {
          found.insert(site)
          for index in range { left[index] = "" }
        }
      }
    }
    return found
  }

  private init(words: [String]) {
    self.words = words
  }
}
