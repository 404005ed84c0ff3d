package import AuditLog
import Records

/// A table of which the audit log keeps hashes: what of a row is hashed, and when it is written.
///
/// A hash is of the values of `SQLRow`, whose bytes are the same whichever engine keeps them. A column without a
/// value adds nothing to it, so that a column added later changes no hash made before.
package struct AuditedTable {
  /// The table's name, which is the kind of its records.
  package let kind: String
  /// The column that names a row: an id, or the number in the order of recording.
  package let key: String
  /// The columns that are hashed.
  package let columns: [String]
  /// The columns whose change writes a record again, after which only its last hash has to match; nil for a record
  /// that is written once.
  package let rewrites: Rewriting?

  package enum Rewriting: Hashable, Sendable {
    case anyColumn
    case column(String)
  }

  private init(
    _ kind: String, key: String = "number", _ columns: [String], rewrites: Rewriting? = nil
  ) {
    self.kind = kind
    self.key = key
    self.columns = columns
    self.rewrites = rewrites
  }

  /// Every table that holds what people recorded or decided.
  ///
  /// Drafts, the search index and standings, which are made anew from the rest, are none.
  package static let all = [
    AuditedTable("contact", ContactRow.columns),
    AuditedTable(
      "fact",
      [
        "id", "child_id", "contact_id", "corrects", "recorded_at", "recorded_by", "kind", "step",
        "day", "content",
      ]),
    AuditedTable("child", key: "id", ChildRow.columns, rewrites: .anyColumn),
    AuditedTable("child_before", ChildRow.columns + ["until"]),
    AuditedTable(
      "flag", key: "id", ["id", "child_id", "rule", "raised_at", "cleared_on", "cleared_why"],
      rewrites: .column("cleared_on")),
    AuditedTable(
      "answer", key: "id",
      [
        "id", "flag_id", "kind", "rung", "owner", "reason", "because", "would_change",
        "holds_until", "answered_by", "answered_at", "signer", "account",
      ]),
    AuditedTable(
      "signature", key: "answer_id", ["answer_id", "person_id", "name", "role", "signed_at"]),
    AuditedTable(
      "person", key: "id", ["id", "name", "role", "sector", "agency_name", "account"],
      rewrites: .anyColumn),
    AuditedTable("secret", ["person_id", "set_at", "line"]),
    AuditedTable("rulebook", ["adopted_at", "adopted_by", "edition", "content"]),
    AuditedTable("legal_hold", key: "id", ["id", "child_id", "because", "set_by", "set_at"]),
    AuditedTable("hold_lifted", key: "hold_id", ["hold_id", "because", "lifted_by", "lifted_at"]),
    AuditedTable(
      "removal", key: "id",
      [
        "id", "child_id", "child_ref", "contact_id", "below", "ground", "kept_as", "kept_until",
        "source", "because", "fingerprint", "proposed_by", "proposer", "proposer_role",
        "proposed_at",
      ]),
    AuditedTable(
      "removal_approval", key: "removal_id",
      [
        "removal_id", "proposed_by", "approved_by", "approver", "approver_role", "approved_at",
        "contacts", "facts", "flags", "answers", "first_day", "last_day", "destroyed",
      ]),
    AuditedTable(
      "removal_refusal", key: "removal_id",
      ["removal_id", "because", "refused_by", "refuser", "refuser_role", "refused_at"]),
  ]

  /// The columns of rows `t` that are hashed.
  package var selected: String { columns.map { "t.\($0)" }.joined(separator: ", ") }

  /// What hashes rows whose first column is another and whose hashed columns follow.
  package var digest: RecordDigest {
    RecordDigest(kind: kind, columns: [nil] + columns)
  }
}

extension RecordDigest {
  /// The hash of a row.
  package mutating func make(salt: [UInt8], _ row: SQLRow) -> [UInt8] {
    make(salt: salt) { place in
      switch row.values[place] {
      case .null: nil
      case .number(let number): .number(number)
      case .text(let text): .text(text)
      case .identifier(let id): .bytes(id.bytes)
      case .bytes(let bytes): .bytes(bytes)
      }
    }
  }
}
