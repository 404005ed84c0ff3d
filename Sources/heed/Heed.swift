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
    subcommands: [
      FlagsCommand.self, ChildrenCommand.self, ChronologyCommand.self, AnswerCommand.self,
      LogCommand.self, AddCommand.self, ImportCommand.self, AgenciesCommand.self, RulesCommand.self,
      AmendCommand.self, CloseCommand.self, NoteCommand.self, FactsCommand.self, SignCommand.self,
      PeopleCommand.self,
      SecretCommand.self, RescanCommand.self, ReadCommand.self, ReplayCommand.self,
      InitCommand.self,
      LockCommand.self, UnlockCommand.self, VerifyCommand.self, AnchorCommand.self,
      BackupCommand.self, RestoreCommand.self, DoctorCommand.self,
      RetentionCommand.self, HoldCommand.self, DisposeCommand.self, EraseCommand.self,
      ApproveCommand.self, RefuseCommand.self, RemovalsCommand.self,
      DemoCommand.self, OpenCommand.self,
    ], defaultSubcommand: OpenCommand.self)

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
    } catch let complaint as CommandError {
      Output.complain(complaint.sentence)
      Glibc.exit(complaint.status.rawValue)
    } catch {
      exit(withError: error)
    }
  }
}
