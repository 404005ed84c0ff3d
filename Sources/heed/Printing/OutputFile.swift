import ErrorSentences
import Vaults

/// A file that a command makes.
enum OutputFile {
  /// Writes a text to a file for this user alone, replacing the one that is there.
  /// - Throws: 73 when it can't be made, 74 when it can't be written in full.
  static func write(_ text: String, to path: String) throws(CommandError) {
    do {
      try PrivateFile.write(Array(text.utf8), to: path)
    } catch {
      throw CommandError(ExitStatus(error), error.sentence(about: path))
    }
  }
}

extension ExitStatus {
  /// What a file that was not written means to a script.
  fileprivate init(_ error: PrivateFileError) {
    switch error {
    case .alreadyExists, .notAFile, .cannotMake: self = .outputImpossible
    case .notWritten: self = .inputOutput
    }
  }
}
