import Glibc
package import Records

/// The clock of this machine.
package enum Clock {
  package static var now: Instant { Instant(seconds: time(nil)) }
}
