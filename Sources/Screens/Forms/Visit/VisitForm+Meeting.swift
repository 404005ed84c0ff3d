internal import Records

// Two people amend one contact.

extension VisitForm {
  /// Somebody else amended the contact first: marks where it now reads otherwise than here.
  ///
  /// What is typed stays, and the next save comes after theirs.
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

  /// Takes down the problems that are mended; where it reads otherwise stays marked.
  mutating func keepProblems(_ now: Instant) {
    form.keep(problems(now))
    for (field, mark) in marks where form[field]?.problem == nil { form[field]?.problem = mark }
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
