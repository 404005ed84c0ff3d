extension String {
  /// The candidate that differs in the fewest letters, if they are few; capitals do not count.
  func nearest(among candidates: [String]) -> String? {
    let text = Array(lowercased())
    let most = Swift.min(3, text.count / 4)
    var best: (candidate: String, distance: Int)?
    for candidate in candidates {
      let other = Array(candidate.lowercased())
      guard abs(other.count - text.count) <= most else { continue }
      let distance = distanceInLetters(text, other)
      if distance <= most, distance < best?.distance ?? .max { best = (candidate, distance) }
    }
    return best?.candidate
  }
}

/// How many letters must be changed, added or left out to make one text of another (Levenshtein,
/// "Binary codes capable of correcting deletions, insertions, and reversals", 1966).
private func distanceInLetters(_ left: [Character], _ right: [Character]) -> Int {
  var row = Array(0...right.count)
  for (rowIndex, letter) in left.enumerated() {
    var diagonal = row[0]
    row[0] = rowIndex + 1
    for column in right.indices {
      let changed = diagonal + (letter == right[column] ? 0 : 1)
      diagonal = row[column + 1]
      row[column + 1] = min(changed, row[column] + 1, diagonal + 1)
    }
  }
  return row[right.count]
}
