import Dispatch
package import Records
package import Storage
import StorageCore
import Synchronization

extension MemoryStore {
  /// Cases as they stood at an earlier moment: what was recorded by then, judged as it would have
  /// been judged, with the answers given by then.
  ///
  /// A flag that the cases hold keeps its id: the same rule raised for the same child on the same
  /// day is the same flag. The former judges each judged until one moment, in order.
  package convenience init(
    recalling files: [CaseFile], as actor: Actor = .current, answers: [Answer] = [],
    asOf moment: Instant, judge: CaseJudge,
    after former: [(judge: CaseJudge, until: Instant)] = [],
    committing: @escaping Committing = {}
  ) throws(StoreError) {
    self.init(as: actor, judge: judge, committing: committing)
    let recalled = files.compactMap { $0.recalled(asOf: moment) }
    let standings = MemoryStore.judged(
      recalled.map(\.record), by: former + [(judge: judge, until: moment)])
    let given = Dictionary(grouping: answers.filter { $0.answeredAt <= moment }, by: \.flag)
    contents.withLock { contents in
      for (file, evaluation) in zip(recalled, standings) {
        contents.insert(file.child)
        contents.cases[file.child.id]?.record = file.record
        contents.cases[file.child.id]?.evaluation = evaluation
        contents.removals += file.tombstones.map(\.removal)
        contents.cases[file.child.id]?.flags = evaluation?.flags ?? []
        contents.recognise(file.flags, given, of: file.child.id, asOf: moment)
        let flags = Set(contents.cases[file.child.id]?.flags.map(\.id) ?? [])
        contents.answers += answers.filter { flags.contains($0.flag) && $0.answeredAt <= moment }
          .map { $0.known(at: moment) }
      }
    }
    // Which flags had no answer is asked again where there were answers.
    if !given.isEmpty { try judgeAgain(recalled.map(\.child.id), at: moment) }
  }

  /// Replaces one child's case by the one that `recalled` has.
  ///
  /// Does nothing when it has none: the child was not known by then.
  func take(_ recalled: MemoryStore, of child: Identifier) {
    let (held, tombstones, answers) = recalled.contents.withLock {
      ($0.cases[child], $0.removals, $0.answers)
    }
    guard let held else { return }
    let flags = Set(held.flags.map(\.id))
    contents.withLock { contents in
      if contents.cases[child] == nil { contents.insert(held.record.child) }
      contents.cases[child] = held
      contents.removals = contents.removals.filter { $0.child != child } + tombstones
      contents.answers.removeAll { flags.contains($0.flag) }
      contents.answers += answers
    }
  }

  /// Judges many cases from their first day, on every core.
  private static func judged(
    _ records: [CaseRecord], by judges: [(judge: CaseJudge, until: Instant)]
  ) -> [Evaluation?] {
    let standings = Mutex([Evaluation?](repeating: nil, count: records.count))
    DispatchQueue.concurrentPerform(iterations: records.count) { index in
      let evaluation = judged(records[index], by: judges)
      standings.withLock { $0[index] = evaluation }
    }
    return standings.withLock { $0 }
  }

  /// Each judge goes on from how the one before left the case, cleared flags among the rest.
  private static func judged(
    _ record: CaseRecord, by judges: [(judge: CaseJudge, until: Instant)]
  ) -> Evaluation? {
    var mint = IdentifierMint()
    var cleared: [Flag] = []
    var evaluation: Evaluation?
    for (judge, until) in judges {
      let known = record.known(at: until)
      if evaluation == nil, known.knownDays.isEmpty, until < judges.last?.until ?? until {
        continue
      }
      evaluation = judge.evaluate(known, evaluation, until, &mint)
      cleared += (evaluation?.flags ?? []).filter { $0.cleared != nil }
    }
    evaluation?.flags.removeAll { $0.cleared != nil }
    evaluation?.flags += cleared
    return evaluation
  }
}

extension CaseFile {
  /// What was known of the case at a moment; nil when nothing was.
  fileprivate func recalled(asOf moment: Instant) -> CaseFile? {
    let known = record.known(at: moment)
    guard child.id.madeAt <= moment || !known.knownDays.isEmpty else { return nil }
    return CaseFile(
      record: known, summary: summary, flags: flags,
      answers: answers.filter { $0.answeredAt <= moment },
      siblings: siblings,
      tombstones: tombstones.filter { $0.date <= moment.londonDay })
  }
}

extension CaseRecord {
  /// What had been recorded by a moment.
  fileprivate func known(at moment: Instant) -> CaseRecord {
    CaseRecord(
      child: child(at: moment), versions: versions.filter { $0.recordedAt <= moment },
      facts: facts.filter { $0.recordedAt <= moment })
  }
}

extension Contents {
  fileprivate mutating func recognise(
    _ known: [Flag], _ answers: [Identifier: [Answer]], of child: Identifier,
    asOf moment: Instant
  ) {
    guard var held = cases[child] else { return }
    held.flags = held.flags.map { flag in
      let match = known.first { $0.rule == flag.rule && $0.raisedOn == flag.raisedOn }
      return match.map {
        flag.recognised(as: $0, answers[$0.id]?.max { $0.id < $1.id }, asOf: moment)
      } ?? flag
    }
    cases[child] = held
  }
}

extension Answer {
  /// The answer without what became of it after a moment.
  fileprivate func known(at moment: Instant) -> Answer {
    var answer = self
    if let broken, broken.at > moment { answer.broken = nil }
    if let signature, signature.at > moment { answer.signature = nil }
    return answer
  }
}

extension Flag {
  /// The same flag with the answer that was its last at the moment.
  fileprivate func recognised(
    as known: Flag, _ given: Answer?, asOf moment: Instant
  ) -> Flag {
    let answer = (given ?? known.answer.flatMap { $0.answeredAt <= moment ? $0 : nil })?
      .known(at: moment)
    return Flag(
      id: known.id, child: child, rule: rule, raisedAt: known.raisedAt, band: band,
      bandSince: bandSince, line: line, evidence: evidence, quietSince: quietSince,
      cleared: cleared, answer: answer, heldFrom: heldFrom)
  }
}
