package import Records

/// Something read that the audit log remembers: that it was looked at, never what it says.
package enum Access: Hashable, Sendable {
  /// A child's record was opened.
  case opened(Identifier)
  /// Notes or names were searched.
  case searched
  /// The list of flags was shown.
  case listed
  /// A child's record left the store as text for another program.
  case exported(Identifier)
  /// The store was opened although nothing encrypts it.
  case openedPlain
  /// A checkpoint was given to be kept elsewhere.
  case anchored
  /// A backup was made.
  case backedUp

  /// The word of the log.
  package var action: String {
    switch self {
    case .opened: "open"
    case .searched: "search"
    case .listed: "list"
    case .exported: "export"
    case .openedPlain: "open without encryption"
    case .anchored: "anchor"
    case .backedUp: "backup"
    }
  }

  package var child: Identifier? {
    switch self {
    case .opened(let child), .exported(let child): child
    case .searched, .listed, .openedPlain, .anchored, .backedUp: nil
    }
  }
}

/// What a check of the audit log found.
package struct AuditReport: Hashable, Sendable {
  /// Entries of the log.
  package var entries = 0
  /// Records that it speaks of.
  package var records = 0
  /// The head of the log, 32 bytes.
  package var root: [UInt8] = []
  package var faults: [AuditFault] = []

  package init() {}
}

/// Where the store is not what the log says, or the log is not what it was.
package enum AuditFault: Hashable, Sendable {
  /// An entry is not what it was when it was written.
  case entryChanged(Int)
  /// The entries from here on are not in their places: some are gone, or more than there were.
  case entriesOutOfPlace(Int)
  /// The log's own head is not that of its entries: entries were cut from its end, or added.
  case headDiffers
  /// The records of an entry are not those that it was written with.
  case recordsDiffer(entry: Int)
  /// A record is not what it was when an entry wrote it.
  case recordChanged(kind: String, entry: Int)
  /// A record that an entry wrote is gone.
  case recordMissing(kind: String, entry: Int)
  /// The salt of a hash is gone, and no certificate of a removal says so.
  case saltMissing(kind: String, entry: Int)
  /// A certificate says that a record was destroyed, and its hash still has its salt.
  case notDestroyed(kind: String, entry: Int)
  /// A table, an index or a guard against deleting is missing, added or not as Heed makes it.
  case tablesDiffer
  /// So many records are there that no entry wrote.
  case recordsUnlogged(kind: String, count: Int)
  /// A checkpoint is of a longer log: this one was cut, or is of an earlier day.
  case shorterThanAnchor(anchor: Int)
  /// The log up to a checkpoint is not the one that was signed: it was written anew.
  case differsFromAnchor(anchor: Int)
  /// A note is no checkpoint of this log, or not signed by its key.
  case notAnAnchor
}
