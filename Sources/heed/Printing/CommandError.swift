import ErrorSentences
import Storage

/// The exit statuses of the contract, after sysexits.
enum ExitStatus: Int32 {
  case done = 0
  case usage = 64
  case dataWrong = 65
  case inputUnreadable = 66
  case storeUnavailable = 69
  case outputImpossible = 73
  case inputOutput = 74
  case notPermitted = 77
  case interrupted = 130
}

/// Why a command ends without doing its work: a sentence for a person and a status for a script.
struct CommandError: Error {
  let status: ExitStatus
  /// What was wrong, where, and what to do, in one sentence.
  let sentence: String

  init(_ status: ExitStatus, _ sentence: String) {
    self.status = status
    self.sentence = sentence
  }

  /// What a store's refusal means to a script, and the sentence that begins with what failed.
  init(_ error: StoreError, doing what: String) {
    self.init(ExitStatus(error), "\(what): \(error.words).")
  }
}

/// Asks something of a store; `failure` begins the sentence that is said where the store refuses.
/// - Throws: what the store's refusal means to a script, in one sentence.
func asking<Answer>(
  _ failure: String, _ work: () throws(StoreError) -> Answer
) throws(CommandError) -> Answer {
  do {
    return try work()
  } catch {
    throw CommandError(error, doing: failure)
  }
}
