import Flags
import Records
import Storage
import StorageMemory

/// The judges that a store had until a moment, and how cases are recalled with them.
struct PastJudges: Sendable {
  let moment: Instant
  /// The thresholds that were in force then.
  let parameters: Parameters
  private let former: [(judge: CaseJudge, until: Instant)]

  /// - Throws: `programTooOld` when a rulebook of the store can't be read.
  init(of store: any CaseStore, at moment: Instant) throws(StoreError) {
    self.moment = moment
    let adopted = try store.rulebooks().filter { $0.at <= moment }
    guard let parameters = Judgement.parameters(of: adopted) else { throw .programTooOld }
    self.parameters = parameters
    var former: [(judge: CaseJudge, until: Instant)] = []
    for (index, rulebook) in adopted.enumerated() {
      guard let before = Judgement.parameters(of: Array(adopted.prefix(index))) else {
        throw .programTooOld
      }
      former.append((judge: Judgement.judge(before), until: rulebook.at))
    }
    self.former = former
  }

  /// Cases as they stood at the moment, with the answers given by then.
  func recalled(
    _ files: [CaseFile], from store: any CaseStore
  ) throws(StoreError) -> MemoryStore {
    try MemoryStore(
      recalling: files, answers: files.flatMap(\.answers).sorted { $0.id < $1.id }, asOf: moment,
      judge: Judgement.judge(parameters), after: former)
  }
}
