/// Every child of a store by what they are found by, in memory: a search of a hundred thousand takes
/// a few milliseconds.
///
/// Each word that is typed has to be found of a child: at the beginning of a word, best in the name;
/// or inside one; or, from four letters on, with one letter wrong, missing or too many. A date of
/// birth is found as it is typed, `14/3/2019`.
package struct ChildIndex: Sendable {
  /// What one child is found by.
  package struct Entry: Sendable {
    package let id: Identifier
    /// Folded: the family name, the other names, the reference.
    package let sortKey: String
    /// Folded words, each after a blank.
    package let searchText: String
    package let dateOfBirth: CalendarDate?

    package init(id: Identifier, sortKey: String, searchText: String, dateOfBirth: CalendarDate?) {
      self.id = id
      self.sortKey = sortKey
      self.searchText = searchText
      self.dateOfBirth = dateOfBirth
    }

    package init(_ child: Child) {
      self.init(
        id: child.id, sortKey: child.sortKey, searchText: child.searchText,
        dateOfBirth: child.dateOfBirth)
    }
  }

  private var ids: ContiguousArray<Identifier> = []
  /// The texts one after the other; each begins with a blank, the name first.
  private var bytes: ContiguousArray<UInt8> = []
  private var starts: ContiguousArray<Int> = [0]
  private var nameEnds: ContiguousArray<Int> = []

  /// Entries in the order of their sort keys, which is the order of children found equally well.
  package init(_ entries: some Sequence<Entry>) {
    for entry in entries {
      ids.append(entry.id)
      bytes += " ".utf8
      bytes += entry.sortKey.utf8
      nameEnds.append(bytes.count)
      bytes += entry.searchText.utf8
      if let birth = entry.dateOfBirth {
        let (year, month, day) = birth.parts
        bytes += " \(day) \(month) \(year) \(birth)".replacing("-", with: " ").utf8
      }
      starts.append(bytes.count)
    }
  }

  package var count: Int { ids.count }

  /// The children that hold every word, best first, at most so many; and how many there are.
  package func find(_ text: String, limit: Int) -> (ids: [Identifier], count: Int) {
    let words = folded(text).split(separator: " ").map { Array($0.utf8) }
    guard !words.isEmpty else { return (Array(ids.prefix(limit)), ids.count) }
    var scored = scores(words, isLenient: false)
    // What is merely like the words is looked for when little is exactly so.
    if scored.count < 5 { scored = scores(words, isLenient: true) }
    let best = scored.sorted { ($0.score, $0.place) < ($1.score, $1.place) }
    return (best.prefix(limit).map { ids[$0.place] }, scored.count)
  }

  private struct Score {
    let place: Int
    let score: Int
  }

  private func scores(_ words: [[UInt8]], isLenient: Bool) -> [Score] {
    bytes.withUnsafeBufferPointer { bytes in
      var found: [Score] = []
      for place in ids.indices {
        let text = UnsafeBufferPointer(rebasing: bytes[starts[place]..<starts[place + 1]])
        let nameEnd = nameEnds[place] - starts[place]
        var total = 0
        for word in words {
          guard let score = score(of: word, in: text, nameEnd: nameEnd, isLenient) else {
            total = -1
            break
          }
          total += score
        }
        if total >= 0 { found.append(Score(place: place, score: total)) }
      }
      return found
    }
  }

  /// How well a word is found, 0 best; nil when it is not.
  private func score(
    of word: [UInt8], in text: UnsafeBufferPointer<UInt8>, nameEnd: Int, _ isLenient: Bool
  ) -> Int? {
    var best: Int?
    var at = 0
    while let match = ChildIndex.next(word, in: text, from: at) {
      let isBeginning = text[match - 1] == 32
      if isBeginning { return match < nameEnd ? 0 : min(best ?? 1, 1) }
      if word.count >= 3 { best = min(best ?? 3, 3) }
      at = match + 1
    }
    guard best == nil, isLenient, word.count >= 4 else { return best }
    return ChildIndex.isNear(word, in: text) ? 6 : nil
  }

  /// Where a word stands next; never at the very beginning, where a blank is.
  private static func next(
    _ word: [UInt8], in text: UnsafeBufferPointer<UInt8>, from start: Int
  ) -> Int? {
    let last = text.count - word.count
    var at = max(1, start)
    while at <= last {
      if text[at] == word[0] {
        var length = 1
        while length < word.count, text[at + length] == word[length] { length += 1 }
        if length == word.count { return at }
      }
      at += 1
    }
    return nil
  }

  /// Whether a word of the text is one letter away, at its beginning or as a whole.
  private static func isNear(_ word: [UInt8], in text: UnsafeBufferPointer<UInt8>) -> Bool {
    var start = 1
    while start < text.count {
      var end = start
      while end < text.count, text[end] != 32 { end += 1 }
      if isNear(word, text[start..<min(end, start + word.count + 1)]) { return true }
      start = end + 1
    }
    return false
  }

  /// Whether one letter changed, left out, put in, or changed with its neighbour makes a word the
  /// beginning of another.
  private static func isNear(_ word: [UInt8], _ other: Slice<UnsafeBufferPointer<UInt8>>) -> Bool {
    guard other.count + 1 >= word.count else { return false }
    let start = other.startIndex
    var same = 0
    while same < word.count, same < other.count, word[same] == other[start + same] { same += 1 }
    func rest(_ mine: Int, _ theirs: Int) -> Bool {
      let (mine, theirs) = (same + mine, start + same + theirs)
      guard word.count - mine <= other.endIndex - theirs else { return false }
      return (0..<max(0, word.count - mine)).allSatisfy { word[mine + $0] == other[theirs + $0] }
    }
    let isSwapped =
      same + 1 < word.count && same + 1 < other.count && word[same] == other[start + same + 1]
      && word[same + 1] == other[start + same] && rest(2, 2)
    return rest(1, 1) || rest(1, 0) || rest(0, 1) || isSwapped
  }
}
