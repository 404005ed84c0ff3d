import Reading
import Records

extension ReadingScreen {
  /// One contact in full, as it was recorded; `facts` of the child tell what was answered about its words.
  init(_ contact: Contact, child: Child, facts records: [FactRecord] = []) {
    let facts = contact.facts
    let when = [facts.date.long, facts.time?.description].compactMap { $0 }.joined(separator: ", ")
    let precision = facts.precision.flatMap { $0 == .day ? nil : " (known to the \($0.rawValue))" }
    let who = [facts.professional, facts.role].compactMap { $0 }.joined(separator: ", ")
    let head: [(String, String?)] = [
      ("When", when + (precision ?? "")), ("Kind", facts.kind.rawValue),
      ("Agency", facts.agency.written), ("By", who),
    ]
    let said = ContactColumn.told.map { ($0.label, $0.written(of: facts)) }
    let about: [(String, String?)] = [
      ("Read as", ReadingScreen.read(facts)),
      ("Answered", ReadingScreen.answered(contact, records)),
      ("Recorded", ReadingScreen.recorded(contact)), ("Amended because", contact.amendmentReason),
    ]
    self.init(
      title: "\(child.listName) · \(facts.kind.rawValue), \(facts.agency.written)",
      fields: head + said + about)
  }

  /// Returns how the words are read, a line for each column, with the question that they raise.
  private static func read(_ facts: ContactFacts) -> String? {
    let columns: [(ContactColumn, ReadField)] = [
      (.presentingConcern, .presentingConcern), (.injuries, .injuries),
      (.explanationGiven, .explanationGiven), (.otherAdultsNoted, .otherAdultsNoted),
      (.outcome, .outcome),
    ]
    let lines = columns.compactMap { column, field in
      column.text(of: facts).map { text in
        let reading = ReadingMemory.shared.reading(of: text, as: field)
        return "\(column.label): \(reading.written)" + (reading.ask.map { ". \($0.written)" } ?? "")
      }
    }
    return lines.isEmpty ? nil : lines.joined(separator: "\n")
  }

  /// Returns what somebody answered when the words left open whether there was an injury.
  private static func answered(_ contact: Contact, _ records: [FactRecord]) -> String? {
    ReadingAnswers(in: records).answer(about: contact).map { record in
      let answer = record.fact.says(.areInjury) == true ? "an injury" : "no injury"
      let (day, time) = record.recordedAt.london
      return "Injuries: \(answer), by \(record.recordedBy), \(day.shortWithYear) \(time)"
    }
  }

  /// Who typed it and when, and how long after it happened.
  private static func recorded(_ contact: Contact) -> String {
    let (day, time) = contact.recordedAt.london
    let late = day.days(since: contact.date)
    let delay = late > 0 ? ", \(counted(late, "day")) after it happened" : ""
    return "by \(contact.recordedBy), \(day.shortWithYear) \(time)\(delay)"
  }
}

extension ReadingScreen {
  /// What was destroyed of a record, by what right and by whom; nothing of what it said.
  init(_ tombstone: Tombstone, child: Child) {
    let removal = tombstone.removal
    let signed = { (signature: Answer.Signature) in
      let (day, time) = signature.at.london
      return "\(signature.name), \(signature.role.title), \(day.shortWithYear) \(time)"
    }
    self.init(
      title: "\(child.listName) · erased",
      fields: [
        ("When", tombstone.date.long), ("What", tombstone.written),
        ("Ground", removal.ground.name), ("Because", removal.because),
        ("Proposed by", signed(removal.proposed)),
        ("Approved by", (removal.certificate?.approved).map(signed)),
      ])
  }
}
