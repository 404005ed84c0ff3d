internal import CTermShim

/// Wakes the loop from another thread; a burst of sends may be one notice.
package struct Notice: Sendable {
  package func send() {
    ts_notify()
  }
}
