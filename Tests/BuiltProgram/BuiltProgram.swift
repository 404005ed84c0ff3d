package import Foundation

/// Where the build has put the program.
package enum BuiltProgram {
  /// The program beside the test bundle.
  package static var executable: URL {
    let bundle = URL(filePath: CommandLine.arguments[0]).standardizedFileURL
    var folder = bundle.deletingLastPathComponent()
    while !FileManager.default.isExecutableFile(atPath: folder.appending(path: "heed").path),
      folder.path != "/"
    {
      folder = folder.deletingLastPathComponent()
    }
    return folder.appending(path: "heed")
  }

  /// What is loaded in front of the C library to end a program at a point of its writing.
  package static var crashShim: String {
    executable.deletingLastPathComponent().appending(path: "libCrashShim.so").path
  }
}
