import Foundation
import GRDB
import Records
import StorageSQL

// What later steps add to the tables.

extension Schema {
  /// Cases judged for a day to come, and since when what was recorded under such a clock is known.
  static let daysToCome = """
    CREATE INDEX standing_by_evaluation ON standing (authority_id, evaluated_on);
    CREATE TABLE known_since (
      authority_id BLOB NOT NULL, child_id BLOB NOT NULL, record_id BLOB NOT NULL,
      version INTEGER NOT NULL, at INTEGER NOT NULL, day INTEGER NOT NULL,
      PRIMARY KEY (authority_id, child_id, record_id, version),
      FOREIGN KEY (authority_id, child_id) REFERENCES child (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    """

  /// From which day a flag would have stood; those that stand are judged again to learn it.
  static let hindsight = """
    ALTER TABLE flag ADD COLUMN held_from INTEGER;
    UPDATE standing SET holds_through = evaluated_on - 1 WHERE EXISTS (
      SELECT 1 FROM flag f INDEXED BY flag_standing WHERE f.authority_id = standing.authority_id
        AND f.child_id = standing.child_id AND f.cleared_on IS NULL);
    """

  /// By which edition of the reader a case was judged, 0 by none; and since when its flags are kept for that.
  static let readers = """
    ALTER TABLE standing ADD COLUMN reader INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE standing ADD COLUMN kept_since INTEGER;
    CREATE INDEX standing_by_reader ON standing (authority_id, reader);
    CREATE INDEX standing_kept ON standing (authority_id, kept_since) WHERE kept_since IS NOT NULL;
    """

  /// Whose an answer is, beside the name that it bears.
  static let accounts = "ALTER TABLE answer ADD COLUMN account TEXT;"

  /// Writes the sort key of every child: their order is known only in Swift.
  static func fillSortKeys(in db: Database) throws {
    let connection = SQLiteConnection(db: db)
    let children = try connection.rows(
      "SELECT \(ChildRow.names), c.authority_id FROM child c", []
    ) { (try ChildRow.child($0), try $0.identifier(ChildRow.count)) }
    for (child, authority) in children {
      try connection.execute(
        "UPDATE child SET sort_key = ? WHERE authority_id = ? AND id = ?",
        [child.sortKey, authority, child.id])
    }
  }
}
