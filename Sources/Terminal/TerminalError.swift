/// Why there is no full screen to draw on.
package enum TerminalError: Error, Hashable, Sendable {
  /// Input or output is a file or a pipe.
  case notATerminal
  /// `TERM` names a terminal that this machine has no description of; empty when it isn't set.
  case unknownTerminal(String)
  /// The terminal cannot place its cursor.
  case tooPlain(String)
  /// One is open in this process already.
  case alreadyOpen
  /// The system refused a pipe or the terminal's settings.
  case noResources
}
