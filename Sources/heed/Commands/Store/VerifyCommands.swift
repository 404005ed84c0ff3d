import ArgumentParser
import Foundation
import Glibc
import Reports
import Storage
import Vaults

/// `heed verify`: checks the audit log and every record that it speaks of.
struct VerifyCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "verify",
    abstract: "Checks that no record and no entry of the audit log was changed.",
    discussion: """
      Alone it finds what was changed by somebody who did not also write the log anew. With a \
      checkpoint that was kept elsewhere (heed anchor) it finds that too, and entries cut from the \
      end.
      """)

  @Option(
    help: ArgumentHelp(
      "A checkpoint that was kept elsewhere; may be given more than once.", valueName: "file"),
    completion: .file())
  var anchor: [String] = []

  @OptionGroup var options: StoreOptions

  func run() throws {
    let notes = try InputFile.texts(at: anchor)
    let session = try options.open()
    let report = try asking("The audit log can't be checked") { () throws(StoreError) in
      try session.store.audit(against: notes)
    }
    let root = Data(report.root).base64EncodedString()
    options.say(AuditTelling(report, head: root, anchors: notes.count))
    if report.faults.allSatisfy({ $0 == .notAnAnchor }), !report.faults.isEmpty {
      throw CommandError(
        .dataWrong,
        "The store is as its log says, but not every file given could be compared: look which one it is."
      )
    }
    guard report.faults.isEmpty else {
      throw CommandError(
        .dataWrong,
        "The store is not what its log says: keep the file as it is, and restore a backup elsewhere."
      )
    }
  }
}

/// `heed anchor`: gives the log's head to be kept where nobody who can change the store can.
struct AnchorCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "anchor",
    abstract: "Gives a checkpoint of the audit log, to be kept elsewhere.",
    discussion: """
      Without a file it is printed, for a sign-off sheet or another machine. A file must lie on other \
      storage than the store: beside it, whoever changes the one changes the other.
      """)

  @Argument(help: "Where to keep it, on other storage.", completion: .file())
  var file: String?

  @OptionGroup var options: StoreOptions

  func run() throws {
    if let file, access(file, F_OK) == 0 {
      throw CommandError(
        .outputImpossible,
        "\(file) is there already: an earlier checkpoint is kept, so name another file.")
    }
    let session = try options.open()
    if let file, let access = session.access, AnchorCommand.isBeside(file, access) {
      throw CommandError(
        .outputImpossible,
        "\(file) lies on the same storage as the store: keep the checkpoint on another, or print it."
      )
    }
    let note = try asking("No checkpoint can be made") { () throws(StoreError) in
      try session.store.checkpoint()
    }
    guard let file else { return Output.raw(note) }
    try OutputFile.write(note, to: file)
    Output.say("Kept a checkpoint in \(file).")
  }

  /// Whether a file would lie on the device that holds the store, or its vault.
  private static func isBeside(_ file: String, _ access: StoreAccess) -> Bool {
    let parts = file.split(separator: "/", omittingEmptySubsequences: false).dropLast()
    let folder = parts.isEmpty ? "." : parts.joined(separator: "/") + "/"
    let devices = [access.file, access.vault?.folder].compactMap { $0.flatMap(device) }
    return device(folder).map(devices.contains) ?? false
  }

  private static func device(_ path: String) -> UInt? {
    var status = stat()
    return stat(path, &status) == 0 ? UInt(status.st_dev) : nil
  }
}
