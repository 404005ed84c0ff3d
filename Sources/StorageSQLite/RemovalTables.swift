/// The tables of holds and removals, and the triggers that keep every row which no two people have agreed
/// to destroy.
enum RemovalTables {
  /// Nothing that was recorded goes but by a removal that two people have signed: the triggers that
  /// keep a row look for one.
  static let all = """
    CREATE TABLE legal_hold (
      authority_id BLOB NOT NULL REFERENCES authority (id),
      id BLOB NOT NULL CHECK (length(id) = 16), child_id BLOB, because TEXT NOT NULL,
      set_by TEXT NOT NULL, set_at INTEGER NOT NULL,
      PRIMARY KEY (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE hold_lifted (
      authority_id BLOB NOT NULL, hold_id BLOB NOT NULL, because TEXT NOT NULL,
      lifted_by TEXT NOT NULL, lifted_at INTEGER NOT NULL,
      PRIMARY KEY (authority_id, hold_id),
      FOREIGN KEY (authority_id, hold_id) REFERENCES legal_hold (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE removal (
      authority_id BLOB NOT NULL REFERENCES authority (id),
      id BLOB NOT NULL CHECK (length(id) = 16),
      child_id BLOB NOT NULL, child_ref TEXT NOT NULL, contact_id BLOB, below INTEGER,
      ground TEXT NOT NULL CHECK (ground IN ('retention', 'erasure', 'rectification')),
      kept_as TEXT, kept_until INTEGER, source TEXT, because TEXT NOT NULL,
      fingerprint INTEGER NOT NULL,
      proposed_by BLOB NOT NULL, proposer TEXT NOT NULL, proposer_role TEXT NOT NULL,
      proposed_at INTEGER NOT NULL,
      PRIMARY KEY (authority_id, id), UNIQUE (authority_id, id, proposed_by),
      CHECK (below IS NULL OR contact_id IS NOT NULL)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE removal_approval (
      authority_id BLOB NOT NULL, removal_id BLOB NOT NULL, proposed_by BLOB NOT NULL,
      approved_by BLOB NOT NULL CHECK (approved_by <> proposed_by), approver TEXT NOT NULL,
      approver_role TEXT NOT NULL, approved_at INTEGER NOT NULL,
      contacts INTEGER NOT NULL, facts INTEGER NOT NULL, flags INTEGER NOT NULL,
      answers INTEGER NOT NULL, first_day INTEGER, last_day INTEGER,
      destroyed TEXT NOT NULL,
      PRIMARY KEY (authority_id, removal_id),
      FOREIGN KEY (authority_id, removal_id, proposed_by)
        REFERENCES removal (authority_id, id, proposed_by),
      FOREIGN KEY (authority_id, approved_by) REFERENCES person (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE TABLE traces_left (
      authority_id BLOB PRIMARY KEY REFERENCES authority (id)
    ) STRICT, WITHOUT ROWID;
    CREATE TRIGGER removal_is_not_held BEFORE INSERT ON removal_approval
      WHEN EXISTS (SELECT 1 FROM legal_hold h JOIN removal r ON r.authority_id = h.authority_id
        WHERE r.authority_id = new.authority_id AND r.id = new.removal_id
        AND (h.child_id IS NULL OR h.child_id = r.child_id)
        AND NOT EXISTS (SELECT 1 FROM hold_lifted l
          WHERE l.authority_id = h.authority_id AND l.hold_id = h.id))
      BEGIN SELECT raise(ABORT, 'a legal hold stands in the way'); END;
    CREATE TRIGGER approver_has_a_secret BEFORE INSERT ON removal_approval
      WHEN NOT EXISTS (SELECT 1 FROM secret s
        WHERE s.authority_id = new.authority_id AND s.person_id = new.approved_by)
      BEGIN SELECT raise(ABORT, 'who approves has a secret'); END;
    """

  /// The rows that stay whatever happens, and those that only a removal takes.
  static var triggers: String {
    let own = ["removal", "removal_approval", "legal_hold", "hold_lifted"]
    let ofFlag = """
      (SELECT child_id FROM flag f WHERE f.authority_id = old.authority_id AND f.id = old.flag_id)
      """
    let ofAnswer = """
      (SELECT child_id FROM answer a JOIN flag f ON f.authority_id = a.authority_id
        AND f.id = a.flag_id WHERE a.authority_id = old.authority_id AND a.id = old.answer_id)
      """
    let guarded = [
      keep(
        "contact", "old.child_id",
        or: """
          (r.contact_id = old.id AND (r.below IS NULL OR old.version < r.below))
          """),
      keep(
        "fact", "old.child_id",
        or: """
          (r.below IS NULL AND (old.contact_id = r.contact_id OR (old.corrects IS NOT NULL
          AND NOT EXISTS (SELECT 1 FROM fact c
            WHERE c.authority_id = old.authority_id AND c.id = old.corrects))))
          """),
      keep("child", "old.id"), keep("child_before", "old.id"), keep("flag", "old.child_id"),
      keep("answer", ofFlag), keep("signature", ofAnswer),
    ]
    return (own.map(kept) + own.map(unchanged) + guarded + [salts]).joined(separator: "\n")
  }

  private static func kept(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table)
      BEGIN SELECT raise(ABORT, 'a removal is never deleted'); END;

    """
  }

  private static func unchanged(_ table: String) -> String {
    """
    CREATE TRIGGER \(table)_is_unchanged BEFORE UPDATE ON \(table)
      BEGIN SELECT raise(ABORT, 'a removal is never overwritten'); END;

    """
  }

  private static func keep(_ table: String, _ child: String, or part: String? = nil) -> String {
    let whole = "r.contact_id IS NULL"
    return """
      DROP TRIGGER IF EXISTS \(table)_is_kept;
      CREATE TRIGGER \(table)_is_kept BEFORE DELETE ON \(table)
        WHEN NOT EXISTS (SELECT 1 FROM removal r JOIN removal_approval v
          ON v.authority_id = r.authority_id AND v.removal_id = r.id
          WHERE r.authority_id = old.authority_id AND r.child_id = \(child)
          AND (\(part.map { "\(whole) OR \($0)" } ?? whole)))
        BEGIN SELECT raise(ABORT, 'a row is never deleted but by a removal that two have signed'); END;
      """
  }

  /// Of a hash only the salt is ever taken.
  private static let salts = """
    CREATE TRIGGER audit_record_is_unchanged BEFORE UPDATE ON audit_record
      WHEN new.salt IS NOT NULL OR new.digest IS NOT old.digest OR new.kind IS NOT old.kind
        OR new.key IS NOT old.key OR new.sequence IS NOT old.sequence
        OR new.ordinal IS NOT old.ordinal OR new.authority_id IS NOT old.authority_id
      BEGIN SELECT raise(ABORT, 'a hash is never overwritten'); END;
    """

  /// What was refused is never approved, and what was approved never refused.
  static let refusals =
    """
    CREATE TABLE removal_refusal (
      authority_id BLOB NOT NULL, removal_id BLOB NOT NULL, because TEXT NOT NULL,
      refused_by BLOB NOT NULL, refuser TEXT NOT NULL, refuser_role TEXT NOT NULL,
      refused_at INTEGER NOT NULL,
      PRIMARY KEY (authority_id, removal_id),
      FOREIGN KEY (authority_id, removal_id) REFERENCES removal (authority_id, id)
    ) STRICT, WITHOUT ROWID;
    CREATE INDEX removal_by_child ON removal (authority_id, child_id);
    CREATE TRIGGER removal_is_not_refused BEFORE INSERT ON removal_approval
      WHEN EXISTS (SELECT 1 FROM removal_refusal f
        WHERE f.authority_id = new.authority_id AND f.removal_id = new.removal_id)
      BEGIN SELECT raise(ABORT, 'it was refused'); END;
    CREATE TRIGGER removal_is_not_done BEFORE INSERT ON removal_refusal
      WHEN EXISTS (SELECT 1 FROM removal_approval v
        WHERE v.authority_id = new.authority_id AND v.removal_id = new.removal_id)
      BEGIN SELECT raise(ABORT, 'it was approved'); END;

    """ + kept("removal_refusal") + unchanged("removal_refusal")
}
