import Glibc

/// Files that only this user can read, made without following links and never half-written under their name.
package enum PrivateFile {
  /// Creates a new empty file and returns its descriptor.
  /// - Throws: `alreadyExists` for a link too, `cannotMake`.
  static func make(_ path: String) throws(PrivateFileError) -> Int32 {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw errno == EEXIST || errno == ELOOP ? .alreadyExists : .cannotMake(errno)
    }
    return descriptor
  }

  /// Writes a file, replacing an ordinary one of that name; it is whole and on disk when this returns.
  ///
  /// A link of that name is replaced, not followed.
  /// - Throws: `notAFile` where something else has the name, `cannotMake`, `notWritten`.
  package static func write(_ bytes: [UInt8], to path: String) throws(PrivateFileError) {
    var status = stat()
    if lstat(path, &status) == 0 {
      let kind = status.st_mode & S_IFMT
      guard kind == S_IFREG || kind == S_IFLNK else { throw .notAFile }
    }
    let partial = path + ".partial-\(getpid())"
    unlink(partial)
    let descriptor = try make(partial)
    var left = bytes[...]
    while !left.isEmpty {
      let count = left.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else { break }
      left = left.dropFirst(count)
    }
    let isWritten = left.isEmpty && fsync(descriptor) == 0
    var code = errno
    close(descriptor)
    if isWritten, rename(partial, path) == 0 {
      code = 0
    } else if isWritten {
      code = errno
    }
    guard code == 0, isWritten else {
      unlink(partial)
      throw .notWritten(code)
    }
    guard sync(folder(of: path)) else { throw .notWritten(errno) }
  }

  /// Syncs a file that is whole and gives it the name `path`, unless another file has that name.
  /// - Throws: `alreadyExists`, `cannotMake`.
  package static func publish(_ partial: String, as path: String) throws(PrivateFileError) {
    guard sync(partial), take(path, for: partial) else {
      let code = errno
      unlink(partial)
      throw code == EEXIST ? .alreadyExists : .cannotMake(code)
    }
    unlink(partial)
    guard sync(folder(of: path)) else { throw .cannotMake(errno) }
  }

  /// Whether anything has that name, even a link to nothing, or that can't be told.
  package static func isThere(_ path: String) -> Bool {
    var status = stat()
    return lstat(path, &status) == 0 || errno != ENOENT
  }

  /// Returns what is amiss with a file of people's records; nil when nothing is, or there is no file.
  package static func danger(of path: String) -> PrivateFileDanger? {
    var status = stat()
    guard lstat(path, &status) == 0 else { return nil }
    switch status.st_mode & S_IFMT {
    case S_IFLNK: return .link
    case S_IFREG: break
    default: return .notAFile
    }
    if status.st_uid != getuid() { return .anothers }
    if status.st_nlink > 1 { return .secondName }
    return status.st_mode & 0o077 != 0 ? .open : nil
  }

  /// Gives `partial` the name `path` if no other file has it; where there are no hard links, as on a memory
  /// stick, an empty file reserves the name first.
  private static func take(_ path: String, for partial: String) -> Bool {
    if link(partial, path) == 0 { return true }
    guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else { return false }
    guard let descriptor = try? make(path) else { return false }
    close(descriptor)
    return rename(partial, path) == 0
  }

  /// Writes a file or a folder through to disk, and returns whether that succeeded.
  static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }

  private static func folder(of path: String) -> String {
    path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
  }
}

/// Why a file can't be made or written.
package enum PrivateFileError: Error, Hashable, Sendable {
  case alreadyExists
  /// A folder, a pipe or a device has its name.
  case notAFile
  /// The system's own number says why.
  case cannotMake(Int32)
  case notWritten(Int32)
}

/// Why others may read a file, or write to it.
package enum PrivateFileDanger: Hashable, Sendable {
  /// It is a link to another file.
  case link
  case notAFile
  /// It belongs to another account.
  case anothers
  /// It has a second name somewhere.
  case secondName
  /// Its rights let others read or write it.
  case open
}
