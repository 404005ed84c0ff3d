import ErrorSentences
import Records
import Screens
import Storage
import Synchronization

// Writing into the audit log what was read.

extension Desk {
  /// Remembers an access, and writes it after what else was requested, so that running through a list is one write.
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
        // It is written with the next write; that the store can't be written at all is reported.
        if error == .readOnly {
          post(
            .status(.refused("What is read here can't be logged: " + error.words + ".")))
        }
      }
    }
  }
}

extension ReadRequest {
  /// What this request lets a person read of children; nil for nothing.
  var access: Access? {
    switch self {
    case .child(let child): .opened(child)
    case .children, .find, .search: .searched
    case .flagged, .log(.newest), .log(.index): .listed
    case .log(.matches), .log(.rows), .agencies, .ledger, .unfinished: nil
    }
  }
}
