package import Records
package import Storage

/// What was found of a store and of its machine, before it is judged.
package struct StoreFindings: Sendable {
  /// Where the store is, and how that protects it at rest.
  package enum Place: Sendable {
    case vault(isUnlocked: Bool)
    /// Something is in the folder where the vault's files would be readable.
    case blockedVault(by: String)
    /// A vault on a file system of this kind, on which a save can be lost.
    case unreliableVault(kind: String)
    case nothing
    case encrypted(by: String)
    case plain
    case unreliable(kind: String)
  }

  /// Who may use the store's files.
  package enum Rights: Sendable {
    case notLookedAt
    case ownAccountAlone
    /// Others may use these paths.
    case open([String])
    /// The file is not opened at all, for a reason in a sentence.
    case refused(String)
  }

  /// Whether the store's file is a whole database.
  package enum Soundness: Sendable {
    case notLookedAt
    case whole
    case faulty(StoreError)
  }

  package let path: String
  package let now: Instant
  package var place = Place.nothing
  package var rights = Rights.notLookedAt
  package var libraryVersion = ""
  /// Programs that Heed runs and that are not installed.
  package var missingPrograms: [String] = []
  package var soundness = Soundness.notLookedAt
  /// The free space beside the store; nil where the system does not say.
  package var freeBytes: Int?
  /// The latest time in the audit log; nil where the store can't be looked at.
  package var latestEntry: Instant?
  /// The last day that a child was judged for; nil where the store can't be looked at.
  package var judgedThrough: CalendarDate?
  /// How many children's flags are kept because another version read their notes.
  package var childrenKept = 0
  package var idleMinutes = 0

  /// Starts with nothing found yet of the store at `path`.
  package init(path: String, now: Instant) {
    self.path = path
    self.now = now
  }
}
