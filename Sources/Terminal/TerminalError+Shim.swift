internal import CTermShim

extension TerminalError {
  init?(_ result: ts_result, terminal: String) {
    switch result {
    case TS_OPENED: return nil
    case TS_NOT_A_TERMINAL: self = .notATerminal
    case TS_UNKNOWN_TERMINAL: self = .unknownTerminal(terminal)
    case TS_TOO_PLAIN: self = .tooPlain(terminal)
    case TS_ALREADY_OPEN: self = .alreadyOpen
    default: self = .noResources
    }
  }
}
