import Glibc

/// The operating system's account under which this process runs.
package enum Account {
  package static var current: String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
      return String(getuid())
    }
    return String(cString: name)
  }
}
