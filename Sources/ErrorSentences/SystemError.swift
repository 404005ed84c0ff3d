import Glibc
package import Vaults

/// The number that the system gave as the reason for a failure, its `errno`.
package struct SystemError: Sendable {
  private let code: Int32

  package init(_ code: Int32) {
    self.code = code
  }

  /// The reason in words, without a full stop.
  package var words: String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "you are not allowed to read it"
    case EISDIR: "it is a folder"
    case ENOTDIR: "part of its path is not a folder"
    default: String(cString: strerror(code))
    }
  }
}

extension PrivateFileError {
  /// Why the file at a path was not written, in one sentence.
  package func sentence(about path: String) -> String {
    switch self {
    case .alreadyExists, .notAFile:
      "\(path) can't be made: something of that name is no ordinary file."
    case .cannotMake(let code): "\(path) can't be made: \(SystemError(code).words)."
    case .notWritten(let code): "\(path) can't be written: \(SystemError(code).words)."
    }
  }
}
