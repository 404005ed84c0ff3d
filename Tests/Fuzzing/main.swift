import CFuzzer
import FuzzProperties
import Glibc

// `HEED_FUZZ=TARGET Fuzzing [OPTIONS OF LIBFUZZER] [FOLDERS OF INPUTS]`. HEED_FUZZ builds it too, since
// an ordinary build has no libFuzzer to link with. libFuzzer's own `main` gives way to this one, as the
// package manager names the program's.

private enum Chosen {
  static let target = getenv("HEED_FUZZ").flatMap { FuzzTarget(rawValue: String(cString: $0)) }
}

/// What libFuzzer calls with every input.
///
/// Its name is the one that libFuzzer's `main` links with.
@c(LLVMFuzzerTestOneInput)
func check(_ bytes: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  guard let target = Chosen.target else { fatalError("HEED_FUZZ names no target") }
  do throws(BrokenProperty) {
    try target.check(Array(UnsafeBufferPointer(start: bytes, count: count)))
  } catch {
    fatalError(error.description)
  }
  return 0
}

var count = CommandLine.argc
var arguments: UnsafeMutablePointer<UnsafeMutablePointer<CChar>?>? = CommandLine.unsafeArgv
exit(LLVMFuzzerRunDriver(&count, &arguments, check))
