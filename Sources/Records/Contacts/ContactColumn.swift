/// One thing that a contact can say: what it is called in files, on pages and in questions, and where the facts
/// hold it.
///
/// Files, options, prompts, pages, tables and the audit log are made from `all`. There is one of each, and one is
/// another only if it is the same: a class, since a million contacts are read by them and a value of so many
/// parts would be copied each time.
package final class ContactColumn: Sendable {
  /// The name in files, options and the store, `presenting_concern`; never changed once published.
  package let name: String
  /// What a page calls it.
  package let label: String
  /// What the option of that name takes.
  package let help: String
  /// What is asked where no screen is drawn; nil where nothing is.
  package let question: String?
  package let content: Content

  /// How the facts hold it.
  package enum Content: Sendable {
    case text(any WritableKeyPath<ContactFacts, String?> & Sendable)
    case count(any WritableKeyPath<ContactFacts, Int?> & Sendable)
    case word(WordContent)
    case date
    case time(any WritableKeyPath<ContactFacts, TimeOfDay?> & Sendable)
    case agency
  }

  package init(
    _ name: String, _ label: String, _ content: Content, help: String, question: String? = nil
  ) {
    self.name = name
    self.label = label
    self.content = content
    self.help = help
    self.question = question
  }
}

extension ContactColumn: Hashable {
  package static func == (left: ContactColumn, right: ContactColumn) -> Bool { left === right }

  package func hash(into hasher: inout Hasher) {
    hasher.combine(ObjectIdentifier(self))
  }
}

/// A column that holds one word of a closed vocabulary, as text.
package final class WordContent: Sendable {
  /// The words, in their order.
  package let words: [String]
  /// Whether a contact always has one.
  package let isRequired: Bool
  package let read: @Sendable (ContactFacts) -> String?
  /// The word that is read, as a page writes it.
  package let readWritten: @Sendable (ContactFacts) -> String?
  /// Writes one of the words, or none.
  package let write: @Sendable (inout ContactFacts, String?) -> Void

  fileprivate init(
    words: [String], isRequired: Bool, read: @escaping @Sendable (ContactFacts) -> String?,
    readWritten: @escaping @Sendable (ContactFacts) -> String?,
    write: @escaping @Sendable (inout ContactFacts, String?) -> Void
  ) {
    self.words = words
    self.isRequired = isRequired
    self.read = read
    self.readWritten = readWritten
    self.write = write
  }
}

extension ContactColumn.Content {
  /// A word that may be missing; `written` is how a page writes it, where that is not the word itself.
  package static func word<Word: RawRepresentable & CaseIterable & SendableMetatype>(
    _ path: any WritableKeyPath<ContactFacts, Word?> & Sendable,
    written: any KeyPath<Word, String> & Sendable = \.rawValue
  ) -> Self where Word.RawValue == String {
    .word(
      WordContent(
        words: Word.allCases.map(\.rawValue), isRequired: false,
        read: { $0[keyPath: path]?.rawValue },
        readWritten: { $0[keyPath: path]?[keyPath: written] },
        write: { $0[keyPath: path] = $1.flatMap(Word.init) }))
  }

  /// A word that every contact has; writing none leaves it as it is.
  package static func required<Word: RawRepresentable & CaseIterable & SendableMetatype>(
    _ path: any WritableKeyPath<ContactFacts, Word> & Sendable
  ) -> Self where Word.RawValue == String {
    .word(
      WordContent(
        words: Word.allCases.map(\.rawValue), isRequired: true,
        read: { $0[keyPath: path].rawValue }, readWritten: { $0[keyPath: path].rawValue },
        write: { facts, word in
          if let word = word.flatMap(Word.init) { facts[keyPath: path] = word }
        }))
  }
}

extension ContactColumn {
  /// What a contact says in it, as files hold it; nil where it says nothing.
  package func text(of facts: ContactFacts) -> String? {
    switch content {
    case .text(let path): facts[keyPath: path]
    case .count(let path): facts[keyPath: path].map(String.init)
    case .word(let word): word.read(facts)
    case .date: facts.date.iso
    case .time(let path): facts[keyPath: path]?.description
    case .agency: facts.agency.written
    }
  }

  /// The same as a page writes it.
  package func written(of facts: ContactFacts) -> String? {
    if case .word(let word) = content { word.readWritten(facts) } else { text(of: facts) }
  }

  /// Whether every contact has it.
  package var isRequired: Bool {
    switch content {
    case .date, .agency: true
    case .word(let word): word.isRequired
    case .text, .count, .time: false
    }
  }
}
