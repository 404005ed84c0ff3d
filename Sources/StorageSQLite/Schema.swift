import GRDB
import Records

/// The tables, as numbered steps that are only ever added to.
///
/// Keys are `(authority_id, id)`, so that the records of two authorities never mix when they meet in
/// one database. Days are day numbers since 1 January 1970, moments seconds since then, words those
/// of the canonical file.
enum Schema {
  /// Marks a file as a store of Heed in its header: "Heed" in ASCII.
  static let applicationID = 0x4865_6564

  static var migrator: DatabaseMigrator {
    var migrator = DatabaseMigrator()
    migrator.registerMigration("1 cases") { db in
      try db.execute(sql: "PRAGMA application_id = \(applicationID)")
      try db.execute(sql: people + cases + judgement + search)
    }
    migrator.registerMigration("2 facts and signatures") { db in
      try db.execute(sql: facts + signatures + rulebooks)
    }
    migrator.registerMigration("3 drafts") { db in
      try db.execute(sql: drafts + lists)
      try fillSortKeys(in: db)
    }
    migrator.registerMigration("4 moments") { db in
      try db.execute(sql: moments)
    }
    migrator.registerMigration("5 audit") { db in
      try db.execute(sql: AuditTrail.tables)
    }
    migrator.registerMigration("6 removal") { db in
      try db.execute(sql: RemovalTables.all + RemovalTables.triggers)
    }
    migrator.registerMigration("7 folded words") { db in
      // Much is written, and pages that leave the cache early are synced one by one.
      let usual = try Int.fetchOne(db, sql: "PRAGMA cache_size")
      try db.execute(sql: "PRAGMA cache_size = -256000")
      try db.execute(sql: NoteIndex.table)
      try NoteIndex.fill(in: db)
      if let usual { try db.execute(sql: "PRAGMA cache_size = \(usual)") }
    }
    migrator.registerMigration("8 refusal") { db in
      try db.execute(sql: RemovalTables.refusals)
    }
    migrator.registerMigration("9 days to come") { db in
      try db.execute(sql: daysToCome)
    }
    migrator.registerMigration("10 hindsight") { db in
      try db.execute(sql: hindsight)
    }
    migrator.registerMigration("11 readers") { db in
      try db.execute(sql: readers)
    }
    migrator.registerMigration("12 numbers and accounts") { db in
      try db.execute(sql: accounts)
      try NumberedTables.number(in: db)
    }
    return migrator
  }

  /// Evaluations that may change later on their own day.
  private static let moments = """
    ALTER TABLE standing ADD COLUMN changes_at INTEGER;
    CREATE INDEX standing_by_moment ON standing (authority_id, changes_at)
      WHERE changes_at IS NOT NULL;
    """

  /// What people have typed and not saved; a row goes when it is saved or its owner discards it.
  private static let drafts = """
    CREATE TABLE draft (
      authority_id BLOB NOT NULL, account TEXT NOT NULL,
      form TEXT NOT NULL, subject_id BLOB NOT NULL, child_id BLOB NOT NULL,
      kept_at INTEGER NOT NULL, content TEXT NOT NULL,
      PRIMARY KEY (authority_id, account, form, subject_id),
      FOREIGN KEY (authority_id, child_id) REFERENCES child (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    """

  /// What lists of a million rows are made from.
  private static let lists = """
    CREATE INDEX contact_amended ON contact (authority_id, id) WHERE version > 1;
    ALTER TABLE child ADD COLUMN sort_key TEXT NOT NULL DEFAULT '';
    """

  private static let people = """
    CREATE TABLE authority (id BLOB PRIMARY KEY CHECK (length(id) = 16)) STRICT, WITHOUT ROWID;
    CREATE TABLE person (
      authority_id BLOB NOT NULL REFERENCES authority (id),
      id BLOB NOT NULL CHECK (length(id) = 16),
      name TEXT NOT NULL, role TEXT NOT NULL, sector TEXT NOT NULL, agency_name TEXT,
      account TEXT NOT NULL,
      PRIMARY KEY (authority_id, id), UNIQUE (authority_id, account)
    ) STRICT, WITHOUT ROWID;
    """

  private static let cases = """
    CREATE TABLE child (
      authority_id BLOB NOT NULL REFERENCES authority (id),
      id BLOB NOT NULL CHECK (length(id) = 16),
      ref TEXT NOT NULL CHECK (ref <> ''),
      name TEXT, date_of_birth INTEGER, household TEXT, worker TEXT, address TEXT,
      search_text TEXT NOT NULL,
      PRIMARY KEY (authority_id, id), UNIQUE (authority_id, ref)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX child_by_household ON child (authority_id, household)
      WHERE household IS NOT NULL;
    CREATE TABLE contact (
      authority_id BLOB NOT NULL,
      id BLOB NOT NULL CHECK (length(id) = 16),
      version INTEGER NOT NULL CHECK (version > 0),
      child_id BLOB NOT NULL,
      recorded_at INTEGER NOT NULL, recorded_by TEXT NOT NULL, amendment_reason TEXT,
      ref TEXT, plan TEXT, day INTEGER NOT NULL, minute INTEGER, date_precision TEXT,
      sector TEXT NOT NULL, agency_name TEXT, role TEXT, professional TEXT,
      contact_type TEXT NOT NULL, child_seen TEXT, seen_alone TEXT, announced TEXT,
      presenting_concern TEXT, child_words TEXT, injuries TEXT, injury_count INTEGER,
      explanation_given TEXT, explanation_challenged TEXT, other_adults_noted TEXT, outcome TEXT,
      escalation_level TEXT, source TEXT,
      PRIMARY KEY (authority_id, id, version),
      FOREIGN KEY (authority_id, child_id) REFERENCES child (authority_id, id),
      CHECK ((version = 1) = (amendment_reason IS NULL))
    ) STRICT;
    CREATE INDEX contact_by_child ON contact (authority_id, child_id);
    CREATE INDEX contact_by_day ON contact (authority_id, day, ifnull(minute, 0), id);
    CREATE TRIGGER contact_is_kept BEFORE DELETE ON contact
      BEGIN SELECT raise(ABORT, 'a contact is never deleted'); END;
    CREATE TRIGGER contact_is_unchanged BEFORE UPDATE ON contact
      BEGIN SELECT raise(ABORT, 'a contact is never overwritten'); END;
    """

  private static let judgement = """
    CREATE TABLE standing (
      authority_id BLOB NOT NULL, child_id BLOB NOT NULL,
      evaluated_on INTEGER NOT NULL, holds_through INTEGER,
      plan TEXT, contacts INTEGER NOT NULL, last_contact INTEGER, last_seen INTEGER,
      contacts_since INTEGER NOT NULL, agencies_since INTEGER NOT NULL,
      escalation_day INTEGER, escalation_level TEXT,
      PRIMARY KEY (authority_id, child_id),
      FOREIGN KEY (authority_id, child_id) REFERENCES child (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX standing_by_expiry ON standing (authority_id, holds_through)
      WHERE holds_through IS NOT NULL;
    CREATE TABLE flag (
      authority_id BLOB NOT NULL,
      id BLOB NOT NULL CHECK (length(id) = 16),
      child_id BLOB NOT NULL,
      rule TEXT NOT NULL, raised_at INTEGER NOT NULL,
      band TEXT NOT NULL CHECK (band IN ('A', 'B', 'C', 'D')), band_since INTEGER NOT NULL,
      line TEXT NOT NULL, evidence TEXT NOT NULL, quiet_since INTEGER,
      cleared_on INTEGER, cleared_why TEXT,
      PRIMARY KEY (authority_id, id),
      FOREIGN KEY (authority_id, child_id) REFERENCES child (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX flag_by_child ON flag (authority_id, child_id);
    CREATE INDEX flag_standing ON flag (authority_id, child_id) WHERE cleared_on IS NULL;
    CREATE TRIGGER flag_is_kept BEFORE DELETE ON flag
      BEGIN SELECT raise(ABORT, 'a flag is never deleted'); END;
    CREATE TABLE answer (
      authority_id BLOB NOT NULL,
      id BLOB NOT NULL CHECK (length(id) = 16),
      flag_id BLOB NOT NULL,
      kind TEXT NOT NULL CHECK (kind IN ('escalate', 'decide')),
      rung TEXT, owner TEXT, reason TEXT, because TEXT, would_change TEXT,
      holds_until INTEGER NOT NULL,
      answered_by TEXT NOT NULL, answered_at INTEGER NOT NULL,
      broken_by BLOB, broken_at INTEGER,
      PRIMARY KEY (authority_id, id),
      FOREIGN KEY (authority_id, flag_id) REFERENCES flag (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX answer_by_flag ON answer (authority_id, flag_id, id);
    CREATE TRIGGER answer_is_kept BEFORE DELETE ON answer
      BEGIN SELECT raise(ABORT, 'an answer is never deleted'); END;
    """

  /// What is recorded beside the contacts; `content` is the fields by name, as text in JSON.
  private static let facts = """
    ALTER TABLE contact ADD COLUMN typed INTEGER NOT NULL DEFAULT 0;
    ALTER TABLE standing ADD COLUMN concerns_since INTEGER NOT NULL DEFAULT 0;
    CREATE TABLE fact (
      authority_id BLOB NOT NULL,
      id BLOB NOT NULL CHECK (length(id) = 16),
      child_id BLOB NOT NULL, contact_id BLOB, corrects BLOB,
      recorded_at INTEGER NOT NULL, recorded_by TEXT NOT NULL,
      kind TEXT NOT NULL, step TEXT NOT NULL, day INTEGER NOT NULL,
      content TEXT NOT NULL,
      PRIMARY KEY (authority_id, id),
      FOREIGN KEY (authority_id, child_id) REFERENCES child (authority_id, id)
    ) STRICT;
    CREATE TABLE child_before (
      authority_id BLOB NOT NULL, id BLOB NOT NULL, ref TEXT NOT NULL,
      name TEXT, date_of_birth INTEGER, household TEXT, worker TEXT, address TEXT,
      until INTEGER NOT NULL,
      FOREIGN KEY (authority_id, id) REFERENCES child (authority_id, id)
    ) STRICT;
    CREATE INDEX child_before_by_child ON child_before (authority_id, id);
    CREATE TRIGGER child_before_is_kept BEFORE DELETE ON child_before
      BEGIN SELECT raise(ABORT, 'a former row is never deleted'); END;
    CREATE INDEX fact_by_child ON fact (authority_id, child_id);
    CREATE TRIGGER fact_is_kept BEFORE DELETE ON fact
      BEGIN SELECT raise(ABORT, 'a fact is never deleted'); END;
    CREATE TRIGGER fact_is_unchanged BEFORE UPDATE ON fact
      BEGIN SELECT raise(ABORT, 'a fact is never overwritten'); END;
    """

  private static let signatures = """
    ALTER TABLE answer ADD COLUMN signer INTEGER;
    CREATE TABLE secret (
      authority_id BLOB NOT NULL, person_id BLOB NOT NULL, set_at INTEGER NOT NULL,
      line TEXT NOT NULL,
      FOREIGN KEY (authority_id, person_id) REFERENCES person (authority_id, id)
    ) STRICT;
    CREATE INDEX secret_by_person ON secret (authority_id, person_id);
    CREATE TABLE signature (
      authority_id BLOB NOT NULL, answer_id BLOB NOT NULL, person_id BLOB NOT NULL,
      name TEXT NOT NULL, role TEXT NOT NULL, signed_at INTEGER NOT NULL,
      PRIMARY KEY (authority_id, answer_id),
      FOREIGN KEY (authority_id, answer_id) REFERENCES answer (authority_id, id),
      FOREIGN KEY (authority_id, person_id) REFERENCES person (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER signature_is_kept BEFORE DELETE ON signature
      BEGIN SELECT raise(ABORT, 'a signature is never deleted'); END;
    CREATE TRIGGER signature_is_unchanged BEFORE UPDATE ON signature
      BEGIN SELECT raise(ABORT, 'a signature is never overwritten'); END;
    """

  private static let rulebooks = """
    CREATE INDEX fact_by_kind ON fact (authority_id, kind);
    CREATE TABLE rulebook (
      authority_id BLOB NOT NULL REFERENCES authority (id),
      adopted_at INTEGER NOT NULL, adopted_by TEXT NOT NULL, edition TEXT NOT NULL,
      content TEXT NOT NULL
    ) STRICT;
    CREATE TRIGGER rulebook_is_kept BEFORE DELETE ON rulebook
      BEGIN SELECT raise(ABORT, 'a rulebook is never deleted'); END;
    CREATE TRIGGER rulebook_is_unchanged BEFORE UPDATE ON rulebook
      BEGIN SELECT raise(ABORT, 'a rulebook is never overwritten'); END;
    """

  /// The words of the latest version of each contact; a later step makes the index anew.
  ///
  /// `NoteIndex` keeps it: a trigger may not, since the schema is not trusted to call virtual tables.
  private static let search = """
    CREATE VIRTUAL TABLE note USING fts5 (
      role, professional, presenting_concern, child_words, injuries, explanation_given,
      other_adults_noted, outcome,
      content = 'contact', tokenize = "unicode61 remove_diacritics 2"
    );
    """
}
