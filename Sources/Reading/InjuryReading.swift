/// Reads the injuries that a text mentions.
///
/// Doubt counts as an injury, and raises a question; a mark whose status can't be told is never "none".
struct InjuryReading {
  let scan: Scan
  var mentions: [Mention] = []
  var isWhoseDoubted = false
  var hasRival = false
  var isFigure = false

  static func read(_ text: String, as field: ReadField) -> Reading {
    var reading = Reading(field: field)
    if Placeholder.isNothing(text) {
      if field == .injuries { reading.injury = InjuryVerdict.none }
      return reading
    }
    if Placeholder.isPending(text) {
      reading.injury = .unclear
      reading.ask = .whetherInjury(text)
      return reading
    }
    let reader = InjuryReading(Scan(text, .injuries), isOwnField: field == .injuries)
    reader.fill(&reading)
    return reading
  }

  init(_ scan: Scan, isOwnField: Bool) {
    self.scan = scan
    readMarks()
    readSigns(isOwnField: isOwnField)
    readBackReferences(isOwnField: isOwnField)
    if mentions.isEmpty, isOwnField { readBareSites() }
  }

  // MARK: What the text names

  mutating func readMarks() {
    let innocence = InnocentMarks(scan: scan)
    for index in scan.indices where scan.terms[index].isA([.mark]) || isAnother(index) {
      if innocence.isNoMark(index) {
        isFigure = true
      } else {
        mentions.append(mark(at: index, innocence))
      }
    }
    readInnocentMarks(innocence)
    isFigure = isFigure || scan.has([.figure], in: scan.indices)
  }

  /// One mark with its status, its body, its places and who told of it.
  mutating func mark(at index: Int, _ innocence: InnocentMarks) -> Mention {
    let places = MarkPlaces(scan: scan)
    var mention = self.mention(.mark, places.reach(of: index), at: index)
    mention.kinds = kinds(of: index)
    mention.sites = places.sites(of: index)
    mention.count = places.count(of: index, sites: mention.sites)
    mention.saidBy = saidBy(index)
    mention.status = MarkStatus(scan: scan).of(index)
    if let other = WhoseBody(scan: scan).other(than: index) { mention.whose = .other(other) }
    if mention.status == .present {
      mention.status = innocence.status(of: index)
      if mention.status == .doubtful { hasRival = true }
      if mention.status == .denied { isFigure = true }
    }
    if mention.status == .present, mention.whose == .child, isWhoseUnclear(index) {
      mention.status = .doubtful
      isWhoseDoubted = true
    }
    guard mention.status == .asBefore, isStillThere(index), !mention.sites.isEmpty else {
      return mention
    }
    mention.status = .present
    return mention.marked(.backReference)
  }

  mutating func readInnocentMarks(_ innocence: InnocentMarks) {
    for index in scan.indices
    where scan.terms[index].isA([.innocent]) && !scan.terms[index].isA([.mark]) {
      mentions.append(mention(.innocentMark, index..<index + 1, at: index))
      if innocence.isDoubted(index) {
        mentions[mentions.count - 1].status = .doubtful
        hasRival = true
      }
    }
  }

  /// "Also one to the abdomen": a mark of the kind named before.
  func isAnother(_ index: Int) -> Bool {
    guard ["one", "another", "others"].contains(scan.word(index)) || isCounted(index),
      !mentions.isEmpty
    else { return false }
    var next = index + 1
    while scan.isA([.place, .bridge, .presence, .fresh], at: next),
      scan.breakBefore(next) < .comma
    { next += 1 }
    return next > index + 1 && scan.isA([.site], at: next)
  }

  /// A number such as "I counted 6 on the shins": of what was denied, or named in
  /// another sentence.
  private func isCounted(_ index: Int) -> Bool {
    guard scan.isA([.number], at: index), !scan.isA([.unit, .mark], at: index + 1),
      let last = mentions.last(where: { $0.sort == .mark }),
      !scan.has([.mark], in: scan.segment(around: index))
    else { return false }
    let sentence = scan.offsets(scan.stretch(around: index, upTo: .stop))
    return last.status == .denied || last.range.upperBound <= sentence.lowerBound
      || last.kinds.isEmpty == false && wasCounted(last)
  }

  /// The mark before was itself only a number: "6 on the shins, 1 on the jaw".
  private func wasCounted(_ mention: Mention) -> Bool {
    scan.indices.contains {
      scan.isA([.number], at: $0) && !scan.has([.mark], in: scan.segment(around: $0))
        && scan.offsets($0..<$0 + 1).overlaps(mention.range)
    }
      && !scan.indices.contains {
        scan.isA([.mark], at: $0) && scan.offsets($0..<$0 + 1).overlaps(mention.range)
      }
  }

  func kinds(of index: Int) -> [String] {
    let own = MarkPlaces.kind(scan.terms[index])
    return own.isEmpty ? mentions.last { $0.sort == .mark }?.kinds ?? [] : [own]
  }

  /// "Prev bruise to shin still visible": known already, and there today.
  func isStillThere(_ index: Int) -> Bool {
    let clause = scan.clause(around: index)
    guard scan.has([.still], in: clause) || scan.has([.presence], in: index..<clause.upperBound),
      let back = scan.first([.back], in: clause)
    else { return false }
    return [
      "known", "prev", "previous", "previously", "existing", "already", "noted", "seen", "recorded",
    ]
    .contains(scan.word(back)) && scan.has([.still], in: clause)
  }

  func isWhoseUnclear(_ index: Int) -> Bool {
    let sentence = scan.stretch(around: index, upTo: .stop)
    let end = min(sentence.upperBound + 12, scan.terms.count)
    return scan.indices[sentence.lowerBound..<end].contains {
      scan.terms[$0].value(.whose) == ""
        || scan.terms[$0].value(.whose) == "some" && isOneOfSome($0, mark: index)
    }
  }

  /// "One of the twins has a burn", "a bite on one of the boys": which of them is not said.
  private func isOneOfSome(_ some: Int, mark: Int) -> Bool {
    if some > mark { return ["to", "on", "of"].contains(scan.word(some - 1)) }
    return scan.has([.have], in: some..<mark)
      && !scan.has([.person, .pronoun, .speech, .witness], in: some + 1..<mark)
  }

  mutating func readBackReferences(isOwnField: Bool) {
    for index in scan.indices where scan.pointsBack(index) || scan.isAsDay(index) {
      if scan.terms[index].value(.back) == "known" { continue }
      let sentence = scan.sentence(around: index)
      let isAboutMarks = scan.has([.mark], in: sentence)
      guard isOwnField || isAboutMarks else { continue }
      if isOwnField, !isAboutMarks, scan.has([.innocent, .clear, .figure], in: sentence) {
        continue
      }
      var mention = self.mention(.backReference, index..<index + 1, at: index)
      mention.status = .asBefore
      mentions.append(mention)
    }
  }

  /// Reads a text of nothing but parts of the body, in the column of injuries: a mark may be meant.
  mutating func readBareSites() {
    let places = MarkPlaces(scan: scan)
    guard scan.has([.site], in: scan.indices),
      scan.terms.allSatisfy({
        $0.isA([.site, .place, .and, .number, .unit, .bridge, .several]) && !$0.isA([.figure])
          || colours.contains($0.word)
      }), scan.indices.contains(where: { places.isBody($0) })
    else { return }
    var mention = self.mention(.sign, scan.indices, at: 0)
    mention.status = .doubtful
    for index in scan.indices where places.isBody(index) {
      let site = scan.terms[index].value(.site) ?? ""
      mention.sites.append(site == "back?" ? "back" : site)
    }
    mentions.append(mention)
  }

  func mention(_ sort: Mention.Sort, _ range: Range<Int>, at index: Int) -> Mention {
    let offsets = scan.offsets(range)
    return Mention(sort: sort, words: scan.words(at: offsets), range: offsets)
  }

  /// Who saw or told of a mark: "sister noticed", "nursery report", "Mum:".
  func saidBy(_ mark: Int) -> String? {
    let sentence = scan.sentence(around: mark)
    for index in sentence where scan.terms[index].isA([.person]) && !scan.terms[index].isPossessive
    {
      let next = index + 1
      let speaks =
        scan.isA([.speech, .witness], at: next)
        || scan.isA([.have, .bridge], at: next) && scan.isA([.speech, .witness], at: next + 1)
        || scan.breakBefore(next) == .colon
        || ["by", "per", "to"].contains(scan.word(index - 1))
          && scan.isA([.speech, .witness], at: index - 2)
        || scan.terms[max(0, index - 1)].isA([.speech, .witness])
          && scan.terms[max(0, index - 1)].lastWord == "by"
      if speaks { return scan.words(index..<next).lowercased() }
    }
    return nil
  }
}

/// Words that may come beside a bare part of the body.
private let colours: Set<String> = [
  "red", "purple", "blue", "yellow", "green", "black", "brown", "pink", "dark", "round", "small",
  "large", "big", "tiny", "faint", "linear", "oval", "approx", "x",
]

extension Mention {
  func marked(_ sort: Sort) -> Mention {
    Mention(
      sort: sort, words: words, range: range, status: status, whose: whose, saidBy: saidBy,
      sites: sites, kinds: kinds, count: count)
  }
}
