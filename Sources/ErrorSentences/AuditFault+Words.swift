import Records
package import Storage

extension AuditFault {
  /// Where the store is not what its log says, in one sentence.
  package var sentence: String {
    switch self {
    case .entryChanged(let entry): "Entry \(entry) is not what it was when it was written."
    case .entriesOutOfPlace(let entry):
      "From entry \(entry) on, entries are gone or out of their order."
    case .headDiffers:
      "The log's head is not that of its entries: some were cut from its end or added."
    case .recordsDiffer(let entry):
      "The records of entry \(entry) are not those that it was written with."
    case .recordChanged(let kind, let entry):
      "A record (\(kind)) of entry \(entry) is not what it was when it was written."
    case .recordMissing(let kind, let entry): "A record (\(kind)) of entry \(entry) is gone."
    case .saltMissing(let kind, let entry):
      "The salt of a record (\(kind)) of entry \(entry) is gone, and no certificate of a removal says so."
    case .notDestroyed(let kind, let entry):
      "A record (\(kind)) of entry \(entry) was to be destroyed, by its certificate, and was not."
    case .tablesDiffer:
      "A table, an index or a guard against deleting is missing, added or not as Heed makes it."
    case .recordsUnlogged(let kind, let count):
      "\(counted(count, "record")) (\(kind)) \(count == 1 ? "is" : "are") there that no entry wrote."
    case .shorterThanAnchor(let size):
      "The log is shorter than the checkpoint of \(counted(size, "entry", plural: "entries")): it was cut, or the file is an older one."
    case .differsFromAnchor(let size):
      "The first \(counted(size, "entry", plural: "entries")) are not those of the checkpoint: the log was written anew."
    case .notAnAnchor: "A file given is no checkpoint of this log, or its signature is wrong."
    }
  }
}
