import Reading

/// The marks on a child that one contact recorded.
package struct InjuryMarks: Hashable, Sendable {
  package let sites: Set<BodySite>
  /// Sites in words that no list knows, such as "face".
  package let unmapped: Set<String>
  package let count: Int
  /// Whether every mark is a bruise or a graze.
  package let isPlain: Bool

  package var siteCount: Int { sites.count + unmapped.count }

  /// The marks that the column `injuries` records; nil when it records none of this child's.
  ///
  /// A count of one or more is an injury whatever the words, at the sites that they name; doubtful words are
  /// an injury too.
  init?(_ text: String?, count stated: Int?) {
    let reading = text.map { ReadingMemory.shared.reading(of: $0, as: .injuries) }
    let isCounted = (stated ?? 0) > 0
    let isRead = reading?.injury == .child || reading?.injury == .unclear
    guard isCounted || isRead else { return nil }
    self.init(
      named: isRead ? reading?.sites ?? [] : Wording(text ?? "").sites.map(\.rawValue),
      count: isCounted ? stated : reading?.count,
      isPlain: isRead && reading?.kinds.isEmpty == false
        && reading?.kinds.allSatisfy(InjuryMarks.plainKinds.contains) == true)
  }

  /// The marks of a contact that points back to marks of which there is no record.
  init(referredToBy facts: ContactFacts) {
    self.init(
      named: Wording(facts.injuries ?? "").sites.map(\.rawValue), count: facts.injuryCount,
      isPlain: false)
  }

  /// Marks at the sites in `sites`; at one unnamed site when it is empty.
  private init(named sites: [String], count: Int?, isPlain: Bool) {
    self.sites = Set(sites.compactMap(BodySite.init))
    let unknown = sites.filter { BodySite(rawValue: $0) == nil }
    unmapped = sites.isEmpty ? [InjuryMarks.unnamed] : Set(unknown)
    self.count = max(count ?? 0, self.sites.count + unmapped.count)
    self.isPlain = isPlain
  }

  /// The site given to a mark whose site nobody recorded.
  private static let unnamed = "site not said"
  /// The kinds of mark that ordinary falls leave.
  private static let plainKinds: Set<String> = ["bruise", "graze"]

  func overlaps(_ other: InjuryMarks) -> Bool {
    !sites.isDisjoint(with: other.sites) || !unmapped.isDisjoint(with: other.unmapped)
  }
}

extension InjuryMarks {
  /// The marks that a fact records; nil when it records none.
  ///
  /// Its field names sites and nothing else: no word in it denies a mark.
  init?(_ fact: Fact) {
    guard let text = fact.text(.sites) else { return nil }
    let named = text.split(separator: ";").map { Wording(String($0)) }.filter { !$0.words.isEmpty }
    guard !named.isEmpty, fact.number(.marks) != 0 else { return nil }
    let sites = named.flatMap { part in
      part.sites.isEmpty ? [part.words.joined(separator: " ")] : part.sites.map(\.rawValue)
    }
    let kinds = ReadingMemory.shared.reading(of: text, as: .injuries).kinds
    let kind = fact.text(.injuryKind)
    self.init(
      named: sites, count: fact.number(.marks),
      isPlain: kind.map(InjuryMarks.plainKinds.contains)
        ?? (!kinds.isEmpty && kinds.allSatisfy(InjuryMarks.plainKinds.contains)))
  }
}
