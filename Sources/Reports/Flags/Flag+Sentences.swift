import Flags
package import Records

extension Records.Flag {
  /// One flag in words: band, rule, since when, why, and who is to answer by when.
  package func sentence(in context: ReportContext) -> String {
    let (now, calendar) = (context.now, context.calendar)
    let state = state(at: now, calendar: calendar)
    let owner = owner(at: now, calendar: calendar).title
    var words = "\(band.written.prefix(1).uppercased())\(band.written.dropFirst())"
    words += ": \(rule) \(FlagRule.named(rule)), since \(raisedOn.shortWithYear)"
    if let quietSince { words += ", quiet since \(quietSince.shortWithYear)" }
    words += ". \(reason(on: now.londonDay)) "
    switch state {
    case .open, .overdue:
      let due = due(calendar)?.london
      let when = due.map { " by \($0.day.shortWithYear) \($0.time)" } ?? ""
      words += state == .open ? "Open: \(owner)\(when)." : "Overdue: \(owner)\(when)."
    case .answered:
      let signed = answer?.signature.map { ", signed by \($0.name), \($0.role.title)" } ?? ""
      words += "Answered by \(answer?.answeredBy ?? owner)\(signed)."
    case .cleared: words += "Cleared \(cleared?.date.shortWithYear ?? "")."
    }
    // A flag that is open although it was answered is told with that answer.
    if let answer, cleared == nil, state != .answered { words += " " + answer.sentence }
    return words
  }
}

extension Answer {
  /// What was decided, by whom, and what became of it.
  package var sentence: String {
    var words = "\(answeredBy) on \(answeredAt.londonDay.shortWithYear): "
    switch decision {
    case .escalate(let escalate):
      words += "\(escalate.rung.written) by \(escalate.due.shortWithYear), \(escalate.owner)."
    case .decide(let decide):
      words += """
        not to escalate, \(decide.reason.rawValue): "\(decide.because)". Would change it: \
        "\(decide.wouldChange)". Review by \(decide.reviewBy.shortWithYear).
        """
    }
    if let signature { words += " Signed by \(signature.name), \(signature.role.title)." }
    if let broken { words += " Opened again on \(broken.at.londonDay.shortWithYear) by new facts." }
    if awaitsSignature, broken == nil, let signer {
      words += " Awaits the signature of a \(signer.title)."
    }
    return words
  }
}
