import Foundation

extension InjectionCorpus {
  /// A file of contacts, two with a child for each text, `C0` the first, with injuries enough to flag
  /// each.
  ///
  /// The days lie far enough apart that the same words about both are two injuries.
  package static var contacts: String {
    "child_ref,date,agency,contact_type,injuries,injury_count,child_seen,plan\n"
      + texts.indices.map { number in
        """
        C\(number),2026-04-24,police,police attendance,bruise to cheek,1,yes,cin
        C\(number),2026-05-02,health,GP,burn to hand,1,yes,cin

        """
      }.joined()
  }

  /// Writes texts into a store of such contacts, one text into all that holds free text of one child.
  /// - Throws: when it can't be written.
  package static func plant(_ texts: [String], in store: String) throws {
    let list = store + ".texts"
    try JSONSerialization.data(withJSONObject: texts).write(to: URL(filePath: list))
    let process = Process()
    process.executableURL = URL(filePath: "/usr/bin/env")
    let script = URL(filePath: #filePath).deletingLastPathComponent().appending(path: "plant.py")
    process.arguments = ["python3", script.path, store, list]
    try process.run()
    process.waitUntilExit()
    guard process.terminationStatus == 0 else { throw NotPlanted() }
  }

  /// The store could not be written to.
  package struct NotPlanted: Error {}
}
