import Exchange
import Glibc

/// A file that a command reads.
enum InputFile {
  /// A reader over a file, in chunks of 256 KiB.
  /// - Throws: 66 when it can't be opened or is no file.
  static func csv(at path: String) throws(Complaint) -> CSVReader {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw Complaint(.inputUnreadable, "\(path) can't be read: \(reason(errno)).")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw Complaint(.inputUnreadable, "\(path) is a folder: name a CSV file in it.")
    }
    let descriptorOwner = Descriptor(descriptor)
    return CSVReader { descriptorOwner.chunk() }
  }

  static func reason(_ code: Int32) -> String {
    switch code {
    case ENOENT: "there is no such file"
    case EACCES, EPERM: "you are not allowed to read it"
    case EISDIR: "it is a folder"
    case ENOTDIR: "part of its path is not a folder"
    default: String(cString: strerror(code))
    }
  }

  /// An open file, closed when nobody reads it any more.
  private final class Descriptor {
    private let number: Int32

    init(_ number: Int32) {
      self.number = number
    }

    deinit {
      close(number)
    }

    func chunk() -> [UInt8]? {
      var count = 0
      let bytes = [UInt8](unsafeUninitializedCapacity: 1 << 18) { buffer, filled in
        repeat {
          count = read(number, buffer.baseAddress, buffer.count)
        } while count < 0 && errno == EINTR
        filled = max(0, count)
      }
      return count > 0 ? bytes : nil
    }
  }
}
