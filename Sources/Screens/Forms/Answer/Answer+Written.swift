internal import Cells
internal import Records

extension Answer {
  /// The answer given before: who, what, until when, and what opened the flag again.
  func written(in flag: Flag, now: Instant, isLast: Bool = true) -> String {
    let signed = signature.map { " Signed by \($0.name), \($0.role.title)." } ?? ""
    let given = "\(answeredAt.londonDay.shortWithYear), \(answeredBy): \(promise)\(signed)"
    guard isLast else { return "\(given) Another followed it." }
    return "Last answer, \(given) \(fate(flag, now))"
  }

  private var promise: String {
    switch decision {
    case .escalate(let escalate):
      return "\(escalate.rung.written), \(escalate.owner), by \(escalate.due.shortWithYear)."
    case .decide(let decide):
      // A long text is read in full with the answers; here it only reminds.
      let because = TextWidth.clipped(decide.because, to: 120)
      return "not escalated, \(decide.reason.rawValue): \"\(because)\""
    }
  }

  private func fate(_ flag: Flag, _ now: Instant) -> String {
    guard let broken else {
      let day = holdsUntil.londonDay.shortWithYear
      return now > holdsUntil ? "It ran out on \(day)." : "It stands until \(day)."
    }
    let day = broken.at.londonDay.shortWithYear
    guard let contact = flag.evidence.first(where: { $0.contact == broken.contact }) else {
      return "Opened again on \(day) by a contact recorded that day."
    }
    return """
      Opened again on \(day) by a new contact: \(contact.kind.rawValue), \
      \(contact.agency.written), \(contact.date.short).
      """
  }
}
