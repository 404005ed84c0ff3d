import Vaults

/// A file that a command makes.
enum OutputFile {
  /// Writes a text to a file for this user alone, replacing the one that is there.
  /// - Throws: 73 when it can't be made, 74 when it can't be written in full.
  static func write(_ text: String, to path: String) throws(CommandError) {
    do throws(PrivateFileError) {
      try PrivateFile.write(Array(text.utf8), to: path)
    } catch {
      switch error {
      case .alreadyExists, .notAFile:
        throw CommandError(
          .outputImpossible, "\(path) can't be made: something of that name is no ordinary file.")
      case .cannotMake(let code):
        throw CommandError(.outputImpossible, "\(path) can't be made: \(InputFile.reason(code)).")
      case .notWritten(let code):
        throw CommandError(.inputOutput, "\(path) can't be written: \(InputFile.reason(code)).")
      }
    }
  }
}
