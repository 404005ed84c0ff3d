import Glibc

/// A file encrypted with age for one or more recipients.
package enum AgeFile {
  /// Encrypts a file into another that is not there yet; on disk, with its name, when it returns.
  /// - Throws: `noProgram`, `alreadyExists`, `notARecipient`, `cannotMake`.
  package static func encrypt(
    _ path: String, to recipients: [String], into encrypted: String
  ) throws(AgeError) {
    guard let program = Programs.path(of: "age") else { throw .noProgram }
    guard access(encrypted, F_OK) != 0 else { throw .alreadyExists }
    let partial = encrypted + ".partial"
    unlink(partial)
    let arguments = recipients.flatMap { ["-r", $0] } + ["-o", partial, path]
    guard Programs.run(program, arguments) == 0 else {
      unlink(partial)
      throw .notARecipient
    }
    try publish(partial, as: encrypted)
  }

  /// Decrypts a file into another that is not there yet; on disk when it returns.
  /// - Throws: `noProgram`, `alreadyExists`, `notOpened`.
  package static func decrypt(
    _ encrypted: String, with identity: String, into path: String
  ) throws(AgeError) {
    guard let program = Programs.path(of: "age") else { throw .noProgram }
    guard access(path, F_OK) != 0 else { throw .alreadyExists }
    let arguments = ["-d", "-i", identity, "-o", path, encrypted]
    guard Programs.run(program, arguments) == 0, sync(path) else {
      unlink(path)
      throw .notOpened
    }
  }

  /// Gives a file that is whole its name, and never takes another's.
  /// - Throws: `alreadyExists`, `cannotMake`.
  package static func publish(_ partial: String, as path: String) throws(AgeError) {
    let folder = path.lastIndex(of: "/").map { String(path[...$0]) } ?? "."
    guard sync(partial), take(path, for: partial) else {
      let code = errno
      unlink(partial)
      throw code == EEXIST ? .alreadyExists : .cannotMake
    }
    unlink(partial)
    guard sync(folder) else { throw .cannotMake }
  }

  /// Gives a file a name that no other has; where there are no links, as on a memory stick, an empty
  /// file keeps the name until it is taken.
  private static func take(_ path: String, for partial: String) -> Bool {
    if link(partial, path) == 0 { return true }
    guard [EPERM, ENOTSUP, ENOSYS, EMLINK].contains(errno) else { return false }
    let descriptor = open(path, O_WRONLY | O_CREAT | O_EXCL | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else { return false }
    close(descriptor)
    return rename(partial, path) == 0
  }

  /// Whether a file or a folder is on disk.
  private static func sync(_ path: String) -> Bool {
    let descriptor = open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return fsync(descriptor) == 0
  }
}

/// Why a file can't be encrypted or decrypted.
package enum AgeError: Error, Hashable, Sendable {
  /// age is not installed.
  case noProgram
  case alreadyExists
  /// A recipient is none, or the disk is full.
  case notARecipient
  case cannotMake
  /// The key is not one of the file's, or the file was cut or changed.
  case notOpened
}
