/// The log of who read and wrote what, and whether it and the records are whole.
package protocol AuditedStore {
  /// Remembers that something was read, to be written into the audit log with whatever is written
  /// next; the same again within five minutes is remembered once.
  func remember(_ access: Access)

  /// Writes what is remembered into the audit log; on disk when it returns.
  func writeAccesses() throws(StoreError)

  /// Checks every entry of the audit log and every record that it speaks of, and the log against
  /// checkpoints that were kept elsewhere.
  func audit(against anchors: [String]) throws(StoreError) -> AuditReport

  /// Returns the log's signed head, for keeping out of reach of whoever can change the store.
  func checkpoint() throws(StoreError) -> String
}
