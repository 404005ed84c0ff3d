/// Rows put in an order one after the other: each goes behind all of its own rank that came before.
///
/// It is a counting sort that needs to hold the rows only once.
struct RankedRows {
  private(set) var rows: ContiguousArray<Int32>
  private let ranks: ContiguousArray<Int32>
  private let isReversed: Bool
  private let most: Int
  /// Where the next row of each rank goes.
  private var places: ContiguousArray<Int>

  /// - Parameters:
  ///   - ranks: The rank of each row by its number; below 0 where there is no such row.
  ///   - isReversed: The highest rank comes first.
  ///   - isListed: Whether a row will be appended.
  init(
    _ ranks: ContiguousArray<Int32>, isReversed: Bool, where isListed: (Int32) -> Bool
  ) {
    self.ranks = ranks
    self.isReversed = isReversed
    most = Int(max(0, ranks.max() ?? 0))
    places = ContiguousArray(repeating: 0, count: most + 2)
    rows = []
    for row in ranks.indices where ranks[row] >= 0 && isListed(Int32(row)) {
      places[slot(row) + 1] += 1
    }
    for slot in 1..<places.count { places[slot] += places[slot - 1] }
    rows = ContiguousArray(repeating: 0, count: places[most + 1])
  }

  /// Puts a row that is listed behind those of its rank.
  mutating func append(_ row: Int32) {
    let slot = slot(Int(row))
    rows[places[slot]] = row
    places[slot] += 1
  }

  private func slot(_ row: Int) -> Int {
    let rank = Int(ranks[row])
    return isReversed ? most - rank : rank
  }
}
