/// Finds out who called a contact off.
struct CancelReading {
  private let scan: Scan

  init(_ scan: Scan) {
    self.scan = scan
  }

  func fill(_ reading: inout Reading) {
    guard let cancel = scan.indices.first(where: isCancel) else {
      if let reason = serviceReason { add(&reading, .service, reason) }
      return
    }
    add(&reading, who(cancel), cancel)
  }

  private func add(_ reading: inout Reading, _ who: CancelledBy, _ index: Int) {
    reading.cancelledBy = who
    reading.add(.step, index, in: scan, .present)
    if who == .unclear { reading.ask = .whoCancelled(scan.words(scan.clause(around: index))) }
  }

  /// Whether the term calls a contact off; a word such as "refused" or "moved" does only when it is about a
  /// date.
  private func isCancel(_ index: Int) -> Bool {
    let term = scan.terms[index]
    guard term.isA([.cancel]) else { return false }
    let weak = [
      "moved", "refused", "declined", "pulled", "missed", "dropped", "delayed", "withdrew",
      "changed", "abandoned", "aborted", "off", "inconvenient", "bailed",
    ]
    guard weak.contains(term.word), term.tokens.count == 1 else { return true }
    let clause = scan.clause(around: index)
    return scan.terms[clause].contains {
      [
        "visit", "appt", "appointment", "date", "session", "meeting", "slot", "tomorrow", "week",
        "thurs", "friday", "monday", "time", "contact", "today",
      ].contains($0.word)
    }
      && !["entry", "access", "to"].contains(scan.word(index + 1))
  }

  /// "I was off sick", with nothing said of calling off.
  private var serviceReason: Int? {
    scan.indices.first { index in
      guard scan.terms[index].isA([.service]),
        !scan.terms[index].isA([.reason]) || scan.word(index) == "duty"
      else { return false }
      let near = index + 1..<max(index + 1, min(index + 4, scan.clause(around: index).upperBound))
      return ["worker", "sw", "social", "i", "staff", "hv", "nurse", "allocated", "my"].contains(
        scan.word(index))
        && scan.terms[near].contains {
          ["sick", "ill", "leave", "unavailable", "annual", "al", "unwell", "off"].contains($0.word)
            && ($0.isA([.reason]) || $0.word == "unavailable")
        }
        && !scan.has([.deny, .family], in: scan.clause(around: index))
    }
  }

  private func who(_ cancel: Int) -> CancelledBy {
    let all = scan.indices
    let deniesUs = scan.terms.contains { $0.value(.deny) == "notus" }
    let deniesThem = scan.terms.contains { $0.value(.deny) == "notthem" }
    if deniesUs, !isClaim(cancel) || !isDisputed {
      return scan.has([.family], in: all) ? .family : .unclear
    }
    if isDisputed || isClaim(cancel) { return .unclear }
    let found = agent(of: cancel)
    if deniesThem {
      return found == .family ? .unclear : scan.has([.service], in: all) ? .service : .unclear
    }
    return found
  }

  private var isDisputed: Bool {
    if scan.has([.unsure], in: scan.indices) { return true }
    let claims = scan.terms.filter {
      $0.senses.values.contains { $0.kind == .speech && $0.value == "" }
    }
    return claims.count > 1 && scan.has([.family], in: scan.indices)
      && scan.has([.service], in: scan.indices)
  }

  /// One side says that the other called off.
  private func isClaim(_ cancel: Int) -> Bool {
    let clause = scan.clause(around: cancel)
    guard
      let speech = scan.indices[clause.lowerBound..<max(clause.lowerBound, cancel)].last(where: {
        scan.terms[$0].senses.values.contains { $0.kind == .speech && $0.value == "" }
      })
    else { return isClaimAfter(cancel, clause) }
    let teller =
      scan.terms[clause.lowerBound..<speech].last { $0.isA([.family, .service]) }
      ?? scan[speech + 1]
    let rest = speech + 1..<min(scan.terms.count, clause.upperBound)
    if teller?.isA([.family]) == true {
      let start = scan[speech]?.lastWord == "to" ? speech + 2 : speech + 1
      return scan.first([.service, .family], in: start..<max(start, cancel)).map {
        scan.terms[$0].isA([.service]) && !isAddressee($0)
      } ?? isByService(cancel, rest)
    }
    if teller?.isA([.service]) == true { return false }
    return isByService(cancel, rest)
  }

  private func isByService(_ cancel: Int, _ rest: Range<Int>) -> Bool {
    guard let by = scan.indices[cancel..<rest.upperBound].first(where: { scan.word($0) == "by" })
    else { return false }
    return scan.has([.service], in: by..<min(by + 4, rest.upperBound))
  }

  /// "Cancelled by the worker according to dad".
  private func isClaimAfter(_ cancel: Int, _ clause: Range<Int>) -> Bool {
    let after = cancel + 1..<max(cancel + 1, clause.upperBound)
    guard
      let speech = after.first(where: {
        scan.terms[$0].senses.values.contains { $0.kind == .speech && $0.value == "" }
      })
    else { return false }
    let teller = scan.terms[speech].lastWord == "to" ? scan[speech + 1] : scan[speech - 1]
    return teller?.isA([.family]) == true && scan.has([.service], in: clause.lowerBound..<speech)
      && !scan.has([.family], in: clause.lowerBound..<cancel)
  }

  private func isAddressee(_ index: Int) -> Bool {
    [
      "to", "told", "tell", "tells", "rang", "texted", "text", "txt", "called", "phoned", "emailed",
      "messaged", "asked", "with", "informed", "contacted", "let", "for",
    ].contains(scan.word(index - 1))
      || scan.word(index - 1) == "the"
        && ["to", "rang", "told", "phoned", "called", "contacted"].contains(scan.word(index - 2))
  }

  /// Who called it off: the subject before, or whoever follows "by"; else the side that the reason points to.
  private func agent(of cancel: Int) -> CancelledBy {
    if let by = byAgent(cancel) { return by }
    let clause = scan.clause(around: cancel)
    let lead = clause.lowerBound..<cancel
    if let first = lead.first(where: { isAgent($0, before: cancel) }) { return side(first) }
    if scan.breakBefore(clause.lowerBound) != .stop || clause.lowerBound > 0,
      let earlier = (0..<clause.lowerBound).last(where: { isAgent($0, before: cancel) })
    {
      if scan.breakBefore(clause.lowerBound) < .stop || clause.count < 6 { return side(earlier) }
    }
    let after = cancel + 1..<scan.terms.count
    if let next = after.first(where: {
      scan.terms[$0].isA([.family, .service]) && !isAddressee($0) && !isVague($0)
    }) {
      return side(next)
    }
    return after.contains(where: isServiceReason) ? .service : .unclear
  }

  /// A reason that only a service has: no cover, a strike.
  private func isServiceReason(_ index: Int) -> Bool {
    guard scan.isA([.reason], at: index) else { return false }
    return [
      "staff", "no", "short", "double", "training", "court", "strike", "annual", "al", "overran",
      "rota", "crisis", "capacity",
    ]
    .contains(scan.word(index)) && scan.word(index + 1) != "reason"
  }

  private func byAgent(_ cancel: Int) -> CancelledBy? {
    let end = min(cancel + 5, scan.terms.count)
    guard let by = (cancel + 1..<max(cancel + 1, end)).first(where: { scan.word($0) == "by" })
    else { return nil }
    return (by + 1..<min(by + 4, scan.terms.count)).first {
      scan.terms[$0].isA([.family, .service])
    }.map(side)
  }

  private func isAgent(_ index: Int, before cancel: Int) -> Bool {
    let term = scan.terms[index]
    guard term.isA([.family, .service]), !isAddressee(index), !isVague(index) else { return false }
    if ["at", "in", "from", "by"].contains(scan.word(index - 1)), term.isA([.service]),
      scan.word(index - 1) != "from"
    {
      return false
    }
    let isOfVisit = ["visit", "appt", "appointment", "meeting", "session"]
      .contains(scan.word(index + 1))
    return term.isPossessive || !isOfVisit
  }

  /// Things of the service that cancel nothing by themselves.
  private func isVague(_ index: Int) -> Bool {
    let term = scan.terms[index]
    if ["child", "children", "baby", "kids"].contains(term.word), !term.isPossessive {
      return scan.breakBefore(index + 1) >= .comma
        || !scan.isA([.reason, .cancel], at: index + 1) && !scan.isA([.reason], at: index + 2)
    }
    if [
      "health", "legal", "system", "it", "car", "cover", "student", "training", "chair",
      "transport", "child", "children", "baby",
    ].contains(term.word), term.tokens.count == 1 {
      return !["child", "children", "baby", "car", "transport"].contains(term.word)
        || scan.isA([.family], at: index - 1)
    }
    if term.word == "it" { return true }
    return term.isPossessive && !scan.isA([.reason, .service], at: index + 1)
      && scan.isA([.family, .service], at: index + 1)
  }

  private func side(_ index: Int) -> CancelledBy {
    scan.terms[index].isA([.family]) ? .family : .service
  }
}
