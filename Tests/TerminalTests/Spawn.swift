import Foundation
import Glibc

/// Runs a program to its end, with nothing inherited but three open files.
///
/// Foundation's `Process` hands its descriptors and its blocked signals on; a tmux server would hold
/// the first for ever, and what runs in it would never hear the second.
enum Spawn {
  struct Failed: Error {
    let code: Int32
  }

  /// The exit status, and what the program printed on both outputs.
  static func run(
    _ program: String, _ arguments: [String], environment: [String: String], output: String
  ) throws -> (status: Int32, text: String) {
    var actions = posix_spawn_file_actions_t()
    posix_spawn_file_actions_init(&actions)
    defer { posix_spawn_file_actions_destroy(&actions) }
    posix_spawn_file_actions_addopen(&actions, 0, "/dev/null", O_RDONLY, 0)
    posix_spawn_file_actions_addopen(&actions, 1, output, O_WRONLY | O_CREAT | O_TRUNC, 0o600)
    posix_spawn_file_actions_adddup2(&actions, 1, 2)
    for descriptor in Int32(3)...255 { posix_spawn_file_actions_addclose(&actions, descriptor) }
    var attributes = posix_spawnattr_t()
    posix_spawnattr_init(&attributes)
    defer { posix_spawnattr_destroy(&attributes) }
    var none = sigset_t()
    sigemptyset(&none)
    var every = sigset_t()
    sigfillset(&every)
    posix_spawnattr_setsigmask(&attributes, &none)
    posix_spawnattr_setsigdefault(&attributes, &every)
    posix_spawnattr_setflags(&attributes, Int16(POSIX_SPAWN_SETSIGMASK | POSIX_SPAWN_SETSIGDEF))
    var process: pid_t = 0
    let code = withArray([program] + arguments) { arguments in
      withArray(environment.map { "\($0)=\($1)" }) { environment in
        posix_spawnp(&process, program, &actions, &attributes, arguments, environment)
      }
    }
    guard code == 0 else { throw Failed(code: code) }
    var ended: Int32 = 0
    while waitpid(process, &ended, 0) < 0 && errno == EINTR {}
    let text = try String(contentsOfFile: output, encoding: .utf8)
    return ((ended >> 8) & 0xff, text)
  }

  /// Lends strings as C lends them: pointers with a null one at the end.
  private static func withArray<Answer>(
    _ strings: [String], _ work: ([UnsafeMutablePointer<CChar>?]) -> Answer
  ) -> Answer {
    let pointers = strings.map { strdup($0) } + [nil]
    defer { for pointer in pointers { free(pointer) } }
    return work(pointers)
  }
}
