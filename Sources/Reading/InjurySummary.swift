/// The verdict that the mentions of a text add up to.
extension InjuryReading {
  func fill(_ reading: inout Reading) {
    reading.mentions = mentions
    let marks = mentions.filter {
      $0.sort == .mark || $0.sort == .backReference && !$0.kinds.isEmpty
    }
    let fresh = marks.filter { $0.sort == .mark && $0.status == .present && $0.whose == .child }
    let carried = marks.filter {
      $0.sort == .backReference && $0.status == .present && $0.whose == .child
    }
    let pointsBack = mentions.contains { $0.status == .asBefore } || !carried.isEmpty
    reading.injury = verdict(fresh: fresh, carried: carried, marks: marks)
    switch reading.injury {
    case .child:
      collect(fresh.isEmpty ? carried : fresh, into: &reading)
      reading.asBefore = pointsBack
    case .unclear:
      collect(
        mentions.filter {
          $0.status == .doubtful && $0.whose == .child && $0.sort != .innocentMark
        }, into: &reading)
      reading.asBefore = pointsBack
      let words = mentions.first { $0.status == .doubtful }?.words ?? scan.text
      reading.ask = isWhoseDoubted ? .whose(words) : .whetherInjury(words)
    case .asBefore:
      reading.asBefore = true
    default: break
    }
  }

  func verdict(fresh: [Mention], carried: [Mention], marks: [Mention]) -> InjuryVerdict {
    let isSettled = !hasRival || fresh.contains { $0.kinds != ["mark"] }
    if isSettled, !fresh.isEmpty || !carried.isEmpty { return .child }
    if mentions.contains(where: { $0.status == .doubtful && $0.whose == .child }) {
      return .unclear
    }
    let isDenied = marks.contains { $0.status == .denied && $0.whose == .child }
    let back = mentions.filter { $0.status == .asBefore }
    if !back.isEmpty,
      !isDenied
        || back.contains(where: { !$0.kinds.isEmpty || !$0.words.lowercased().contains("chang") })
    {
      return .asBefore
    }
    if mentions.contains(where: {
      $0.whose != .child && ($0.status == .present || $0.status == .doubtful)
    }) {
      return .otherPerson
    }
    return .none
  }

  /// Whether the text says anything at all about a mark, be it denied, feared or another's.
  var isSaid: Bool { !mentions.isEmpty || isFigure }

  func collect(_ found: [Mention], into reading: inout Reading) {
    for mention in found {
      for site in mention.sites where !reading.sites.contains(site) { reading.sites.append(site) }
    }
    reading.kinds = MarkKinds.closest(found)
    reading.count = MarkKinds.count(found)
  }
}
