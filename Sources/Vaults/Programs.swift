import Glibc
import Secrets

/// Finds and runs programs in the system's own folders, and nowhere else.
package enum Programs {
  package static let folders = ["/usr/local/bin", "/usr/bin", "/bin"]

  /// Returns the path of a program; nil when it is not installed.
  package static func path(of name: String) -> String? {
    folders.map { "\($0)/\(name)" }.first { access($0, X_OK) == 0 }
  }

  /// Runs a program to its end with `line` as its input, and returns its status; nil when it could not be
  /// started, did not get its line, or was ended by a signal.
  ///
  /// It gets no file of this process, and of the environment only a `PATH` of those folders. What it prints
  /// goes into `output`, or is discarded. A program that goes on in the background, as a mounted file
  /// system does, is not waited for.
  static func run(
    _ program: String, _ arguments: [String], line: TypedSecret? = nil, output: Int32? = nil
  ) -> Int32? {
    var ends: [Int32] = [0, 0]
    guard pipe(&ends) == 0 else { return nil }
    for end in ends { _ = fcntl(end, F_SETFD, FD_CLOEXEC) }
    // A pipe accepts so few bytes at once, whether they are read or not.
    var isWritten = true
    line?.withBytes(endingWith: UInt8(ascii: "\n")) {
      isWritten = write(ends[1], $0.baseAddress, $0.count) == $0.count
    }
    close(ends[1])
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_adddup2(&actions, ends[0], 0)
    for descriptor in Int32(1)...2 {
      posix_spawn_file_actions_addopen(&actions, descriptor, "/dev/null", O_WRONLY, 0)
    }
    if let output { posix_spawn_file_actions_adddup2(&actions, output, 1) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var (every, none) = (sigset_t(), sigset_t())
    sigfillset(&every)
    sigemptyset(&none)
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setflags(
      &attributes, Int16(POSIX_SPAWN_SETSIGDEF | POSIX_SPAWN_SETSIGMASK))
    let environment = ["PATH=" + folders.joined(separator: ":")]
    var process: pid_t = 0
    let code = lent([program] + arguments) { words in
      lent(environment) { posix_spawn(&process, program, &actions, &attributes, words, $0) }
    }
    close(ends[0])
    guard code == 0, isWritten else { return nil }
    var status: Int32 = 0
    while waitpid(process, &status, 0) != process {
      if errno != EINTR { return nil }
    }
    return status & 0x7f == 0 ? (status >> 8) & 0xff : nil
  }

  /// Passes strings to `work` as C expects them: pointers with a null one at the end.
  package static func lent<Answer>(
    _ strings: [String], _ work: ([UnsafeMutablePointer<CChar>?]) -> Answer
  ) -> Answer {
    let pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return work(pointers)
  }
}
