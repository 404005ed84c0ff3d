import Cells
import Records
import Testing

@testable import Screens

/// What a visit form refuses, in which words, and that it keeps what was typed.
@Suite struct VisitFormCheckTests {
  private static let size = Size(rows: 24, columns: 100)

  private static func saved(_ form: inout VisitForm, now: Instant = FormScene.now) -> ContactFacts?
  {
    form.do(.press(.control("s")), now: now).savedFacts
  }

  private static func problems(_ form: VisitForm) -> [String] {
    form.draw(size: size, now: FormScene.now).text.split(separator: "\n")
      .compactMap { line in
        let text = line.drop { $0 == " " }
        return text.hasPrefix("! ") ? String(text.dropFirst(2)) : nil
      }
  }

  @Test(arguments: [
    ("soon", "When: that is no day. Type it like yest 14:30, thu or 14/11."),
    ("31/2", "When: no such day. The day comes before the month: 14/11."),
    ("11/22", "When: no such day. The day comes before the month: 14/11."),
    ("25:70", "When: no clock shows that time. Type it like 14:30."),
    ("18:43", "When: it is only 18:42 now. Type the time of the visit."),
    ("tomorrow", "When: that day is still to come. Type today or a day before."),
    (
      "1/5/2025",
      "When: that is before Kit was born, on 31 May 2025. Type a later day."
    ),
  ])
  func `a bad day says what is wrong and how to mend it`(typed: String, sentence: String) {
    var form = FormScene.visitSeen()
    #expect(form.do(.type(typed), .press(.control("s"))) == .staying)
    #expect(Self.problems(form) == [sentence])
    #expect(
      form.draw(size: Self.size, now: FormScene.now).text.contains("> When             " + typed))
  }

  @Test func `an emptied day, and one before 1900 of a child without a date of birth`() {
    var form = FormScene.visitSeen(of: Child(id: FormScene.id(3), ref: "C0003"))
    form.do(.press(.control("u")), .press(.control("s")))
    #expect(
      Self.problems(form) == [
        "When: type the day of the visit, such as today, yest 14:30 or 14/11."
      ])
    form.do(.type("1/2/1899"), .press(.control("s")))
    #expect(Self.problems(form) == ["When: that is before 1900. Type the year of the visit."])
  }

  @Test func `the day of birth and this minute are allowed`() {
    var form = FormScene.visitSeen()
    form.do(.type("31/5/2025"))
    #expect(Self.saved(&form)?.date == FormScene.child.dateOfBirth)
    var other = FormScene.visitSeen()
    #expect(Self.saved(&other)?.time == FormScene.now.london.time)
  }

  @Test(arguments: [
    ("3", "", "Injuries: say where the 3 marks are: bruise to left ear."),
    ("1", "", "Injuries: say where the mark is: bruise to left ear."),
    ("two", "bruise to ear", "How many marks: type a number from 0 to 999, or nothing."),
    ("1000", "bruise to ear", "How many marks: type a number from 0 to 999, or nothing."),
    ("-1", "bruise to ear", "How many marks: type a number from 0 to 999, or nothing."),
    ("1.5", "bruise to ear", "How many marks: type a number from 0 to 999, or nothing."),
  ])
  func `marks are counted in numbers and have a place`(
    count: String, sites: String, sentence: String
  ) {
    var form = FormScene.visitSeen()
    form.fill(.injuries, sites)
    form.fill(.injuryCount, count)
    form.do(.press(.control("s")))
    #expect(Self.problems(form) == [sentence])
  }

  @Test(arguments: [("0", 0), ("999", 999), (" 7 ", 7), ("", nil)])
  func `a count from 0 to 999 is taken`(typed: String, count: Int?) {
    var form = FormScene.visitSeen()
    form.fill(.injuries, "bruise to ear")
    form.fill(.injuryCount, typed)
    #expect(Self.saved(&form)?.injuryCount == count)
  }

  /// What is saved beside a contact.
  private static func noted(_ form: inout VisitForm) -> [Fact] {
    guard
      case .saving(.save(.recordContacts(let contacts), _)) = form.do(.press(.control("s")))
    else { return [] }
    return contacts.flatMap(\.noted)
  }

  @Test(arguments: [("y", true), ("n", false)])
  func `words that leave it open ask, and the answer is kept with the words it was given about`(
    key: String, isInjury: Bool
  ) throws {
    var form = FormScene.visitSeen()
    form.fill(.injuries, "dirt or bruise on cheek")
    form.fill(.areInjury, key)
    let answer = try #require(Self.noted(&form).first)
    #expect(answer.kind == .readingAnswer && answer.says(.areInjury) == isInjury)
    #expect(answer.text(.askedWords) == "dirt or bruise on cheek")
  }

  @Test func `an answer lapses when the words are changed, and words that are clear ask nothing`() {
    var form = FormScene.visitSeen()
    form.fill(.injuries, "dirt or bruise on cheek")
    form.fill(.areInjury, "n")
    form.fill(.injuries, "s")
    #expect(Self.noted(&form).isEmpty)
    var clear = FormScene.visitSeen()
    clear.fill(.injuries, "bruise to cheek")
    clear.fill(.injuryCount, "1")
    #expect(Self.saved(&clear)?.injuryCount == 1)
  }

  @Test(arguments: [
    ("y", "y", true), ("y", "n", true), ("n", "n", true), ("", "n", true), ("", "", true),
    ("n", "y", false), ("u", "y", false), ("", "y", false),
  ])
  func `seen alone needs seen`(seen: String, alone: String, isTaken: Bool) {
    var form = FormScene.visit()
    form.fill(.kind, "p")
    form.fill(.seen, seen)
    form.fill(.seenAlone, alone)
    #expect((Self.saved(&form) != nil) == isTaken)
    let sentence = "Seen alone says yes but Seen does not. Change one of them."
    #expect(Self.problems(form) == (isTaken ? [] : [sentence]))
    // Mending the other of the two takes the sentence down.
    form.do(.press(.backTab), .type("y"))
    #expect(Self.problems(form) == [])
  }

  @Test(arguments: [
    ("", nil), ("  ", nil), ("?", "yes"), (" ?? ", "yes"), ("no", "no"),
    ("Danny", "Danny"), ("Danny, a friend", "Danny, a friend"), ("man?", "man?"),
    ("Danny;?", "Danny; unknown adult"), ("?; Steve ;", "unknown adult; Steve"),
    ("?;?", "unknown adult; another unknown adult"),
  ])
  func `a question mark is an adult whom nobody named`(typed: String, column: String?) throws {
    var form = FormScene.visitSeen()
    form.fill(.otherAdults, typed)
    let facts = try #require(Self.saved(&form))
    #expect(facts.otherAdultsNoted == column)
    let contact = Contact(
      id: FormScene.id(2), child: FormScene.child.id, recordedAt: FormScene.now,
      recordedBy: "I. Rowe", facts: facts)
    let names = Set((column ?? "").split(separator: ";"))
    #expect(ContactReading(contact).adults.count == (column == "no" ? 0 : names.count))
  }

  @Test func `nobody else's visit is put down to my role`() {
    var form = FormScene.visitSeen()
    form.fill(.professional, "T. Pryce")
    let facts = Self.saved(&form)
    #expect(facts?.professional == "T. Pryce" && facts?.role == nil)
  }

  @Test func `yesterday stays the day before it was typed, however late it is saved`() {
    var form = FormScene.visitSeen()
    let late = Instant(london: FormScene.today, TimeOfDay(clamping: 23 * 60 + 58))
    form.do(.type("yest 14:30"), .press(.tab), now: late)
    let facts = Self.saved(&form, now: late.adding(seconds: 300))
    #expect(facts?.date == FormScene.today.adding(days: -1))
  }
}
