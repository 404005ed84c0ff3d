/// Text that somebody has typed into a form and not saved; stored for them alone.
package struct Draft: Hashable, Sendable {
  /// The form that it was typed into.
  package enum Form: String, CaseIterable, Hashable, Sendable {
    case visit, amendment, answer, fact
  }

  /// A form, and the child, contact or flag that it is about: a person has one draft of each.
  package struct Key: Hashable, Sendable {
    package let form: Form
    package let subject: Identifier

    package init(_ form: Form, _ subject: Identifier) {
      self.form = form
      self.subject = subject
    }
  }

  /// A row of a form and its text, in the words of the screen.
  package struct Field: Hashable, Sendable {
    package let name: String
    package let text: String

    package init(_ name: String, _ text: String) {
      self.name = name
      self.text = text
    }
  }

  package let key: Key
  package let child: Identifier
  package let keptAt: Instant
  /// In the order of the form.
  package let fields: [Field]

  package init(key: Key, child: Identifier, keptAt: Instant, fields: [Field]) {
    self.key = key
    self.child = child
    self.keptAt = keptAt
    self.fields = fields
  }

  package subscript(name: String) -> String? { fields.first { $0.name == name }?.text }
}

/// The draft of one account that a save finishes.
package struct OwnDraft: Hashable, Sendable {
  package let account: String
  package let key: Draft.Key

  package init(_ key: Draft.Key, of account: String) {
    self.key = key
    self.account = account
  }
}

/// A draft on the list of unfinished forms, with the child it is about.
package struct UnfinishedForm: Hashable, Sendable {
  package let draft: Draft
  package let child: Child

  package init(draft: Draft, child: Child) {
    self.draft = draft
    self.child = child
  }
}

/// A contact to be saved, with its child and the facts entered in its form.
package struct NewContact: Hashable, Sendable {
  package let child: Identifier
  package let facts: ContactFacts
  package let noted: [Fact]

  package init(child: Identifier, facts: ContactFacts, noted: [Fact] = []) {
    self.child = child
    self.facts = facts
    self.noted = noted
  }
}
