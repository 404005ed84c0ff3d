package import Records

/// A rulebook as it was adopted; an adoption is never undone, only followed by another.
package struct AdoptedRulebook: Hashable, Sendable {
  package let edition: String
  /// The text that was adopted, in TOML.
  package let text: String
  package let by: String
  package let at: Instant

  package init(edition: String, text: String, by author: String, at moment: Instant) {
    self.edition = edition
    self.text = text
    by = author
    at = moment
  }
}
