/// Decides whether a presenting concern gives a reason to worry about the child.
///
/// "No" may deny a worry or state the lack that is the worry: "no concerns", "no food".
struct ConcernReading {
  private let scan: Scan
  private var mentions: [Mention] = []
  private var routines = 0
  /// How many words no list knows, short ones aside.
  private var unknown = 0
  private var isDenied = false

  static func read(_ text: String) -> Reading {
    var reading = Reading(field: .presentingConcern)
    guard !Placeholder.isNothing(text) else {
      reading.concern = false
      return reading
    }
    let injuries = InjuryReading(Scan(text, .injuries), isOwnField: false)
    if injuries.isSaid { injuries.fill(&reading) }
    let isHarm = [.child, .unclear, .otherPerson, .asBefore].contains(reading.injury)
    let reader = ConcernReading(Scan(text, .concerns))
    reading.mentions += reader.mentions
    reading.concern = isHarm || reader.holds(besides: reading)
    return reading
  }

  private init(_ scan: Scan) {
    self.scan = scan
    for index in scan.indices { weigh(index) }
  }

  /// Whether the text gives a concern; words that no list knows count as one, unless they are routine or
  /// denied, or a mark is named.
  private func holds(besides reading: Reading) -> Bool {
    if mentions.contains(where: { $0.status == .present }) { return true }
    return !isRoutine && !isDenied && !reading.mentions.contains { $0.sort == .mark }
  }

  /// Whether the words are routine: not where several that no list knows outnumber the routine ones.
  private var isRoutine: Bool { routines > 0 && (unknown < 2 || unknown <= routines) }

  /// Shorter words are seldom what a text is about.
  private static let fewestLetters = 5

  private mutating func weigh(_ index: Int) {
    let term = scan.terms[index]
    if term.isA([.routine]) { routines += 1 }
    if term.isA([.word]), scan.word(index).count >= ConcernReading.fewestLetters { unknown += 1 }
    if let strength = term.value(.deny), statesLack(index, strength) {
      add(index, .present)
    } else if term.isA([.worry]) {
      weighWorry(index)
    }
  }

  private mutating func weighWorry(_ index: Int) {
    let denial = denialBefore(index)
    if denial != nil || isDeniedAfter(index) {
      isDenied = true
      add(index, .denied)
      return
    }
    let values = scan.terms[index].senses.values.filter { $0.kind == .worry }.map(\.value)
    if values.contains("weak"), scan.has([.routine], in: scan.stretch(around: index, upTo: .stop)) {
      return
    }
    add(index, .present)
  }

  /// Whether a denial states what is missing: "no food", "not coping", "nobody rang".
  private func statesLack(_ index: Int, _ strength: String) -> Bool {
    let clause = scan.clause(around: index)
    let after = (index + 1)..<max(index + 1, min(index + 6, clause.upperBound))
    let near = after.prefix { scan.breakBefore($0) < .comma }
    switch strength {
    case "nobody":
      return !near.isEmpty && !scan.has([.worry], in: (near.first ?? 0)..<(near.last ?? 0) + 1)
        && !["new", "else"].contains(scan.word(index + 1))
    case "not":
      return near.prefix(4).contains { scan.isA([.need], at: $0) }
        && !near.prefix(3).contains { scan.isA([.worry], at: $0) && !scan.isA([.need], at: $0) }
    default:
      return near.prefix(3).contains { scan.isA([.lack], at: $0) }
        && !near.prefix(3).contains { scan.isA([.worry], at: $0) }
    }
  }

  /// A denial before a worry that reaches it: over a list, not over a new statement.
  private func denialBefore(_ index: Int) -> Int? {
    let clause = scan.clause(around: index)
    guard let deny = scan.last([.deny], in: clause.lowerBound..<index),
      scan.terms[deny].value(.deny) != "nobody"
    else { return nil }
    if scan.terms[deny].value(.deny) == "not", index - deny > 3 { return nil }
    if index - deny > 7 { return nil }
    if deny + 1 < index, scan.first([.worry], in: deny + 1..<index) != nil,
      !isList(deny + 1..<index)
    {
      return nil
    }
    return (deny + 1..<index + 1).contains {
      scan.breakBefore($0) >= .comma && !isList(deny + 1..<index)
    }
      ? nil : deny
  }

  private func isList(_ range: Range<Int>) -> Bool {
    range.allSatisfy { index in
      scan.isA([.worry, .lack, .routine], at: index)
        || ["or", "and", "re", "about", "any", "of", "safeguarding"].contains(scan.word(index))
    }
  }

  private func isDeniedAfter(_ index: Int) -> Bool {
    guard let next = scan[index + 1] else { return false }
    return ["none", "nil", "denied", "resolved", "allayed", "unfounded", "addressed"].contains(
      next.word)
  }

  private mutating func add(_ index: Int, _ status: Mention.Status) {
    let offsets = scan.offsets(
      index..<min(
        index + (status == .present && scan.isA([.deny], at: index) ? 3 : 1), scan.terms.count))
    mentions.append(
      Mention(sort: .concern, words: scan.words(at: offsets), range: offsets, status: status))
  }
}
