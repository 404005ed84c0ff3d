import Records
import Storage

extension FailingStore {
  func holds() throws(StoreError) -> [LegalHold] { try store.holds() }

  func hold(
    _ child: Identifier?, because reason: String, by author: String, at now: Instant
  ) throws(StoreError) -> LegalHold {
    try check()
    return try store.hold(child, because: reason, by: author, at: now)
  }

  func lift(
    _ hold: Identifier, because reason: String, by account: String, secret: String, at now: Instant
  ) throws(StoreError) {
    try check()
    try store.lift(hold, because: reason, by: account, secret: secret, at: now)
  }

  func removals() throws(StoreError) -> [Removal] { try store.removals() }

  func propose(
    _ scope: Removal.Scope, of child: Identifier, on ground: Removal.Ground,
    because reason: String, by account: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try check()
    return try store.propose(
      scope, of: child, on: ground, because: reason, by: account, at: now)
  }

  func refuse(
    _ removal: Identifier, because reason: String, by account: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try check()
    return try store.refuse(removal, because: reason, by: account, at: now)
  }

  func approve(
    _ removal: Identifier, by account: String, secret: String, at now: Instant
  ) throws(StoreError) -> Removal {
    try check()
    return try store.approve(removal, by: account, secret: secret, at: now)
  }
}
