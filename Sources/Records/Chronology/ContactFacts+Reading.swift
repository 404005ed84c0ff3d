package import Reading

extension ContactFacts {
  /// The text of a field that the reader reads.
  package func text(of field: ReadField) -> String? {
    switch field {
    case .injuries: injuries
    case .presentingConcern: presentingConcern
    case .explanationGiven: explanationGiven
    case .otherAdultsNoted: otherAdultsNoted
    case .outcome: outcome
    case .childWords: childWords
    }
  }
}
