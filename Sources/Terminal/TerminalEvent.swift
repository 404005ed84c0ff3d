package import Cells

/// What woke the loop.
package enum TerminalEvent: Sendable, Hashable {
  case key(Key)
  case resized(Size)
  /// Continued after a stop; the size may have changed meanwhile.
  case resumed(Size)
  /// SIGTERM, SIGHUP or SIGINT came from outside, by number.
  case terminate(Int32)
  /// Another thread has something for the loop.
  case notice
  /// The terminal is gone.
  case inputEnded
}
