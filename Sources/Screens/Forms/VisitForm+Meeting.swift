internal import Records

// Two people amend one contact.

extension VisitForm {
  /// Somebody else amended the contact first: marks where it now reads otherwise than here.
  ///
  /// What is typed stays, and the next save comes after theirs.
  mutating func meet(_ theirs: Contact) {
    original = theirs
    form.show(differences(from: theirs))
    form.refused(
      """
      \(theirs.recordedBy) amended it at \(theirs.recordedAt.london.time). Ctrl-S saves yours after \
      it; both stay on record.
      """)
  }

  /// Where a contact reads otherwise than what stands here, with what it says.
  func differences(from contact: Contact) -> [VisitField: String] {
    var marks: [VisitField: String] = [:]
    for row in form.rows where row.name != .because {
      let (mine, other) = (row.field.chosenText ?? row.field.text, row.name.text(of: contact.facts))
      if mine != other { marks[row.name] = other.isEmpty ? "Now empty." : "Now reads: \(other)" }
    }
    return marks
  }
}
