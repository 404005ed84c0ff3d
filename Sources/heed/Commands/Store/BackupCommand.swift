import ArgumentParser
import ErrorSentences
import Glibc
import Records
import Storage
import StorageSQLite
import Vaults

/// `heed backup`: the store in one encrypted file.
struct BackupCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "backup",
    abstract: "Writes the store into a file encrypted with age, while it is in use.",
    discussion: """
      Each --to is a recipient of age, somebody who can open the file; give two, such as the lead and \
      the data protection officer. age-keygen makes a key and says its recipient, age1….
      """)

  @Argument(help: "The file to make.", completion: .file())
  var file: String

  @Option(help: ArgumentHelp("Somebody who can open it, age1…", valueName: "recipient"))
  var to: [String]

  @OptionGroup var options: StoreOptions

  func run() throws {
    guard !to.isEmpty else { throw CommandError(.usage, "Name at least one recipient: --to age1…") }
    let session = try options.open()
    guard let store = session.store as? SQLiteStore, let access = session.access else {
      throw CommandError(
        .storeUnavailable,
        "This store is no file and can't be copied into one: back it up where it is kept.")
    }
    // Beside the store, where the same encryption holds.
    let copy = access.file + ".copy-\(getpid())"
    defer { unlink(copy) }
    try asking("The store can't be copied") { () throws(StoreError) in try store.copy(to: copy) }
    do {
      try AgeFile.encrypt(copy, to: to, into: file)
    } catch {
      throw CommandError(error, about: file)
    }
    try session.logAccess(.backedUp)
    Output.say(
      "Backed up into \(file), for \(counted(to.count, "recipient")). heed restore opens it; try that once."
    )
  }
}

/// `heed restore`: a new store from a backup.
struct RestoreCommand: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "restore",
    abstract: "Makes a new store from a backup, checked before it is there.",
    discussion: """
      Nothing is replaced: the new store is made at a path where there is none. With --anchor its \
      audit log is compared with a checkpoint that was kept elsewhere.
      """)

  @Argument(help: "The backup.", completion: .file())
  var file: String

  @Argument(help: "Where to make the store (default: as for --store).", completion: .file())
  var path: String?

  @Option(
    help: ArgumentHelp("The file of a recipient's secret key.", valueName: "file"),
    completion: .file())
  var identity: String

  @Option(
    help: ArgumentHelp("A checkpoint that was kept elsewhere.", valueName: "file"),
    completion: .file())
  var anchor: [String] = []

  @OptionGroup var options: StoreOptions

  func run() throws {
    let notes = try InputFile.texts(at: anchor)
    for path in [file, identity] where access(path, R_OK) != 0 {
      throw CommandError(.inputUnreadable, "\(path) can't be read: \(SystemError(errno).words).")
    }
    let place = try path ?? options.path()
    let report = try NewStore.make(at: place, isPlain: options.allowsPlaintext) {
      folder throws(CommandError) in
      try restore(into: folder, against: notes)
    }
    Output.say(
      """
      Restored into \(place): \(counted(report.entries, "entry", plural: "entries")) of the log and \
      \(counted(report.records, "record")) are as they were written.
      """)
  }

  /// Makes the store's file, under its own name only once it was checked.
  private func restore(into path: String, against notes: [String]) throws(CommandError)
    -> AuditReport
  {
    let partial = path + ".restoring"
    unlink(partial)
    defer { unlink(partial) }
    do {
      try AgeFile.decrypt(file, with: identity, into: partial)
    } catch {
      throw CommandError(error, about: error == .cannotMake ? path : file)
    }
    let report: AuditReport
    do throws(StoreError) {
      let store = try SQLiteStore(openingAt: partial, judge: Judgement.judge)
      guard try store.isSound() else { throw StoreError.damaged }
      report = try store.audit(against: notes)
      try store.close()
    } catch {
      throw CommandError(.dataWrong, "\(file) holds no sound store: \(error.words).")
    }
    guard report.faults.isEmpty else {
      throw CommandError(
        .dataWrong,
        "\(file) is not what its log says, so nothing was restored. \(report.faults[0].sentence)")
    }
    do {
      try PrivateFile.publish(partial, as: path)
    } catch {
      throw CommandError(
        error == .alreadyExists ? AgeError.alreadyExists : .cannotMake, about: path)
    }
    return report
  }
}

extension ExitStatus {
  /// What a refusal of age means to a script.
  fileprivate init(_ error: AgeError) {
    switch error {
    case .noProgram: self = .storeUnavailable
    case .alreadyExists, .notARecipient, .cannotMake: self = .outputImpossible
    case .notOpened: self = .dataWrong
    }
  }
}

extension CommandError {
  /// Why a file of age's can't be made or opened.
  fileprivate init(_ error: AgeError, about path: String) {
    self.init(ExitStatus(error), error.sentence(about: path))
  }
}
