import Glibc

/// A file that a command makes.
enum OutputFile {
  /// Writes a text to a file for this user alone, replacing the one that is there.
  /// - Throws: 73 when it can't be made, 74 when it can't be written in full.
  static func write(_ text: String, to path: String) throws(Complaint) {
    let descriptor = open(path, O_WRONLY | O_CREAT | O_TRUNC | O_CLOEXEC | O_NOFOLLOW, 0o600)
    guard descriptor >= 0 else {
      throw Complaint(
        .outputImpossible, "\(path) can't be made: \(InputFile.reason(errno)).")
    }
    defer { close(descriptor) }
    var bytes = Array(text.utf8)[...]
    while !bytes.isEmpty {
      let count = bytes.withUnsafeBytes { Glibc.write(descriptor, $0.baseAddress, $0.count) }
      if count < 0, errno == EINTR { continue }
      guard count > 0 else {
        throw Complaint(
          .inputOutput, "\(path) can't be written: \(InputFile.reason(errno)).")
      }
      bytes = bytes.dropFirst(count)
    }
    guard fsync(descriptor) == 0 else {
      throw Complaint(.inputOutput, "\(path) can't be written: \(InputFile.reason(errno)).")
    }
  }
}
