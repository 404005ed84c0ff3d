/// The contents of a record at a moment, as one number: two records that differ share it by chance alone.
///
/// Source: Fowler, Noll and Vo, "The FNV Non-Cryptographic Hash Algorithm", FNV-1a with 64 bits.
package struct Fingerprint: Hashable, Sendable {
  package private(set) var number: UInt64 = 0xcbf2_9ce4_8422_2325

  /// Restores a stored fingerprint.
  package init(number: UInt64) {
    self.number = number
  }

  /// The fingerprint of a record and the answers given about its flags.
  package init(of record: CaseRecord, answers: [Identifier]) {
    for version in record.versions.sorted(by: { ($0.id, $0.version) < ($1.id, $1.version) }) {
      add(version.id, version.version)
    }
    for fact in record.facts.map(\.id).sorted() { add(fact, 0) }
    for answer in answers.sorted() { add(answer, -1) }
    let child = record.child
    let texts = [child.ref, child.name, child.household, child.worker, child.address]
    for text in texts { add((text.map { "+" + $0 } ?? "-").utf8) }
    add((child.dateOfBirth?.iso ?? "-").utf8)
  }

  private mutating func add(_ id: Identifier, _ number: Int) {
    add(id.bytes)
    add("\(number);".utf8)
  }

  private mutating func add(_ bytes: some Sequence<UInt8>) {
    for byte in bytes { number = (number ^ UInt64(byte)) &* 0x100_0000_01b3 }
  }
}
