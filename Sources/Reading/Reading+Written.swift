// A reading in plain words, for the form, the pages and the command alike.

extension Reading {
  /// What was read, on one line without a full stop: `1 injury, bruise to ear, seen by sister`.
  package var written: String {
    let parts: [String?]
    switch field {
    case .injuries, .childWords: parts = [injuryWritten ?? "no injury"]
    case .presentingConcern:
      parts = [concern == true ? "a concern" : "no concern", injury == nil ? nil : injuryWritten]
    case .explanationGiven: parts = [explanation == true ? "an account" : "no account"]
    case .otherAdultsNoted: parts = [adultsWritten]
    case .outcome: parts = outcomeWritten.isEmpty ? ["nothing that a rule uses"] : outcomeWritten
    }
    return parts.compactMap { $0 }.joined(separator: "; ")
  }

  private var injuryWritten: String? {
    switch injury {
    case nil: return nil
    case .child?:
      let number = max(1, count)
      let head = asBefore ? "known marks, and \(injuries(number))" : injuries(number)
      return ([head, place, teller].compactMap { $0 }).joined(separator: ", ")
    case .unclear?:
      return ["perhaps an injury", place].compactMap { $0 }.joined(separator: ", ")
    case .none?: return "no injury"
    case .otherPerson?: return "no injury of the child's, somebody else's"
    case .asBefore?: return "marks known already, none new"
    }
  }

  private func injuries(_ number: Int) -> String {
    number == 1 ? "1 injury" : "\(number) injuries"
  }

  /// `bruise to ear`, `burn and cut to hand and foot`.
  private var place: String? {
    let (what, site) = (kinds.joined(separator: " and "), sites.joined(separator: " and "))
    if site.isEmpty { return what.isEmpty ? nil : what }
    return "\(what.isEmpty ? "mark" : what) to \(site)"
  }

  private var teller: String? {
    mentions.first { $0.sort == .mark && $0.saidBy != nil }?.saidBy.map { "seen by \($0)" }
  }

  private var adultsWritten: String {
    guard !adults.isEmpty else { return "no new adult" }
    let names = adults.map { $0.name ?? "one without a name" }
    return
      "\(adults.count == 1 ? "1 adult" : "\(adults.count) adults"): \(names.joined(separator: ", "))"
  }

  private var outcomeWritten: [String] {
    var parts: [String] = []
    if let medicalOpinion { parts.append("a doctor's opinion: \(medicalOpinion.rawValue)") }
    if nfa == true { parts.append("no further action") }
    if let cancelledBy { parts.append("cancelled by: \(cancelledBy.rawValue)") }
    if let seenMode { parts.append("the child: \(seenMode.rawValue)") }
    return parts
  }
}

extension Question {
  /// What is asked, in one sentence.
  package var written: String {
    switch self {
    case .whetherInjury(let words): "Is \"\(words)\" an injury of this child?"
    case .whose(let words): "Is \"\(words)\" about this child's body?"
    case .whetherKnownMark(let words): "Is \"\(words)\" a mark that is recorded already?"
    case .whoCancelled(let words): "Who cancelled: \"\(words)\"?"
    case .howSeen(let words): "How was the child seen: \"\(words)\"?"
    }
  }
}

extension Mention.Whose {
  /// `child`, or the word for the other.
  package var written: String {
    switch self {
    case .child: "child"
    case .other(let who): who
    }
  }
}
