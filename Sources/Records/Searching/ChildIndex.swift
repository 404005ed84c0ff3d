/// An index in memory of every child of a store: a search of a hundred thousand takes a few milliseconds.
///
/// A child is found when every word typed matches: the beginning of a word, best in the name; or, from three
/// letters on, the inside of one; or, from four letters on, a word with one letter wrong, missing or too
/// many. A date of birth is found as it is typed, `14/3/2019`.
package struct ChildIndex: Sendable {
  /// The text by which one child is found.
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
  private var starts: ContiguousArray<Int32> = [0]
  private var nameEnds: ContiguousArray<Int32> = []

  /// An empty index with room for so many children and so many bytes of their texts: growing by doubling
  /// would store them twice.
  package init(roomFor children: Int, textBytes: Int) {
    ids.reserveCapacity(children)
    starts.reserveCapacity(children + 1)
    nameEnds.reserveCapacity(children)
    bytes.reserveCapacity(textBytes + children * ChildIndex.mostBirthBytes)
  }

  /// Bytes of a blank before the name and of a date of birth as it is found, ` 14 12 2019 2019 12 14`.
  private static let mostBirthBytes = 1 + 22

  package init(_ entries: some Sequence<Entry>) {
    for entry in entries { append(entry) }
  }

  /// Adds an entry that comes after all others by its sort key, which is the order of children found
  /// equally well.
  package mutating func append(_ entry: Entry) {
    ids.append(entry.id)
    bytes += " ".utf8
    bytes += entry.sortKey.utf8
    nameEnds.append(Int32(bytes.count))
    bytes += entry.searchText.utf8
    if let birth = entry.dateOfBirth {
      let (year, month, day) = birth.parts
      bytes += " \(day) \(month) \(year) \(birth)".replacing("-", with: " ").utf8
    }
    starts.append(Int32(bytes.count))
  }

  package var count: Int { ids.count }

  /// Returns the children that match every word of `text`, best first, at most `limit`; and how many match in
  /// all.
  ///
  /// Every child matches an empty text.
  package func find(_ text: String, limit: Int) -> (ids: [Identifier], count: Int) {
    let words = folded(text).split(separator: " ").map { Array($0.utf8) }
    guard !words.isEmpty else { return (Array(ids.prefix(limit)), ids.count) }
    var scored = scores(words, isLenient: false)
    // Near matches are looked for only when few children match exactly.
    if scored.count < 5, words.contains(where: { $0.count >= ChildIndex.leastForgiven }) {
      scored = scores(words, isLenient: true)
    }
    let best = scored.sorted { ($0.score, $0.place) < ($1.score, $1.place) }
    return (best.prefix(limit).map { ids[$0.place] }, scored.count)
  }

  private struct Score {
    let place: Int
    let score: Int
  }

  /// The fewest letters of a word in which a slip is forgiven.
  private static let leastForgiven = 4

  private func scores(_ words: [[UInt8]], isLenient: Bool) -> [Score] {
    var totals = ContiguousArray<Int>(repeating: 0, count: ids.count)
    for word in words { add(word, to: &totals, isLenient) }
    return totals.indices.filter { totals[$0] >= 0 }.map { Score(place: $0, score: totals[$0]) }
  }

  /// Adds the score of `word` for each child that matched every word before it; sets -1 where it does not
  /// match.
  private func add(_ word: [UInt8], to totals: inout ContiguousArray<Int>, _ isLenient: Bool) {
    bytes.withUnsafeBufferPointer { bytes in
      word.withUnsafeBufferPointer { letters in
        for place in ids.indices where totals[place] >= 0 {
          let (start, end) = (Int(starts[place]), Int(starts[place + 1]))
          let found = ChildIndex.score(
            of: letters, in: bytes, from: start, to: end, nameEnd: Int(nameEnds[place]))
          if let found {
            totals[place] += found
          } else if isLenient, word.count >= ChildIndex.leastForgiven,
            ChildIndex.isNear(
              word, in: UnsafeBufferPointer(rebasing: bytes[start..<end]))
          {
            totals[place] += 6
          } else {
            totals[place] = -1
          }
        }
      }
    }
  }

  /// The score of a match: 0 at the beginning of a name, 1 of another word, 3 inside a word for three letters
  /// and more; nil when there is none.
  private static func score(
    of word: UnsafeBufferPointer<UInt8>, in text: UnsafeBufferPointer<UInt8>, from start: Int,
    to end: Int, nameEnd: Int
  ) -> Int? {
    let first = word[0]
    let last = end - word.count
    var best: Int?
    // The text begins with a blank.
    var at = start + 1
    while at <= last {
      if text[at] == first {
        var length = 1
        while length < word.count, text[at + length] == word[length] { length += 1 }
        if length == word.count {
          if text[at - 1] == 32 {
            if at < nameEnd { return 0 }
            best = 1
          } else if word.count >= 3 {
            best = best ?? 3
          }
        }
      }
      at += 1
    }
    return best
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

  /// Whether one letter changed, left out, put in, or swapped with its neighbour makes a word the beginning
  /// of another.
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
