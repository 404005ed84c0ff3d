/// One line of the audit log: who did what to which record and when, and never what it says.
package struct AuditEntry: Hashable, Sendable {
  /// Its place in the log, from 0.
  package let sequence: Int
  /// Seconds since 1 January 1970 by the machine's own clock, whatever `--as-of` says.
  package let at: Int
  /// The operating system's account.
  package let account: String
  package let action: String
  /// The record that it was about, as text; empty when it was about none.
  package let subject: String
  /// The head of the tree of the records that it wrote; `MerkleHash.empty` when it wrote none.
  package let records: [UInt8]

  package init(
    sequence: Int, at: Int, account: String, action: String, subject: String, records: [UInt8]
  ) {
    self.sequence = sequence
    self.at = at
    self.account = account
    self.action = action
    self.subject = subject
    self.records = records
  }

  /// The bytes of which the leaf is the hash: every field as a netstring, so that no two entries
  /// are written alike.
  package var encoded: [UInt8] {
    let fields = [
      "heed audit 1", String(sequence), String(at), account, action, subject,
    ]
    return fields.flatMap { netstring(Array($0.utf8)) } + netstring(records)
  }

  package var leaf: [UInt8] { MerkleHash.leaf(encoded) }
}

/// Bytes preceded by their count and closed by a comma.
///
/// Source: D. J. Bernstein, "Netstrings", 1997.
func netstring(_ bytes: [UInt8]) -> [UInt8] {
  Array("\(bytes.count):".utf8) + bytes + [UInt8(ascii: ",")]
}
