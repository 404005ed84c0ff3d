import Records
import Storage

/// Heed without cursor movement: the flagged list as sentences.
struct PlainInterface {
  let store: any CaseStore
  let now: Instant

  func run() throws {
    do {
      _ = try store.refresh(to: now)
      FlaggedSentences.say(try store.flags(includingCleared: false), at: now)
    } catch {
      throw Complaint(error, doing: "The list can't be read")
    }
  }
}
