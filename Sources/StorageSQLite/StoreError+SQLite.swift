import GRDB
import Storage
import StorageSQL

extension StoreError {
  /// What an error of the database means; bound values and texts stay behind.
  init(_ error: any Error) {
    if let refusal = error as? StoreError {
      self = refusal
      return
    }
    guard let error = error as? DatabaseError else {
      self = error is Unreadable ? .damaged : .failed(code: -1)
      return
    }
    switch error.resultCode {
    case .SQLITE_BUSY, .SQLITE_LOCKED: self = .busy
    case .SQLITE_FULL: self = .full
    case .SQLITE_READONLY: self = .readOnly
    case .SQLITE_IOERR: self = .diskFailed(code: Int(error.extendedResultCode.rawValue))
    case .SQLITE_CORRUPT: self = .damaged
    case .SQLITE_NOTADB: self = .notAStore
    case .SQLITE_CANTOPEN: self = .cannotCreate
    case .SQLITE_PERM, .SQLITE_AUTH: self = .notPermitted
    case .SQLITE_INTERRUPT, .SQLITE_ABORT: self = .cancelled
    default: self = .failed(code: Int(error.extendedResultCode.rawValue))
    }
  }
}
