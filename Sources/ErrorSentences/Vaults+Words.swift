package import Vaults

extension PrivateFileDanger {
  /// Says what is amiss and how to mend it; the sentence goes on from the file's path.
  package var words: String {
    switch self {
    case .link: "is a link: name the file itself with --store."
    case .notAFile: "is no ordinary file: check --store."
    case .anothers: "belongs to another account: only its owner opens a store."
    case .secondName: "has a second name somewhere (a hard link): copy it, and remove both names."
    case .open: "can be read or written by others: take their rights away with chmod 600."
    }
  }
}

extension VaultError {
  /// Says in one sentence what is amiss with an encrypted store, and how to mend it.
  package var sentence: String {
    switch self {
    case .noProgram:
      "gocryptfs or fusermount is not installed: install the packages gocryptfs and fuse3."
    case .noFuse: "This account may not use /dev/fuse, which an encrypted store needs."
    case .wrongPassphrase: "That is not the store's passphrase."
    case .inUse: "Another program has the store open, so it stays unlocked until that ends."
    case .alreadyExists: "There is something at that path already: choose another."
    case .placeTaken(let place):
      """
      The encrypted store can't be unlocked: there is something in \(place), where its files would be. \
      Heed put nothing there; move it elsewhere.
      """
    case .cannotMake: "The encrypted store can't be made there: check the folder and its rights."
    case .failed:
      "The encrypted store can't be opened or let go of: heed doctor says what is amiss."
    }
  }
}

extension AgeError {
  /// Why a file of age's can't be made or opened and what to do, in one sentence.
  package func sentence(about path: String) -> String {
    switch self {
    case .noProgram: "age is not installed: install the package age."
    case .alreadyExists: "\(path) is there already; choose another path."
    case .notARecipient:
      "\(path) can't be made: check that each recipient begins with age1, and the space on the disk."
    case .cannotMake: "\(path) can't be made: check its folder."
    case .notOpened:
      "\(path) can't be opened with this key, or it was cut or changed: nothing was restored."
    }
  }
}
