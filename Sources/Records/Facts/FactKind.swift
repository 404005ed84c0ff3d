/// A kind of fact that is recorded beside the contacts: an adult, a condition, a meeting asked for.
///
/// A fact says what happened to one *matter* on one day. The first fact of a matter opens it, later ones
/// continue it: a condition is imposed, varied, breached, ended, each on its day, and the whole history stays
/// on record.
package final class FactKind: Hashable, Sendable, Identifiable {
  /// The name in files, commands and the store; never changed once published.
  package let id: String
  /// What a menu calls it.
  package let title: String
  /// When a worker meets it, in a sentence.
  package let words: String
  package let steps: [FactStep]
  package let fields: [FactField]
  /// The fields that identify a matter: two facts with the same values are about the same one.
  ///
  /// Empty when every fact is a matter of its own.
  package let key: [FactField]

  package init(
    _ id: String, _ title: String, words: String, key: [FactField] = [], steps: [FactStep],
    fields: [FactField]
  ) {
    self.id = id
    self.title = title
    self.words = words
    self.key = key
    self.steps = steps
    self.fields = fields + [.factSource, .inError]
  }

  /// Two kinds are the same when they are called the same.
  package static func == (left: FactKind, right: FactKind) -> Bool { left.id == right.id }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(id)
  }

  package func step(_ name: String) -> FactStep? {
    steps.first { $0.name == name.lowercased() }
  }

  package func field(_ name: String) -> FactField? {
    fields.first { $0.name == name }
  }
}

/// What can happen to a matter on a day.
package struct FactStep: Hashable, Sendable {
  package let name: String
  package let required: [FactField]
  /// Begins a matter; once the matter is closed, it begins another of the same name.
  package let opens: Bool
  /// Closes the matter: nothing more is expected of it.
  package let closes: Bool

  package init(
    _ name: String, required: [FactField] = [], opens: Bool = false, closes: Bool = false
  ) {
    self.name = name
    self.required = required
    self.opens = opens
    self.closes = closes
  }
}

extension FactField {
  /// Where the fact comes from.
  package static let factSource = FactField("source", "Where this comes from")
  /// Why the matter was entered in error: it stays on record and no rule reads it.
  package static let inError = FactField("in_error", "Entered in error, because")
}
