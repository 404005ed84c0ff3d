import Flags
import Records

/// The flagged list in sentences, for a pipe, a braille display or plain mode.
enum FlaggedSentences {
  /// One paragraph a child, the children of a household together, in the order of the list.
  ///
  /// `all` are also the entries of the same children that are not told, by which they are placed;
  /// `answers` every answer to the flags, the newest first.
  static func say(
    _ entries: [FlagEntry], among all: [FlagEntry]? = nil,
    _ answers: [Identifier: [Answer]] = [:], in session: Session
  ) {
    guard !entries.isEmpty else {
      Output.say("Flagged: nobody. No rule has fired.")
      return
    }
    let told = Set(entries.map(\.child.id))
    let flags = Dictionary(grouping: all ?? entries, by: \.child.id)
    let places = told.map { CasePlace(of: $0, (flags[$0] ?? []).map(\.flag), at: session.now) }
    let bands = FlaggedOrder.counts(places).map { "\($0.children) \($0.band.written)" }
    let children = Records.counted(told.count, "child", plural: "children")
    Output.say(
      "Flagged: \(children). \(bands.isEmpty ? "No flag stands now" : bands.joined(separator: ", "))."
    )
    for group in grouped(entries) { say(group, answers, session) }
  }

  private static func say(
    _ group: [FlagEntry], _ answers: [Identifier: [Answer]], _ session: Session
  ) {
    let children = unique(group.map(\.child))
    if children.count > 1, let household = group[0].child.household {
      let names = children.map { "\($0.displayName) (\($0.ref))" }.joined(separator: ", ")
      Output.say("")
      Output.say("Household \(household), \(children.count) children: \(names)")
    }
    for child in children {
      var heading = "\(child.displayName) (\(child.ref))"
      if let age = Age(bornOn: child.dateOfBirth, on: session.today) {
        heading += ", \(age.written)"
      }
      Output.say("")
      Output.say(heading)
      for entry in group where entry.child.id == child.id {
        Output.say("  " + entry.flag.sentence(in: session))
        for answer in answers[entry.id] ?? [] where answer.id != entry.flag.answer?.id {
          Output.say("    Answered before: " + answer.sentence)
        }
      }
    }
  }

  /// Entries that come in the order of the list, those of one household together.
  private static func grouped(_ entries: [FlagEntry]) -> [[FlagEntry]] {
    var groups: [[FlagEntry]] = []
    for entry in entries {
      let last = groups.last?.last?.child
      if let last, last.id == entry.child.id || last.isOfOneHousehold(with: entry.child) {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups
  }

  private static func unique(_ children: [Child]) -> [Child] {
    var seen: Set<Identifier> = []
    return children.filter { seen.insert($0.id).inserted }
  }
}

extension Child {
  fileprivate func isOfOneHousehold(with other: Child) -> Bool {
    household != nil && household == other.household
  }
}

extension Records.Flag {
  /// One flag in words: band, rule, since when, why, and who is to answer by when.
  func sentence(in session: Session) -> String {
    let (now, calendar) = (session.now, session.calendar)
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
    // What was answered stands beside a flag that is open all the same.
    if let answer, cleared == nil, state != .answered { words += " " + answer.sentence }
    return words
  }
}

extension Answer {
  /// What was decided, by whom, and what became of it.
  var sentence: String {
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
