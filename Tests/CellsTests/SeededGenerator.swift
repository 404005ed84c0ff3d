import SeededRandom

/// Texts that come again for the same seed.
struct SeededGenerator: RandomNumberGenerator {
  private var generator: SplitMix64

  init(seed: UInt64) {
    generator = SplitMix64(seed: seed)
  }

  mutating func next() -> UInt64 { generator.next() }

  /// A text of up to twelve code points, half of them troublesome.
  mutating func text() -> String {
    var scalars = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...12, using: &self) {
      let pool = Self.pools[Int.random(in: 0..<Self.pools.count, using: &self)]
      if let scalar = Unicode.Scalar(UInt32.random(in: pool, using: &self)) {
        scalars.append(scalar)
      }
    }
    return String(scalars)
  }

  private static let pools: [ClosedRange<UInt32>] = [
    0...0x10FFFF, 0...0xFF, 0x20...0x7E, 0x300...0x36F, 0x900...0x97F, 0x1100...0x11FF,
    0x2000...0x206F, 0x2600...0x27BF, 0x3000...0x9FFF, 0xFE00...0xFE0F, 0x1F1E6...0x1F1FF,
    0x1F3FB...0x1F3FF, 0x1F400...0x1F64F, 0x200D...0x200D, 0xE0000...0xE01FF,
  ]
}
