/// Finds out how the child was last seen or heard in a contact.
struct SeenReading {
  let scan: Scan
  private var found: [(mode: SeenMode, index: Int)] = []

  init(_ scan: Scan) {
    self.scan = scan
    var start = 0
    while start < scan.terms.count {
      let clause = scan.clause(around: start)
      weigh(clause)
      start = clause.upperBound
    }
  }

  func fill(_ reading: inout Reading) {
    for mode in [SeenMode.inPerson, .video, .phone, .throughDoor, .toldByCarer, .notSeen] {
      if let best = found.last(where: { $0.mode == mode }) {
        reading.seenMode = mode
        reading.add(.seen, best.index, in: scan, .present)
        if mode != .notSeen, found.contains(where: { $0.mode == .notSeen }), mode == .inPerson {
          reading.ask = reading.ask ?? .howSeen(scan.words(scan.clause(around: best.index)))
        }
        return
      }
    }
  }

  private mutating func weigh(_ clause: Range<Int>) {
    for index in clause {
      let term = scan.terms[index]
      if term.isA([.unseen]), !isPlanned(index, clause) { found.append((.notSeen, index)) }
      if term.isA([.medium]), let mode = medium(index, clause) { found.append((mode, index)) }
      if term.isA([.seen]), isInPerson(index, clause) { found.append((.inPerson, index)) }
    }
    if let told = told(clause) { found.append((.toldByCarer, told)) }
  }

  private func isPlanned(_ index: Int, _ clause: Range<Int>) -> Bool {
    let segment = scan.segment(around: index).clamped(to: clause)
    return scan.has([.planned], in: segment.lowerBound..<index)
  }

  private func isDenied(_ index: Int, _ clause: Range<Int>) -> Bool {
    let lead = scan.segment(around: index).lowerBound..<index
    return lead.suffix(5).contains { scan.isA([.deny], at: $0) }
  }

  private func isDoneLater(_ index: Int, _ clause: Range<Int>) -> Bool {
    let segment = scan.segment(around: index)
    return scan.terms[index + 1..<max(index + 1, segment.upperBound)].contains {
      [
        "planned", "offered", "refused", "declined", "booked", "tomorrow", "requested", "arranged",
        "suggested", "failed",
      ].contains($0.word)
    }
  }

  /// By video, by phone with the child's own voice, or through a door.
  private func medium(_ index: Int, _ clause: Range<Int>) -> SeenMode? {
    let term = scan.terms[index]
    if isPlanned(index, clause) || isDenied(index, clause) || isDoneLater(index, clause) {
      return nil
    }
    switch term.value(.medium) {
    case "video": return isAdultOnly(clause) ? nil : .video
    case "door": return isUnanswered(index) || hasOnlyAdultSpeaker(clause) ? nil : .throughDoor
    default: return isChildOnPhone(index, clause) ? .phone : nil
    }
  }

  private func isUnanswered(_ index: Int) -> Bool {
    let near = max(0, index - 3)..<index
    return scan.terms[near].contains {
      ["card", "note", "letter", "left", "posted", "knocked"].contains($0.word)
    } && !["heard", "voice", "could", "can"].contains(scan.word(index))
  }

  private func isAdultOnly(_ clause: Range<Int>) -> Bool {
    scan.has([.family], in: clause) && !scan.has([.childWord, .seen], in: clause)
  }

  private func hasOnlyAdultSpeaker(_ clause: Range<Int>) -> Bool {
    scan.has([.family], in: clause) && !scan.has([.childWord], in: clause)
      && !scan.terms[clause].contains {
        $0.isA([.medium])
          && ["child", "baby", "him", "her", "kids", "children", "them"].contains($0.lastWord)
      }
  }

  /// The child's own voice, not a call to a parent about the child.
  private func isChildOnPhone(_ index: Int, _ clause: Range<Int>) -> Bool {
    let segment = scan.segment(around: index)
    if ["put", "passed", "handed", "came"].contains(scan.word(index)) { return true }
    if ["texted", "text", "voicemail", "call", "ring", "rings", "rang", "rung", "voice"].contains(
      scan.word(index)),
      !["spoke", "chatted", "talked", "speaking"].contains(where: { word in
        scan.terms[segment].contains { $0.word == word }
      })
    {
      return isCallToChild(index)
    }
    let spoke = segment.first {
      [
        "spoke", "spoken", "chatted", "talked", "speaking", "chat", "conversation", "speak", "said",
        "hello", "heard", "sang",
      ].contains(scan.word($0))
    }
    if let spoke { return isChild(after: spoke, in: clause) }
    return isCallToChild(index)
  }

  private func isCallToChild(_ index: Int) -> Bool {
    let next = scan[index + 1]
    if next?.isA([.childWord]) == true, next?.isPossessive == false {
      return !["both", "all"].contains(next?.word ?? "")
    }
    return scan.isA([.childWord], at: index + 2)
      && ["with", "to", "the"].contains(scan.word(index + 1)) && !scan.terms[index + 2].isPossessive
  }

  private func isChild(after start: Int, in clause: Range<Int>) -> Bool {
    for index in start + 1..<max(start + 1, min(start + 6, clause.upperBound)) {
      if scan.isA([.family, .otherStaff], at: index) { return false }
      if scan.isA([.childWord], at: index), !scan.terms[index].isPossessive,
        !["her", "his"].contains(scan.word(index)) || scan.word(index) == "her"
      {
        return true
      }
    }
    let lead = clause.lowerBound..<start
    let people = lead.filter {
      scan.isA([.childWord, .family], at: $0) && !scan.terms[$0].isPossessive
    }
    return people.last.map { scan.isA([.childWord], at: $0) && !scan.isA([.family], at: $0) }
      ?? false
  }

  private func isInPerson(_ index: Int, _ clause: Range<Int>) -> Bool {
    let term = scan.terms[index]
    if isDenied(index, clause) || isPlanned(index, clause) || isDoneLater(index, clause) {
      return false
    }
    let segment = scan.segment(around: index)
    if scan.terms[segment].contains(where: { $0.isA([.medium]) && isOtherMedium($0, term) }) {
      return false
    }
    if mediumRules(clause, index) { return false }
    if scan.has([.former], in: segment), !isToday(clause) { return false }
    if isHearsay(index, clause) { return false }
    if isOfAdult(index, clause) { return false }
    let isWeak = term.senses.values.contains { $0.kind == .seen && $0.value == "weak" }
    if isWeak {
      return scan.has([.childWord], in: clause) && !scan.has([.unseen], in: 0..<scan.terms.count)
        && !scan.has([.family], in: clause.lowerBound..<index)
    }
    return true
  }

  private func isOtherMedium(_ medium: Term, _ seen: Term) -> Bool {
    medium.value(.medium) != "phone"
      || ["spoke", "spoken", "chatted", "talked", "chat", "speaking", "greeted"].contains(seen.word)
  }

  /// Whether a medium in the same clause says how the child was seen.
  private func mediumRules(_ clause: Range<Int>, _ index: Int) -> Bool {
    scan.terms[clause].contains { $0.value(.medium) == "video" || $0.value(.medium) == "door" }
      && !["home", "f2f", "face"].contains(scan.word(index))
  }

  private func isToday(_ clause: Range<Int>) -> Bool {
    scan.terms[clause].contains { ["today", "now"].contains($0.word) }
  }

  /// "Mum says he was seen by the GP".
  private func isHearsay(_ index: Int, _ clause: Range<Int>) -> Bool {
    clause.prefix { $0 < index }.contains {
      scan.isA([.told], at: $0)
        && (scan.isA([.family, .otherStaff, .childWord], at: $0 - 1)
          || scan.isA([.family], at: $0 + 1) || scan.isA([.otherStaff], at: $0 + 1))
    }
  }

  /// "Saw mum", "mum seen": not the child.
  private func isOfAdult(_ index: Int, _ clause: Range<Int>) -> Bool {
    let after = index + 1..<max(index + 1, min(index + 4, clause.upperBound))
    let isActive = [
      "saw", "observed", "met", "visited", "sat", "spent", "spoke", "chatted", "greeted", "found",
    ].contains(scan.word(index))
    if scan.has([.childWord], in: clause), scan.word(index + 1) == "with" { return false }
    if ["him", "them"].contains(scan.word(index + 1))
      || scan.word(index + 1) == "her" && !scan.isA([.family, .otherStaff], at: index + 2)
    {
      return false
    }
    if isActive, scan.word(index + 1) != "mum", after.contains(where: { scan.word($0) == "with" }) {
      return false
    }
    if isActive, let adult = scan.first([.family, .otherStaff], in: after),
      scan.breakBefore(adult) < .comma
    {
      let segment = scan.segment(around: index)
      return !scan.terms[index + 1..<max(index + 1, segment.upperBound)].contains {
        $0.isA([.childWord]) && !["his", "her"].contains($0.word) && !$0.isA([.family])
      }
    }
    guard !isActive, let before = scan[index - 1] else { return false }
    let subject =
      before.isA([.word]) && ["was", "were", "is", "be", "only"].contains(before.word)
      ? scan[index - 2] : before
    return subject?.isA([.family, .otherStaff]) == true
      && !scan.terms[index..<clause.upperBound].contains { $0.isA([.childWord]) }
      && !scan.has([.childWord], in: clause.lowerBound..<index)
  }
}
