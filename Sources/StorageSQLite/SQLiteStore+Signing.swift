import Foundation
import GRDB
package import Records
import Secrets
package import Storage

// Signatures, each made with the signer's own secret.

extension SQLiteStore {
  package func sign(
    _ flag: Identifier, answer shown: Identifier, by account: String, secret: String,
    at now: Instant
  ) throws(StoreError) -> Flag {
    try writing { db in
      var signed = try self.flag(flag, in: db)
      let person = try person(of: account, in: db)
      guard let answer = signed.answer, answer.id == shown else {
        throw StoreError.impossibleAnswer(.nothingToSign)
      }
      try answer.checked(signedBy: person)
      guard let sealed = try self.secret(of: person, in: db) else {
        throw StoreError.impossibleAnswer(.noSecret)
      }
      guard sealed.opens(with: secret) else { throw StoreError.impossibleAnswer(.wrongSecret) }
      try db.execute(
        sql: """
          INSERT INTO signature (authority_id, answer_id, person_id, name, role, signed_at)
          VALUES (?, ?, ?, ?, ?, ?)
          """,
        arguments: [
          authority.blob, answer.id.blob, person.id.blob, person.name, person.role.title,
          now.seconds,
        ])
      signed.answer?.signature = Answer.Signature(
        person: person.id, name: person.name, role: person.role, at: now)
      var held = try heldCase(of: signed.child, in: db)
      var mint = held.mint
      _ = try judge(&held, at: now, &mint, in: db)
      return signed
    }
  }

  package func setSecret(
    of account: String, from old: String?, to new: String, at now: Instant
  ) throws(StoreError) {
    guard let sealed = SealedSecret(sealing: new) else { throw .failed(code: 0) }
    try writing { db in
      let person = try person(of: account, in: db)
      if let known = try self.secret(of: person, in: db) {
        guard let old, known.opens(with: old) else {
          throw StoreError.impossibleAnswer(.wrongSecret)
        }
      }
      try db.execute(
        sql: "INSERT INTO secret (authority_id, person_id, set_at, line) VALUES (?, ?, ?, ?)",
        arguments: [authority.blob, person.id.blob, now.seconds, sealed.line])
    }
  }

  package func hasSecret(_ account: String) throws(StoreError) -> Bool {
    try sealed(account) != nil
  }

  package func opens(_ account: String, with secret: String) throws(StoreError) -> Bool {
    try sealed(account)?.opens(with: secret) ?? false
  }

  /// The secret of an account; nil where there is none, or nobody of that account.
  private func sealed(_ account: String) throws(StoreError) -> SealedSecret? {
    try reading { db in
      let person = try people(in: db).first { $0.account == account }
      return try person.flatMap { try self.secret(of: $0, in: db) }
    }
  }

  func secret(of person: Person, in db: Database) throws -> SealedSecret? {
    try String.fetchOne(
      db,
      sql: """
        SELECT line FROM secret WHERE authority_id = ? AND person_id = ? ORDER BY rowid DESC LIMIT 1
        """, arguments: [authority.blob, person.id.blob]
    ).map { SealedSecret(line: $0) }
  }

  func person(of account: String, in db: Database) throws -> Person {
    guard let person = try people(in: db).first(where: { $0.account == account }) else {
      throw StoreError.unknownPerson
    }
    return person
  }

  /// A flag with its last answer.
  /// - Throws: `unknownFlag`.
  func flag(_ flag: Identifier, in db: Database) throws -> Flag {
    let row = try Row.fetchOne(
      db, sql: FlagRow.selection + " WHERE f.authority_id = ? AND f.id = ?",
      arguments: [authority.blob, flag.blob])
    guard let row else { throw StoreError.unknownFlag }
    return try FlagRow.flag(row)
  }
}
