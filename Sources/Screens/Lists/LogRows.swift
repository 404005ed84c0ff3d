import Records

/// The rows of the log: the place of each, and the contacts of the few blocks in memory.
struct LogRows: Hashable, Sendable {
  /// How many contacts are read as one block.
  static let block = 50
  /// The most blocks in memory at once.
  private static let mostBlocks = 12

  private(set) var index: LogIndex?
  /// Which index the blocks are of, so that a late reply to an earlier one can be ignored.
  private var generation = 0
  private var blocks: [Int: [LogEntry]] = [:]
  private var awaited: Set<Int> = []
  /// Blocks of the newest rows, read before the index: shown until they are read again by it.
  private var provisional: Set<Int> = []
  /// The highest place when the list was opened: what lies above has arrived since.
  private var baseline: Int32?

  init() {}

  /// Starts with the newest rows alone, until the index has been read.
  init(newest entries: [LogEntry]) {
    var start = 0
    while start < entries.count {
      let end = min(entries.count, start + LogRows.block)
      blocks[start / LogRows.block] = Array(entries[start..<end])
      start = end
    }
  }

  var isEmpty: Bool { count == 0 }

  var count: Int { index?.count ?? blocks.values.reduce(0) { $0 + $1.count } }

  /// Returns the contact of a row; nil while it is not in memory.
  subscript(row: Int) -> LogEntry? {
    guard row >= 0, let entries = blocks[row / LogRows.block] else { return nil }
    let offset = row % LogRows.block
    return entries.indices.contains(offset) ? entries[offset] : nil
  }

  /// Whether a row came after the list was opened.
  func hasArrived(_ row: Int) -> Bool {
    guard let index, let baseline, index.places.indices.contains(row) else { return false }
    return index.places[row] > baseline
  }

  mutating func replace(by index: LogIndex, isNewQuery: Bool) {
    if self.index == nil, !isNewQuery {
      provisional = Set(blocks.keys)
    } else {
      (blocks, provisional) = ([:], [])
    }
    self.index = index
    generation += 1
    awaited = []
    if baseline == nil { baseline = index.places.max() ?? 0 }
  }

  mutating func add(_ entries: [LogEntry], block: Int, generation: Int) {
    guard generation == self.generation else { return }
    awaited.remove(block)
    provisional.remove(block)
    blocks[block] = entries
    guard blocks.count > LogRows.mostBlocks else { return }
    if let farthest = blocks.keys.max(by: { abs($0 - block) < abs($1 - block) }) {
      blocks[farthest] = nil
    }
  }

  /// Requests the blocks of some rows, and those beside them, that are neither in memory nor requested already.
  mutating func requests(around rows: Range<Int>) -> [LogRequest] {
    guard let index, !rows.isEmpty else { return [] }
    let last = (index.count - 1) / LogRows.block
    let shown = rows.lowerBound / LogRows.block...(rows.upperBound - 1) / LogRows.block
    let beside = [shown.upperBound + 1, shown.lowerBound - 1].filter { (0...last).contains($0) }
    let wanted = (Array(shown) + beside).filter {
      (blocks[$0] == nil || provisional.contains($0)) && !awaited.contains($0)
    }
    return wanted.map { block in
      awaited.insert(block)
      let start = block * LogRows.block
      let places = index.places[start..<min(index.count, start + LogRows.block)]
      return .rows(at: Array(places), block: block, generation: generation)
    }
  }

  /// Returns the rows whose places are also in another index of the same order.
  func rows(of other: LogIndex) -> [Int] {
    guard let index else { return [] }
    let named = Set(other.places)
    let found = index.places.indices.filter { named.contains(index.places[$0]) }
    return found
  }
}
