import Glibc
import Records

/// What the machine says of itself and of who is at the keyboard.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The name of the account that the process runs under.
  static var account: String {
    guard let entry = getpwuid(getuid()), let name = entry.pointee.pw_name else {
      return String(getuid())
    }
    return String(cString: name)
  }

  /// The person's full name as the account gives it, else the account's own name.
  static var fullName: String {
    guard let entry = getpwuid(getuid()), let field = entry.pointee.pw_gecos else { return account }
    let name = String(cString: field).prefix { $0 != "," }
    return name.isEmpty ? account : String(name)
  }

  /// `heed/heed.sqlite` in the data folder of the XDG Base Directory Specification.
  static var defaultStore: String {
    let data = Environment["XDG_DATA_HOME"] ?? (Environment["HOME"] ?? ".") + "/.local/share"
    return data + "/heed/heed.sqlite"
  }
}

/// The machine's clock.
enum Clock {
  static var now: Instant { Instant(seconds: time(nil)) }
}
