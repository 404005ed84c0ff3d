import Testing

@testable import AuditLog

/// The tree of hashes, against the heads that Certificate Transparency publishes for its test leaves.
@Suite struct MerkleTreeTests {
  /// The leaves of the reference implementation's test.
  ///
  /// Source: google/certificate-transparency,
  /// merkle_tree_test.
  private static let leaves: [[UInt8]] = [
    [], [0x00], [0x10], [0x20, 0x21], [0x30, 0x31], [0x40, 0x41, 0x42, 0x43],
    Array(0x50...0x57), Array(0x60...0x6F),
  ]

  /// The head after each of them.
  private static let heads = [
    "6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d",
    "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77",
    "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4",
    "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c",
    "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328",
  ]

  private func hexadecimal(_ bytes: [UInt8]) -> String {
    bytes.map { ($0 < 16 ? "0" : "") + String($0, radix: 16) }.joined()
  }

  @Test func `a growing tree has the published head at every size`() {
    var edge = MerkleEdge()
    #expect(
      hexadecimal(edge.root) == "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855")
    for (leaf, head) in zip(Self.leaves, Self.heads) {
      edge.append(leaf: MerkleHash.leaf(leaf))
      #expect(hexadecimal(edge.root) == head, "\(edge.size)")
      #expect(edge.heads.count == edge.size.nonzeroBitCount)
    }
  }

  /// The head as RFC 9162 defines it, by halves.
  private func head(_ leaves: ArraySlice<[UInt8]>) -> [UInt8] {
    if leaves.isEmpty { return MerkleHash.empty }
    if leaves.count == 1 { return leaves[leaves.startIndex] }
    var half = 1
    while half * 2 < leaves.count { half *= 2 }
    return MerkleHash.node(head(leaves.prefix(half)), head(leaves.dropFirst(half)))
  }

  @Test func `an edge that was kept and taken up again gives the head that the definition gives`() {
    var edge = MerkleEdge()
    var leaves: [[UInt8]] = []
    for number in 0..<200 {
      let leaf = MerkleHash.leaf([UInt8(number)])
      leaves.append(leaf)
      edge.append(leaf: leaf)
      #expect(edge.root == head(leaves[...]))
      guard let kept = MerkleEdge(size: edge.size, heads: edge.heads) else {
        Issue.record("an edge of \(edge.size) was not taken up")
        return
      }
      edge = kept
    }
  }

  @Test func `heads that belong to no tree of the size are no edge`() {
    #expect(MerkleEdge(size: 3, heads: [MerkleHash.empty]) == nil)
    #expect(MerkleEdge(size: -1, heads: []) == nil)
    #expect(MerkleEdge(size: 1, heads: [[1, 2, 3]]) == nil)
    #expect(MerkleEdge(size: 0, heads: []) != nil)
  }

  @Test func `no two entries are written alike`() {
    func entry(_ account: String, _ action: String) -> AuditEntry {
      AuditEntry(
        sequence: 1, at: 2, account: account, action: action, subject: "",
        records: MerkleHash.empty)
    }
    #expect(entry("ab", "c").encoded != entry("a", "bc").encoded)
    #expect(entry("a,1:b", "").encoded != entry("a", "1:b").encoded)
  }

  @Test func `a column that is added later, without a value, changes no hash`() {
    let salt = RecordDigest.salt()
    #expect(salt.count == 16 && RecordDigest.salt() != salt)
    func digest(
      _ kind: String, _ columns: [String], _ values: [RecordDigest.Value?], _ salt: [UInt8]
    ) -> [UInt8] {
      var hash = RecordDigest(kind: kind, columns: columns)
      return hash.make(salt: salt) { values[$0] }
    }
    let ann = digest("child", ["name", "day"], [.text("Ann"), .number(7)], salt)
    #expect(digest("child", ["day", "name"], [.number(7), .text("Ann")], salt) == ann)
    #expect(digest("child", ["day", "new", "name"], [.number(7), nil, .text("Ann")], salt) == ann)
    #expect(digest("contact", ["name", "day"], [.text("Ann"), .number(7)], salt) != ann)
    #expect(digest("child", ["name", "day"], [.text("Ann"), .text("7")], salt) != ann)
    #expect(digest("child", ["name", "day"], [.text("Ann"), .bytes([0x37])], salt) != ann)
    let other = RecordDigest.salt()
    #expect(digest("child", ["name", "day"], [.text("Ann"), .number(7)], other) != ann)
  }
}
