import Foundation
import Glibc
import Vaults

/// A person's own editor on the text of a note, where their authority allows one.
///
/// The text lies in memory only, in a folder that nobody else can read and that goes with
/// everything the editor left in it: home and temporary folder are that folder too.
enum OwnEditor {
  /// Why the text is as it was.
  enum Failure: Error {
    /// `VISUAL` and `EDITOR` name no program.
    case none
    /// There is no file system in memory here.
    case noMemory
    /// The folder or the file can't be made, or the program can't be started.
    case notStarted
    /// The editor ended with this status.
    case ended(Int32)
    /// What it left is no text, or more than a field holds.
    case unreadable

    var sentence: String {
      switch self {
      case .none: "VISUAL or EDITOR must name your editor: the note is as it was."
      case .noMemory:
        "There is no private folder in memory here for an editor: the note is as it was."
      case .notStarted: "The editor could not be started: the note is as it was."
      case .ended(let status): "The editor ended with status \(status): the note is as it was."
      case .unreadable: "What the editor left is no text of 64 kB at most: the note is as it was."
      }
    }
  }

  /// Whether the authority allows it: the variable is set by whoever administers the machine.
  static var isAllowed: Bool { Environment["HEED_ALLOW_EDITOR"] == "1" }

  /// The most bytes that a field holds.
  private static let limit = 65_536

  /// The text as the editor left it.
  static func edit(_ text: String) throws(Failure) -> String {
    guard let command = Environment["VISUAL"] ?? Environment["EDITOR"] else { throw .none }
    let words = command.split(separator: " ").map(String.init)
    guard let program = words.first else { throw .none }
    guard let memory = memoryFolder else { throw .noMemory }
    guard let folder = makeFolder(in: memory) else { throw .notStarted }
    defer { try? FileManager.default.removeItem(atPath: folder) }
    let file = folder + "/note"
    guard write(text, to: file) else { throw .notStarted }
    let name = program.split(separator: "/").last.map(String.init) ?? program
    let status = run(program, Array(words.dropFirst()) + quiet(name) + [file], home: folder)
    guard let status else { throw .notStarted }
    // An editor that fails after it has written leaves its text; the text before is one undo away.
    if status != 0, FileManager.default.contents(atPath: file) == Data(text.utf8) {
      throw .ended(status)
    }
    guard let data = FileManager.default.contents(atPath: file), data.count <= limit,
      var edited = String(validating: data, as: UTF8.self)
    else { throw .unreadable }
    // Editors end the last line; the note did not.
    if edited.last == "\n", text.last != "\n" { edited.removeLast() }
    return edited
  }

  /// A folder on a file system that is never written to a disk but by swapping.
  private static var memoryFolder: String? {
    let mounts = Mounts.current
    return [Environment["XDG_RUNTIME_DIR"], "/dev/shm"].compactMap { $0 }.first { path in
      access(path, W_OK) == 0 && ["tmpfs", "ramfs"].contains(mounts.kind(of: path) ?? "")
    }
  }

  private static func makeFolder(in memory: String) -> String? {
    var template = Array((memory + "/heed-XXXXXX").utf8CString)
    guard mkdtemp(&template) != nil else { return nil }
    return String(decoding: template.dropLast().map { UInt8(bitPattern: $0) }, as: UTF8.self)
  }

  private static func write(_ text: String, to path: String) -> Bool {
    let flags = O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW | O_CLOEXEC
    let descriptor = open(path, flags, 0o600)
    guard descriptor >= 0 else { return false }
    defer { close(descriptor) }
    return FileHandle(fileDescriptor: descriptor).heedWrite(text)
  }

  /// What keeps an editor of the vi family from leaving copies and from running other programs.
  private static func quiet(_ name: String) -> [String] {
    guard ["vim", "nvim"].contains(name) else { return [] }
    let quiet = ["-n", "-i", "NONE", "--cmd", "set nobackup nowritebackup noundofile"]
    return name == "vim" ? ["-Z"] + quiet : quiet
  }

  /// Runs a program in front of the terminal; its exit status, 128 more than a signal that ended it,
  /// or nil when it could not be started.
  private static func run(_ program: String, _ arguments: [String], home: String) -> Int32? {
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var every = sigset_t()
    sigfillset(&every)
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETPGROUP | POSIX_SPAWN_SETSIGDEF))
    let kept = ["TERM", "LANG", "LC_ALL", "LC_CTYPE", "PATH"]
    let environment =
      kept.compactMap { name in Environment[name].map { "\(name)=\($0)" } }
      + ["HOME=\(home)", "TMPDIR=\(home)"]
    var process: pid_t = 0
    let code = Programs.lent([program] + arguments) { arguments in
      Programs.lent(environment) {
        posix_spawnp(&process, program, nil, &attributes, arguments, $0)
      }
    }
    guard code == 0 else { return nil }
    bringToFront(process)
    defer { bringToFront(getpgrp()) }
    return wait(for: process)
  }

  /// An editor that stops is set going again: nothing would bring it back.
  private static func wait(for process: pid_t) -> Int32 {
    var status: Int32 = 0
    while true {
      guard waitpid(process, &status, WUNTRACED) == process else {
        if errno == EINTR { continue }
        return 127
      }
      guard status & 0xff == 0x7f else { break }
      kill(-process, SIGCONT)
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : 128 + (status & 0x7f)
  }

  /// Gives the terminal to a process group; a background group that does this is not stopped.
  private static func bringToFront(_ group: pid_t) {
    var (blocked, before) = (sigset_t(), sigset_t())
    sigemptyset(&blocked)
    sigaddset(&blocked, SIGTTOU)
    pthread_sigmask(SIG_BLOCK, &blocked, &before)
    tcsetpgrp(0, group)
    pthread_sigmask(SIG_SETMASK, &before, nil)
  }
}

extension FileHandle {
  /// Whether all of a text was written.
  fileprivate func heedWrite(_ text: String) -> Bool {
    (try? write(contentsOf: Data(text.utf8))) != nil
  }
}
