import ErrorSentences
import Exchange
import Glibc

/// A file that a command reads.
enum InputFile {
  /// A reader over a file, in chunks of 256 KiB.
  /// - Throws: 66 when it can't be opened or is no file.
  static func csv(at path: String) throws(CommandError) -> CSVReader {
    let descriptorOwner = try descriptor(at: path, kind: "CSV file")
    var first = descriptorOwner.chunk()
    if let first,
      first.starts(with: [0xff, 0xfe]) || first.starts(with: [0xfe, 0xff])
        || first.prefix(2).contains(0)
    {
      throw CommandError(
        .dataWrong,
        """
        \(path) is UTF-16 and must be UTF-8: save it again, in a spreadsheet as "CSV UTF-8", or convert it \
        with iconv -f UTF-16 -t UTF-8.
        """)
    }
    return CSVReader {
      defer { first = nil }
      return first ?? descriptorOwner.chunk()
    }
  }

  /// The text of a small file.
  /// - Throws: 66 when it can't be opened, is no file or is larger than 1 MB; 65 when it is not
  ///   UTF-8.
  static func text(at path: String) throws(CommandError) -> String {
    let descriptorOwner = try descriptor(at: path, kind: "file")
    var bytes: [UInt8] = []
    while let chunk = descriptorOwner.chunk() {
      bytes += chunk
      guard bytes.count <= 1_000_000 else {
        throw CommandError(.inputUnreadable, "\(path) can't be read: it is larger than 1 MB.")
      }
    }
    guard let text = String(validating: bytes, as: UTF8.self) else {
      throw CommandError(.dataWrong, "\(path): the text is not UTF-8; save the file as UTF-8.")
    }
    return text
  }

  /// The texts of several small files.
  /// - Throws: as for one.
  static func texts(at paths: [String]) throws(CommandError) -> [String] {
    var texts: [String] = []
    for path in paths { texts.append(try text(at: path)) }
    return texts
  }

  private static func descriptor(
    at path: String, kind: String
  ) throws(CommandError) -> Descriptor {
    let descriptor = path == "-" ? 0 : open(path, O_RDONLY | O_CLOEXEC)
    guard descriptor >= 0 else {
      throw CommandError(.inputUnreadable, "\(path) can't be read: \(SystemError(errno).words).")
    }
    var status = stat()
    guard fstat(descriptor, &status) == 0, status.st_mode & S_IFMT != S_IFDIR else {
      close(descriptor)
      throw CommandError(.inputUnreadable, "\(path) is a folder: name a \(kind) in it.")
    }
    return Descriptor(descriptor)
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
