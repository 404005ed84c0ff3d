import GRDB

/// The tables whose rows have a `number`: their place in the order of recording, by which the log and the index
/// of words name them too.
///
/// They had SQLite's own number of a row before, which no other engine has. The column is that number under a
/// name: the same rows keep the same numbers, and no hash is of it.
enum NumberedTables {
  /// Makes the tables anew with their numbers.
  ///
  /// Source: SQLite's "Making Other Kinds Of Table Schema Changes".
  static func number(in db: Database) throws {
    // Much is written, and pages that leave the cache early are synced one by one.
    let usual = try Int.fetchOne(db, sql: "PRAGMA cache_size") ?? 0
    try db.execute(sql: "PRAGMA cache_size = -256000; PRAGMA legacy_alter_table = ON")
    for (table, columns) in tables { try number(table, columns, in: db) }
    try db.execute(sql: "PRAGMA legacy_alter_table = OFF; PRAGMA cache_size = \(usual)")
  }

  private static func number(_ table: String, _ columns: String, in db: Database) throws {
    // Indexes and triggers go with the old table. What an index is made of is said in words that every
    // engine has.
    let parts = try String.fetchAll(
      db,
      sql: """
        SELECT sql FROM sqlite_master WHERE tbl_name = ? AND type IN ('index', 'trigger') AND sql IS NOT NULL
        ORDER BY name
        """, arguments: [table]
    ).map { $0.replacing("ifnull(", with: "coalesce(") }
    let names = try db.columns(in: table).map(\.name).filter { $0 != "number" }
      .joined(separator: ", ")
    try db.execute(
      sql: """
        CREATE TABLE numbered_\(table) (number INTEGER PRIMARY KEY, \(columns)) STRICT;
        INSERT INTO numbered_\(table) (number, \(names))
          SELECT rowid, \(names) FROM \(table) ORDER BY rowid;
        DROP TABLE \(table);
        ALTER TABLE numbered_\(table) RENAME TO \(table);
        """)
    for part in parts { try db.execute(sql: part) }
  }

  private static let ofChild =
    "FOREIGN KEY (authority_id, child_id) REFERENCES child (authority_id, id)"

  private static let tables = [
    (
      "contact",
      """
      authority_id BLOB NOT NULL, id BLOB NOT NULL CHECK (length(id) = 16),
      version INTEGER NOT NULL CHECK (version > 0), child_id BLOB NOT NULL,
      recorded_at INTEGER NOT NULL, recorded_by TEXT NOT NULL, amendment_reason TEXT,
      ref TEXT, plan TEXT, day INTEGER NOT NULL, minute INTEGER, date_precision TEXT,
      sector TEXT NOT NULL, agency_name TEXT, role TEXT, professional TEXT,
      contact_type TEXT NOT NULL, child_seen TEXT, seen_alone TEXT, announced TEXT,
      presenting_concern TEXT, child_words TEXT, injuries TEXT, injury_count INTEGER,
      explanation_given TEXT, explanation_challenged TEXT, other_adults_noted TEXT, outcome TEXT,
      escalation_level TEXT, source TEXT, typed INTEGER NOT NULL DEFAULT 0,
      UNIQUE (authority_id, id, version), \(ofChild),
      CHECK ((version = 1) = (amendment_reason IS NULL))
      """
    ),
    (
      "fact",
      """
      authority_id BLOB NOT NULL, id BLOB NOT NULL CHECK (length(id) = 16),
      child_id BLOB NOT NULL, contact_id BLOB, corrects BLOB,
      recorded_at INTEGER NOT NULL, recorded_by TEXT NOT NULL,
      kind TEXT NOT NULL, step TEXT NOT NULL, day INTEGER NOT NULL, content TEXT NOT NULL,
      UNIQUE (authority_id, id), \(ofChild)
      """
    ),
    (
      "child_before",
      """
      authority_id BLOB NOT NULL, id BLOB NOT NULL, ref TEXT NOT NULL,
      name TEXT, date_of_birth INTEGER, household TEXT, worker TEXT, address TEXT,
      until INTEGER NOT NULL,
      FOREIGN KEY (authority_id, id) REFERENCES child (authority_id, id)
      """
    ),
    (
      "secret",
      """
      authority_id BLOB NOT NULL, person_id BLOB NOT NULL, set_at INTEGER NOT NULL,
      line TEXT NOT NULL,
      FOREIGN KEY (authority_id, person_id) REFERENCES person (authority_id, id)
      """
    ),
    (
      "rulebook",
      """
      authority_id BLOB NOT NULL REFERENCES authority (id),
      adopted_at INTEGER NOT NULL, adopted_by TEXT NOT NULL, edition TEXT NOT NULL,
      content TEXT NOT NULL
      """
    ),
  ]
}
