import ErrorSentences
import Records
import Screens
import Storage
import Synchronization

// What was read is remembered in the audit log.

extension Desk {
  /// Remembers an access, and has it written once what else is asked is done: whoever runs through
  /// a list has all of it written at once.
  func remember(_ access: Access) {
    store.remember(access)
    let isComing = isRemembering.withLock { coming in
      defer { coming = true }
      return coming
    }
    if isComing { return }
    queue.async { [self] in
      isRemembering.withLock { $0 = false }
      do throws(StoreError) {
        try store.writeAccesses()
      } catch {
        // It stays remembered and is written with what is written next; a store that can't be
        // written at all is said to be so.
        if error == .readOnly {
          post(
            .status(.refused("What is read here can't be logged: " + error.words + ".")))
        }
      }
    }
  }
}

extension ReadRequest {
  /// What carrying it out lets a person read of children.
  var access: Access? {
    switch self {
    case .child(let child): .opened(child)
    case .children, .find, .search: .searched
    case .flagged, .log(.newest), .log(.index): .listed
    case .log(.matches), .log(.rows), .agencies, .ledger, .unfinished: nil
    }
  }
}
