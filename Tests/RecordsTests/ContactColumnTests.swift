import Records
import Testing

/// The table of a contact's columns: nothing that a contact says is missing from it.
@Suite struct ContactColumnTests {
  /// A contact that says something in every column.
  private static let full: ContactFacts = {
    var facts = ContactFacts(
      date: CalendarDate(dayNumber: 20_605), agency: Agency(.health, name: "Quay Surgery"),
      kind: .gp)
    (facts.ref, facts.plan, facts.time) = ("x-1", .childProtection, TimeOfDay(hour: 9, minute: 5))
    (facts.precision, facts.role, facts.professional) = (.week, "GP", "Dr Lee")
    (facts.childSeen, facts.seenAlone, facts.announced) = (.yes, .unknown, .no)
    (facts.presentingConcern, facts.childWords) = ("bruise seen", "ow")
    (facts.injuries, facts.injuryCount) = ("bruise to ear", 1)
    (facts.explanationGiven, facts.explanationChallenged) = ("fell", .no)
    (facts.otherAdultsNoted, facts.outcome) = ("a man", "sent home")
    (facts.escalation, facts.source) = (.referral, "letter")
    return facts
  }()

  @Test func `what every column says of a contact, written to another, is that contact`() {
    var other = ContactFacts(
      date: Self.full.date, agency: Self.full.agency, kind: .other)
    for column in ContactColumn.all {
      #expect(column.text(of: Self.full) != nil, "\(column.name)")
      switch column.content {
      case .text(let path): other[keyPath: path] = Self.full[keyPath: path]
      case .count(let path): other[keyPath: path] = Self.full[keyPath: path]
      case .time(let path): other[keyPath: path] = Self.full[keyPath: path]
      case .word(let word): word.write(&other, word.read(Self.full))
      case .date, .agency: break
      }
    }
    #expect(other == Self.full)
  }

  @Test func `there is one column for each thing that a contact holds, and no name twice`() {
    #expect(Mirror(reflecting: Self.full).children.count == ContactColumn.all.count)
    #expect(Set(ContactColumn.all.map(\.name)).count == ContactColumn.all.count)
  }

  @Test func `a column that has a question is asked for, and every list is of the table`() {
    let asked = Set(ContactColumn.asked)
    for column in ContactColumn.all {
      #expect((column.question != nil) == asked.contains(column), "\(column.name)")
    }
    for list in [ContactColumn.asked, ContactColumn.told, ContactColumn.searched] {
      #expect(Set(list).isSubset(of: ContactColumn.all))
    }
    // When, what, who, and the sender's own id are told before the rest, or not at all.
    let untold = Set(ContactColumn.all).subtracting(ContactColumn.told)
    #expect(
      untold == [
        .ref, .date, .time, .datePrecision, .agency, .role, .professional, .contactType,
      ])
  }

  @Test func `a word that is none of a column's is not written`() {
    for column in ContactColumn.all {
      guard case .word(let word) = column.content else { continue }
      var facts = Self.full
      word.write(&facts, "no such word")
      #expect(word.read(facts) == (word.isRequired ? word.read(Self.full) : nil))
      #expect(Set(word.words).count == word.words.count)
    }
  }
}
