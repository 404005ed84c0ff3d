/// The word lists of the reader: `word,class,notes`, one phrase a line.
package enum ReadingWords {
  /// Words that name a mark or a harm, and those that only look like one.
  package static let marks = PackageResources.marks_csv
  package static let figures = PackageResources.figures_csv
  package static let sites = PackageResources.sites_csv
  package static let innocent = PackageResources.innocent_csv
  package static let people = PackageResources.people_csv
  /// Words that change the meaning of those around them.
  package static let triggers = PackageResources.triggers_csv
  /// Ordinary words that look like a misspelt other.
  package static let ordinary = PackageResources.ordinary_csv
  package static let opinions = PackageResources.opinions_csv
  package static let steps = PackageResources.steps_csv
  package static let cancel = PackageResources.cancel_csv
  package static let seen = PackageResources.seen_csv
  package static let concerns = PackageResources.concerns_csv
  package static let explanations = PackageResources.explanations_csv
  package static let adults = PackageResources.adults_csv
  package static let placeholders = PackageResources.placeholders_csv
}
