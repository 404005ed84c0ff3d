import SeededRandom

/// What is drawn by lot for one child; each child has its own generator, so that one child's story
/// never depends on how many others there are.
struct Draw: Sendable {
  private var generator: SplitMix64

  init(seed: UInt64, child: Int) {
    var first = SplitMix64(seed: seed)
    generator = SplitMix64(seed: first.next() ^ UInt64(truncatingIfNeeded: child))
    // Neighbouring seeds part ways only after one step.
    generator = SplitMix64(seed: generator.next())
  }

  /// A number from 0 to just under 1, in 53 bits; no library's own rounding takes part.
  mutating func unit() -> Double {
    Double(generator.next() >> 11) * 0x1p-53
  }

  mutating func chance(_ probability: Double) -> Bool {
    unit() < probability
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int {
    range.lowerBound + Int(unit() * Double(range.count))
  }

  mutating func pick<Item>(_ items: [Item]) -> Item {
    items[number(0...(items.count - 1))]
  }

  /// One of several, by weight.
  mutating func pick<Item>(weighted items: [(item: Item, weight: Double)]) -> Item {
    var left = unit() * items.reduce(0) { $0 + $1.weight }
    for (item, weight) in items.dropLast() {
      if left < weight { return item }
      left -= weight
    }
    return items[items.count - 1].item
  }
}
