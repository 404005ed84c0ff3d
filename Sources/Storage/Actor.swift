/// Who asks a store: held by its handle, so that no call can name another.
///
/// People are told apart by their accounts. Two may bear one name, and one may be known by two; what is recorded
/// bears the name that the store knows for the account.
package struct Actor: Hashable, Sendable {
  package let account: String

  package init(account: String) {
    self.account = account
  }

  /// The account under which this process runs.
  package static var current: Actor { Actor(account: Account.current) }
}

/// Who signs, and how it is shown that it is they.
package enum Signer: Hashable, Sendable {
  /// A person's own secret, typed at another's keyboard or at theirs.
  case secret(account: String, secret: String)

  package var account: String {
    switch self {
    case .secret(let account, _): account
    }
  }
}
