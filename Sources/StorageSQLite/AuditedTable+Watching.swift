import GRDB
import Records
import StorageSQL

// How SQLite notes what is written to an audited table, and finds it again.

extension AuditedTable {
  /// Where this connection notes what it has written since its last entry.
  ///
  /// The key has no type: with one, SQLite would turn ids into numbers where it can, and could then not
  /// look them up in an index.
  static let waitingTable = "CREATE TEMP TABLE IF NOT EXISTS written (kind TEXT, key);"

  /// The triggers of this connection alone that note what it writes.
  var triggers: String {
    let note = "BEGIN INSERT INTO written (kind, key) VALUES ('\(kind)', new.\(key)); END;"
    let inserting = "CREATE TEMP TRIGGER \(kind)_inserted AFTER INSERT ON main.\(kind) \(note)"
    guard let rewrites else { return inserting }
    let (event, condition) =
      switch rewrites {
      case .anyColumn: ("UPDATE", "")
      case .column(let name): ("UPDATE OF \(name)", "WHEN old.\(name) IS NOT new.\(name)")
      }
    return inserting + """

      CREATE TEMP TRIGGER \(kind)_rewritten AFTER \(event) ON main.\(kind) \(condition) \(note)
      """
  }

  /// Rows that were written and wait for their entry, in the order in which they were written; each
  /// is looked up by its key, however many others there are.
  var waitingRows: String {
    """
    SELECT w.key, \(selected) FROM temp.written w
    CROSS JOIN main.\(kind) t ON t.authority_id = ? AND t.\(key) = w.key
    WHERE w.kind = ? ORDER BY w.rowid
    """
  }

  /// The row of a key; its first column is the key.
  var row: String {
    "SELECT t.\(key), \(selected) FROM main.\(kind) t WHERE t.\(key) = ? AND t.authority_id = ?"
  }
}
