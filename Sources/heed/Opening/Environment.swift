import Glibc
import Records
import Storage

/// What the machine says of itself and of who is at the keyboard.
enum Environment {
  static subscript(name: String) -> String? {
    guard let value = getenv(name) else { return nil }
    let text = String(cString: value)
    return text.isEmpty ? nil : text
  }

  /// The name of the account that the process runs under.
  static var account: String { Account.current }

  /// The person's full name as the account gives it, else the account's own name.
  static var fullName: String {
    guard let entry = getpwuid(getuid()), let field = entry.pointee.pw_gecos else { return account }
    let name = String(cString: field).prefix { $0 != "," }
    return name.isEmpty ? account : String(name)
  }

  /// `heed/heed.sqlite`, a plain store, where there is one in the data folder of the XDG Base
  /// Directory Specification, else `heed/vault`.
  static var defaultStore: String {
    access(plainStore, F_OK) == 0 ? plainStore : dataFolder + "/heed/vault"
  }

  /// Where a plain store is made when no place is named.
  static var plainStore: String { dataFolder + "/heed/heed.sqlite" }

  /// Never the folder in which the command happens to run.
  private static var dataFolder: String {
    if let named = Environment["XDG_DATA_HOME"], named.hasPrefix("/") { return named }
    return (Environment["HOME"] ?? accountsHome) + "/.local/share"
  }

  private static var accountsHome: String {
    guard let entry = getpwuid(getuid()), let home = entry.pointee.pw_dir else { return "/" }
    return String(cString: home)
  }
}
