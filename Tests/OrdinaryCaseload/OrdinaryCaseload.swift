package import Records

/// An ordinary caseload drawn by lot from published base rates.
///
/// No child in it is being missed: what should be escalated is, and the rest is everyday work. It
/// measures how many ordinary children carry a flag. The same seed gives the same bytes.
package struct OrdinaryCaseload: Sendable {
  private let children: Int
  private let seed: UInt64
  private let asOf: CalendarDate
  private let calendar: WorkingCalendar

  package init(children: Int, seed: UInt64, asOf: CalendarDate, calendar: WorkingCalendar) {
    self.children = children
    self.seed = seed
    self.asOf = asOf
    self.calendar = calendar
  }

  /// The canonical file, header first, handed on child by child.
  package func makeCSV(_ write: (String) -> Void) {
    write(CanonicalText.header)
    for index in 0..<children {
      let story = story(index)
      write(CanonicalText.rows(of: story.child, story.inOrder))
    }
  }

  /// The same content as values.
  package func records() -> [CaseRecord] {
    (0..<children).map { index in
      let story = story(index)
      let contacts = story.inOrder.enumerated().map { number, facts in
        Contact(
          id: Identifier(child: index, contact: number + 1), child: story.child.id,
          recordedAt: Instant(london: facts.date, facts.time ?? .midnight),
          recordedBy: "simulated", facts: facts)
      }
      return CaseRecord(child: story.child, versions: contacts)
    }
  }

  /// The sort of case that each child is, in the order of the file.
  package func kinds() -> [Kind] {
    (0..<children).map { story($0).kind }
  }

  private func story(_ index: Int) -> ChildStory {
    ChildStory(index: index, seed: seed, asOf: asOf, calendar: calendar)
  }
}

extension Identifier {
  /// An identifier of the drawn caseload: the child's number, then the contact's, 0 for the child.
  init(child: Int, contact: Int) {
    let number = UInt64(truncatingIfNeeded: child) + 1
    self.init(
      high: number << 16 | 0x7000, low: 0x8000_0000_0000_0000 | UInt64(truncatingIfNeeded: contact))
  }
}
