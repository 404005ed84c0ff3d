import Glibc

/// A file encrypted with age for one or more recipients.
package enum AgeFile {
  /// Encrypts `path` into a new file, which is on disk, with its name, when this returns.
  /// - Throws: `noProgram`, `alreadyExists`, `notARecipient`, `cannotMake`.
  package static func encrypt(
    _ path: String, to recipients: [String], into encrypted: String
  ) throws(AgeError) {
    guard access(encrypted, F_OK) != 0 else { throw .alreadyExists }
    let partial = encrypted + ".partial"
    unlink(partial)
    guard try run(recipients.flatMap { ["-r", $0] } + [path], into: partial) else {
      unlink(partial)
      throw .notARecipient
    }
    do {
      try PrivateFile.publish(partial, as: encrypted)
    } catch {
      throw error == .alreadyExists ? .alreadyExists : .cannotMake
    }
  }

  /// Decrypts `encrypted` into a new file, which is on disk when this returns.
  /// - Throws: `noProgram`, `alreadyExists`, `notOpened`.
  package static func decrypt(
    _ encrypted: String, with identity: String, into path: String
  ) throws(AgeError) {
    guard access(path, F_OK) != 0 else { throw .alreadyExists }
    guard try run(["-d", "-i", identity, encrypted], into: path), PrivateFile.sync(path) else {
      unlink(path)
      throw .notOpened
    }
  }

  /// Runs age with its output into a new file at `path`, and returns whether it succeeded.
  private static func run(_ arguments: [String], into path: String) throws(AgeError) -> Bool {
    guard let program = Programs.path(of: "age") else { throw .noProgram }
    let descriptor: Int32
    do {
      descriptor = try PrivateFile.make(path)
    } catch {
      throw error == .alreadyExists ? .alreadyExists : .cannotMake
    }
    defer { close(descriptor) }
    return Programs.run(program, arguments, output: descriptor) == 0
  }
}

/// Why a file can't be encrypted or decrypted.
package enum AgeError: Error, Hashable, Sendable {
  /// age is not installed.
  case noProgram
  case alreadyExists
  /// A recipient is not valid, or the disk is full.
  case notARecipient
  case cannotMake
  /// The key is not one of the file's, or the file was cut or changed.
  case notOpened
}
