import Foundation
import Testing
import Vaults

/// Whether a vault can be opened here at all.
private let canMount =
  access("/dev/fuse", R_OK | W_OK) == 0 && Programs.path(of: "gocryptfs") != nil
  && Programs.path(of: "fusermount") != nil

/// Encrypted stores in a real terminal, with the real gocryptfs; skipped, by name, where there is no
/// /dev/fuse to mount with.
@Suite(.serialized, .enabled(if: canMount, "no /dev/fuse, or no gocryptfs"))
struct VaultTests {
  private static let passphrase = "a quiet word"

  /// An encrypted store with one child and its lead, unlocked.
  private func opened() throws -> Tmux {
    let terminal = try Tmux()
    try terminal.run("unset HEED_ALLOW_PLAINTEXT; export HEED_STORE=$HOME/s")
    try terminal.run("clear; heed init --me 'Ida Rowe' --role 'team manager'")
    try terminal.wait { $0.contains("A passphrase for the store") }
    try terminal.run(Self.passphrase)
    try terminal.wait { $0.contains("Again:") }
    try terminal.run(Self.passphrase)
    try terminal.wait { $0.contains("Made an encrypted store") }
    #expect(try !terminal.screen().contains(Self.passphrase))
    return terminal
  }

  private func isUnlocked(_ terminal: Tmux) -> Bool {
    Vault(at: terminal.path("s"))?.isUnlocked ?? false
  }

  /// Nothing of a test is left mounted.
  private func close(_ terminal: Tmux) throws {
    try terminal.run("clear; heed lock; echo let-go")
    try terminal.wait { $0.contains("ocked.\nlet-go") }
    #expect(!isUnlocked(terminal))
  }

  @Test
  func `a store is made with a passphrase, serves commands until it is locked, and then asks`()
    throws
  {
    let terminal = try opened()
    try terminal.run("clear; heed add C1 --name 'Ann Example'; heed children")
    try terminal.wait { $0.contains("Made C1.") && $0.contains("Ann Example") }
    #expect(isUnlocked(terminal))
    try terminal.run("clear; heed lock; heed children")
    try terminal.wait { $0.contains("Locked.") && $0.contains("The store's passphrase:") }
    #expect(!isUnlocked(terminal))
    try terminal.run("another word")
    try terminal.wait { $0.contains("That is not the store's passphrase.") }
    try terminal.run(Self.passphrase)
    try terminal.wait { $0.contains("Ann Example") }
    #expect(try !terminal.screen().contains("word"), "what is typed is never shown")
    try close(terminal)
    try terminal.run("clear; heed children < /dev/null; echo status $?")
    try terminal.wait { $0.contains("status 69") }
  }

  @Test func `a locked screen lets go of the store, and its passphrase brings the screen back`()
    throws
  {
    let terminal = try opened()
    try terminal.run("clear; heed add C1 --name 'Ann Example'; clear; heed")
    try terminal.wait { $0.hasPrefix("Heed  Flagged · the team · encrypted vault") }
    try terminal.openChild("ann", called: "Example, Ann")
    try terminal.openVisit()
    for _ in 0..<8 { try terminal.press("Tab") }
    try terminal.type("He hid.")
    try terminal.wait { $0.contains("draft kept") }
    try terminal.press("Escape")
    try terminal.wait { $0.hasPrefix("Example, Ann") }
    try terminal.press("L")
    try terminal.wait { $0.contains("The store's passphrase, then Enter:") && !$0.contains("Ann") }
    try terminal.wait { _ in !isUnlocked(terminal) }
    try terminal.type("another word")
    try terminal.press("Enter")
    try terminal.wait { $0.contains("That is not the store's passphrase.") }
    try terminal.type(Self.passphrase)
    try terminal.press("Enter")
    try terminal.wait { $0.hasPrefix("Example, Ann") }
    try terminal.press("v")
    try terminal.wait { $0.hasPrefix("Log a visit") && $0.contains("He hid.") }
    try terminal.press("Escape")
    try terminal.wait { $0.hasPrefix("Example, Ann") }
    try terminal.press("q")
    try terminal.wait { $0.hasPrefix("Find") }
    try terminal.press("Escape")
    try terminal.wait { $0.hasPrefix("Heed  Flagged") }
    try terminal.press("q")
    try terminal.waitForShell()
    try close(terminal)
  }

  @Test
  func `8.2 who leaves the screens by q leaves the store unlocked, as a command does`() throws {
    let terminal = try opened()
    try terminal.run("clear; heed lock; heed")
    try terminal.wait { $0.contains("The store's passphrase:") }
    try terminal.run(Self.passphrase)
    try terminal.wait { $0.hasPrefix("Heed  Flagged") }
    try terminal.press("q")
    try terminal.waitForShell()
    #expect(isUnlocked(terminal))
    try terminal.run("clear; heed children; echo told")
    try terminal.wait { $0.contains("told") && !$0.contains("passphrase") }
    try close(terminal)
  }

  @Test func `no process has the passphrase among its arguments or in its environment`() throws {
    let terminal = try opened()
    try terminal.run("clear; heed lock; heed flags")
    try terminal.wait { $0.contains("The store's passphrase:") }
    try terminal.run(Self.passphrase)
    try terminal.wait { $0.contains("No rule has fired") || $0.contains("ready>") }
    try terminal.wait { _ in isUnlocked(terminal) }
    var looked = 0
    for process in try FileManager.default.contentsOfDirectory(atPath: "/proc")
    where Int(process) != nil {
      for file in ["cmdline", "environ"] {
        guard let data = FileManager.default.contents(atPath: "/proc/\(process)/\(file)") else {
          continue
        }
        looked += 1
        #expect(data.range(of: Data(Self.passphrase.utf8)) == nil)
      }
    }
    #expect(looked > 4)
    try close(terminal)
  }

  @Test(.enabled(if: getuid() == 0, "only root reads another process's memory"))
  func `once it is locked nothing of the passphrase is in memory`() throws {
    let terminal = try opened()
    try terminal.run("clear; heed lock; heed")
    try terminal.wait { $0.contains("The store's passphrase:") }
    try terminal.run(Self.passphrase)
    try terminal.wait { $0.hasPrefix("Heed  Flagged") }
    for _ in 1...2 {
      try terminal.press("L")
      try terminal.wait { $0.contains("The store's passphrase, then Enter:") }
      try terminal.wait { _ in !isUnlocked(terminal) }
      #expect(try terminal.count(of: Self.passphrase) == 0)
      // As a person types: one key after the other.
      for character in Self.passphrase.dropLast(4) { try terminal.type(String(character)) }
      try terminal.wait { $0.contains("••••••••") }
      #expect(
        try terminal.count(of: String(Self.passphrase.dropLast(4))) == 1,
        "half of it is there while it is typed")
      for character in Self.passphrase.suffix(4) { try terminal.type(String(character)) }
      try terminal.press("Enter")
      try terminal.wait { $0.hasPrefix("Heed  Flagged") }
    }
    try terminal.press("q")
    try terminal.waitForShell()
    try close(terminal)
  }

  @Test func `a vault that was left without a store is taken up by the next init`() throws {
    let terminal = try opened()
    try terminal.run("clear; heed init; echo refused")
    try terminal.wait { $0.contains("There is something at that path already") }
    try terminal.run(
      "clear; rm $HOME/.s.unlocked/heed.sqlite; heed lock; heed init --me 'Ida Rowe'")
    try terminal.wait { $0.contains("The store's passphrase:") }
    try terminal.run(Self.passphrase)
    try terminal.wait { $0.contains("Made an encrypted store") }
    try close(terminal)
  }

  @Test func `a vault whose program was killed is opened anew with its passphrase`() throws {
    let terminal = try opened()
    try terminal.run(
      "clear; heed add C1 --name 'Ann Example'; pkill -KILL -f \"$HOME/.s.unlocked\"")
    try terminal.wait { $0.contains("Made C1.") }
    try terminal.wait { _ in !isUnlocked(terminal) }
    try terminal.run("clear; heed children")
    try terminal.wait { $0.contains("The store's passphrase:") }
    try terminal.run(Self.passphrase)
    try terminal.wait { $0.contains("Ann Example") }
    try close(terminal)
  }

  @Test func `of two Heeds on one vault neither takes it from the other`() throws {
    let terminal = try opened()
    try terminal.run("clear; heed")
    try terminal.wait { $0.hasPrefix("Heed  Flagged") }
    let other = try Tmux()
    try other.run(
      "unset HEED_ALLOW_PLAINTEXT; export HEED_STORE=\(terminal.path("s")); clear; heed")
    try other.wait { $0.hasPrefix("Heed  Flagged") }
    try other.press("q")
    try other.waitForShell()
    #expect(isUnlocked(terminal), "the first still shows it")
    try other.run("clear; heed lock")
    try other.wait { $0.contains("Another program has the store open") }
    try terminal.press("L")
    try terminal.wait { $0.contains("The store's passphrase, then Enter:") }
    try terminal.wait { _ in !isUnlocked(terminal) }
    try terminal.type(Self.passphrase)
    try terminal.press("Enter")
    try terminal.wait { $0.hasPrefix("Heed  Flagged") }
    try terminal.press("q")
    try terminal.waitForShell()
    try close(terminal)
  }

  @Test func `of two hundred markers none lies outside the vault, in any writing`() throws {
    let terminal = try opened()
    let markers = (0..<200).map { "marker\($0)zebra\($0 &* 7919)" }
    var file = "child_ref,child_name,date,agency,contact_type,child_words\n"
    for (index, marker) in markers.enumerated() {
      file += "M\(index),\(marker) Example,2026-11-02,school,school,they said \(marker) twice\n"
    }
    // The file itself is the person's own: it lies elsewhere and is not Heed's to hide.
    let folder = FileManager.default.temporaryDirectory.appending(path: "heed-\(UUID().uuidString)")
    try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: false)
    defer { try? FileManager.default.removeItem(at: folder) }
    try Data(file.utf8).write(to: folder.appending(path: "m.csv"))
    try terminal.run("clear; heed import \(folder.path)/m.csv")
    try terminal.wait { $0.contains("200") && $0.contains("added") }
    try terminal.run("clear; heed")
    try terminal.wait { $0.hasPrefix("Heed  Flagged") }
    try terminal.openChild("marker7z", called: "Example, marker7z")
    try terminal.openVisit()
    for _ in 0..<8 { try terminal.press("Tab") }
    try terminal.type(markers[7])
    try terminal.wait { $0.contains("draft kept") }
    let unlocked = try Self.found(markers, under: terminal.path(""))
    #expect(unlocked >= 200, "while it is unlocked they are there to be found")
    try terminal.signal("KILL")
    try terminal.waitForShell()
    try close(terminal)
    #expect(try Self.found(markers, under: terminal.path("")) == 0)
  }

  /// How many markers lie under a folder, as they are, in UTF-16, in base64 or in hexadecimal.
  private static func found(_ markers: [String], under folder: String) throws -> Int {
    var patterns: [[UInt8]: Int] = [:]
    for (index, marker) in markers.enumerated() {
      let bytes = Array(marker.utf8)
      let hexadecimal = bytes.map { String($0, radix: 16) }.joined()
      let forms: [[UInt8]] = [
        bytes, bytes.flatMap { [$0, 0] as [UInt8] }, Array(hexadecimal.utf8),
        Array(Data(bytes).base64EncodedString().prefix(12).utf8),
      ]
      for form in forms { patterns[form] = index }
    }
    var seen: Set<Int> = []
    for file in try files(under: folder) where !file.hasSuffix("output-of-tmux") {
      guard let data = FileManager.default.contents(atPath: file) else { continue }
      for (pattern, index) in patterns where !seen.contains(index) {
        if data.range(of: Data(pattern)) != nil { seen.insert(index) }
      }
    }
    return seen.count
  }

  /// Every file below a folder, hidden ones and other file systems' too.
  private static func files(under folder: String) throws -> [String] {
    try FileManager.default.contentsOfDirectory(atPath: folder).flatMap { name -> [String] in
      let path = folder + "/" + name
      var isFolder: ObjCBool = false
      guard FileManager.default.fileExists(atPath: path, isDirectory: &isFolder) else { return [] }
      return isFolder.boolValue ? try files(under: path) : [path]
    }
  }
}
