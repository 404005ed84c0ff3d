import ArgumentParser
import CProcess
import Glibc

/// The program: its commands, and how each of them ends.
@main
struct Heed: ParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "heed",
    abstract: "Shows which children are visited again and again while nobody acts.",
    version: "0.1.0",
    groupedSubcommands: [everyDay, lead, records, store, files],
    defaultSubcommand: OpenCommand.self)

  private static let everyDay = CommandGroup(
    name: "Every day",
    subcommands: [
      OpenCommand.self, FlagsCommand.self, ChildrenCommand.self, ChronologyCommand.self,
      LogCommand.self, NoteCommand.self, FactsCommand.self, AnswerCommand.self,
      AmendCommand.self, CloseCommand.self, AddCommand.self, AgenciesCommand.self,
      DemoCommand.self,
    ])

  private static let lead = CommandGroup(
    name: "Lead",
    subcommands: [
      SignCommand.self, SecretCommand.self, PeopleCommand.self, RulesCommand.self,
      RescanCommand.self,
    ])

  private static let records = CommandGroup(
    name: "Records",
    subcommands: [
      RetentionCommand.self, HoldCommand.self, DisposeCommand.self, EraseCommand.self,
      ApproveCommand.self, RefuseCommand.self, RemovalsCommand.self,
    ])

  private static let store = CommandGroup(
    name: "Store and safety",
    subcommands: [
      InitCommand.self, LockCommand.self, UnlockCommand.self, BackupCommand.self,
      RestoreCommand.self, VerifyCommand.self, AnchorCommand.self, DoctorCommand.self,
    ])

  private static let files = CommandGroup(
    name: "Files",
    subcommands: [ImportCommand.self, ReplayCommand.self, ReadCommand.self])

  static func main() {
    umask(0o077)
    // A core file would hold what people said about children.
    cp_forbid_core_dumps()
    // A file that may not grow is told by the write that fails.
    signal(SIGXFSZ, SIG_IGN)
    do {
      try Arguments.check()
      var command = try parseAsRoot()
      try command.run()
    } catch let error as CommandError {
      Output.complain(error.sentence)
      Glibc.exit(error.status.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
