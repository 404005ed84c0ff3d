internal import Records

// What happens when two people amend the same contact.

extension VisitForm {
  /// Handles an amendment that somebody else saved first: marks the rows in which `theirs` differs.
  ///
  /// What is typed stays, and the next save makes a version after theirs.
  mutating func meet(_ theirs: Contact) {
    original = theirs
    marks = differences(from: theirs)
    form.show(marks)
    form.refused(
      """
      \(theirs.recordedBy) amended it on \(theirs.recordedAt.londonDay.short) at \
      \(theirs.recordedAt.london.time). Ctrl-S saves yours after it; both stay on record.
      """)
  }

  /// Removes the problems that have been mended; rows that differ from the other amendment stay marked.
  mutating func keepProblems(_ now: Instant) {
    form.keep(problems(now))
    for (field, mark) in marks where form[field]?.problem == nil { form[field]?.problem = mark }
  }

  /// Returns the rows that differ from a contact, each with what the contact says.
  func differences(from contact: Contact) -> [VisitField: String] {
    var marks: [VisitField: String] = [:]
    for row in form.rows where row.name != .because {
      let (mine, other) = (row.field.chosenText ?? row.field.text, row.name.text(of: contact.facts))
      if mine != other { marks[row.name] = other.isEmpty ? "Now empty." : "Now reads: \(other)" }
    }
    return marks
  }
}
