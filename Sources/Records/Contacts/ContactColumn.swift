/// One column of a contact: its name in files, on pages and in questions, and where the facts store it.
///
/// Files, options, prompts, pages, tables and the audit log are made from `all`. A class with one instance
/// per column, compared by identity: a million contacts are read through it, and a value of so many parts
/// would be copied each time.
package final class ContactColumn: Sendable {
  /// The name in files, options and the store, `presenting_concern`; never changed once published.
  package let name: String
  /// What a page calls it.
  package let label: String
  /// What the command option of that name accepts.
  package let help: String
  /// The question asked where no screen is drawn; nil when none is.
  package let question: String?
  package let content: Content

  /// Where the facts store it, and with what type.
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

/// The content of a column with one word of a closed vocabulary, read and written as text.
package final class WordContent: Sendable {
  /// The words, in their order.
  package let words: [String]
  /// Whether a contact always has one.
  package let isRequired: Bool
  package let read: @Sendable (ContactFacts) -> String?
  /// The same word as a page writes it.
  package let readWritten: @Sendable (ContactFacts) -> String?
  /// Stores one of the words, or none for nil.
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
  /// The text of this column in `facts`, as files write it; nil when it is empty.
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
