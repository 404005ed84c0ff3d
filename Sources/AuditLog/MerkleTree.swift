import Crypto

/// The hashes of RFC 9162, section 2.1: a leaf is hashed with a 0x00 before it, two nodes with a 0x01.
package enum MerkleHash {
  /// Bytes of a hash.
  package static let length = 32

  package static func leaf(_ entry: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: [0x00] + entry))
  }

  package static func node(_ left: [UInt8], _ right: [UInt8]) -> [UInt8] {
    Array(SHA256.hash(data: [0x01] + left + right))
  }

  /// The head of a tree without leaves.
  package static let empty: [UInt8] = Array(SHA256.hash(data: [UInt8]()))
}

/// The right edge of a growing tree: the heads of its complete subtrees, the largest first.
///
/// Appending needs nothing else: a tree of a million leaves has twenty of them at most. Its `root` is that of
/// RFC 9162, section 2.1.1.
package struct MerkleEdge: Hashable, Sendable {
  package private(set) var size: Int
  package private(set) var heads: [[UInt8]]

  package init() {
    size = 0
    heads = []
  }

  /// Restores a stored edge; nil when a tree of `size` has another number of heads, or they are no hashes.
  package init?(size: Int, heads: [[UInt8]]) {
    guard size >= 0, heads.count == size.nonzeroBitCount,
      heads.allSatisfy({ $0.count == MerkleHash.length })
    else { return nil }
    self.size = size
    self.heads = heads
  }

  package mutating func append(leaf hash: [UInt8]) {
    var hash = hash
    var rest = size
    while rest & 1 == 1 {
      hash = MerkleHash.node(heads.removeLast(), hash)
      rest >>= 1
    }
    heads.append(hash)
    size += 1
  }

  /// The head of the whole tree.
  package var root: [UInt8] {
    guard var root = heads.last else { return MerkleHash.empty }
    for head in heads.dropLast().reversed() { root = MerkleHash.node(head, root) }
    return root
  }
}
