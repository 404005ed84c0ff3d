import Reading
package import Records

extension FlagRule {
  /// The words of `contact` that this rule's flags rest on, quoted, in the order of the fields that the rule
  /// reads; empty for a rule that counts contacts or days.
  ///
  /// Doubtful words begin with "perhaps", unless `isInjury` or a recorded count settles them.
  package func words(in contact: Contact, answered isInjury: Bool? = nil) -> [String] {
    restsOn.flatMap { field in
      guard let text = contact.facts.text(of: field) else { return [String]() }
      if field == .injuries, ContactReading(contact, isInjury: isInjury).marks == nil { return [] }
      let mentions = ReadingMemory.shared.reading(of: text, as: field).mentions
      return mentions.filter { $0.counts(in: field) }.map { mention in
        let isAnswered =
          field == .injuries && (isInjury != nil || (contact.facts.injuryCount ?? 0) > 0)
        let isOpen = mention.status == .doubtful && !isAnswered
        return (isOpen ? "perhaps " : "") + "\"\(mention.words)\""
      }
    }
  }
}

extension Mention {
  /// Whether a rule that reads the field may rest on it.
  fileprivate func counts(in field: ReadField) -> Bool {
    guard status == .present || status == .doubtful else { return false }
    return switch field {
    case .injuries: whose == .child && (sort == .mark || sort == .sign)
    case .presentingConcern: sort == .concern || sort == .mark || sort == .sign
    case .explanationGiven: sort == .explanation
    case .otherAdultsNoted: sort == .person
    case .outcome: sort == .opinion || sort == .step
    case .childWords: false
    }
  }
}
