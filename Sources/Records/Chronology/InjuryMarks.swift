/// The marks on a child that one contact recorded.
package struct InjuryMarks: Hashable, Sendable {
  package let sites: Set<BodySite>
  /// Sites in words that no list knows, such as "face".
  package let unmapped: Set<String>
  package let count: Int
  /// Whether every mark is a bruise or a graze.
  package let isPlain: Bool

  package var siteCount: Int { sites.count + unmapped.count }

  /// Reads the column `injuries`; nil when it records no mark of this child's.
  init?(_ text: String, count stated: Int?) {
    guard stated != 0 else { return nil }
    var sites: Set<BodySite> = []
    var unmapped: Set<String> = []
    var plain = true
    for part in text.split(separator: ";") {
      let wording = Wording(String(part))
      guard !wording.words.isEmpty, !wording.begins(withAny: InjuryMarks.none) else { continue }
      let found = wording.sites
      sites.formUnion(found)
      if found.isEmpty { unmapped.insert(wording.words.joined(separator: " ")) }
      plain = plain && wording.contains(any: InjuryMarks.plain)
      plain = plain && !wording.contains(any: InjuryMarks.other)
    }
    guard !sites.isEmpty || !unmapped.isEmpty else { return nil }
    self.sites = sites
    self.unmapped = unmapped
    self.count = stated ?? sites.count + unmapped.count
    isPlain = plain
  }

  /// Whether the column only points at marks already recorded.
  static func refersBack(_ text: String) -> Bool {
    let wording = Wording(text)
    if wording.begins(withAny: back) { return true }
    guard wording.words.count >= 2, wording.words[0] == "as" else { return false }
    return wording.words[1].utf8.first.map { (48...57).contains($0) } ?? false
  }

  func overlaps(_ other: InjuryMarks) -> Bool {
    !sites.isDisjoint(with: other.sites) || !unmapped.isDisjoint(with: other.unmapped)
  }

  private static let none = WordList([
    "none", "nil", "no injury", "no injuries", "looked well", "no mark", "no bruise", "no bruising",
    "sibling", "brother", "sister",
  ])
  private static let back = WordList(["as before", "as above"])
  private static let plain = WordList(["bruis*", "graz*"])
  private static let other = WordList([
    "burn*", "scald*", "bite", "bitten", "fractur*", "broken", "swell*", "swollen", "cut",
    "scratch*", "bleed*", "blood", "mark", "scar*",
  ])
}

extension InjuryMarks {
  /// The marks that a fact records; nil when it records none.
  init?(_ fact: Fact) {
    guard let sites = fact.text(.sites),
      let read = InjuryMarks(sites, count: fact.number(.marks))
    else { return nil }
    let kind = fact.text(.injuryKind)
    self.init(
      sites: read.sites, unmapped: read.unmapped, count: read.count,
      isPlain: kind.map { $0 == "bruise" || $0 == "graze" } ?? read.isPlain)
  }

  private init(sites: Set<BodySite>, unmapped: Set<String>, count: Int, isPlain: Bool) {
    self.sites = sites
    self.unmapped = unmapped
    self.count = count
    self.isPlain = isPlain
  }
}
