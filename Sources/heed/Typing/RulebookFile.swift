import ErrorSentences
import Flags
import Rulebook

/// A rulebook in a file.
enum RulebookFile {
  /// The thresholds of a file, over those given.
  ///
  /// Of several faults all but the last are told at once.
  /// - Throws: 66 when it can't be read, 65 with the last of its faults.
  static func parameters(at path: String, over others: Parameters) throws(CommandError)
    -> Parameters
  {
    let text = try InputFile.text(at: path)
    do {
      return try Parameters(toml: text, over: others)
    } catch {
      let sentences = error.faults.map { $0.sentence(file: path) }
      for sentence in sentences.dropLast() { Output.complain(sentence) }
      throw CommandError(.dataWrong, sentences.last ?? "\(path) is no rulebook.")
    }
  }
}
