package import Records
import Synchronization

extension MemoryStore {
  /// Cases as they stood at an earlier moment: what was recorded by then, judged as it would have
  /// been judged, with the answers given by then.
  ///
  /// A flag that the cases hold keeps its id: the same rule raised for the same child on the same
  /// day is the same flag.
  package convenience init(
    recalling files: [CaseFile], asOf moment: Instant, evaluate: @escaping Evaluate
  ) {
    self.init(evaluate: evaluate)
    contents.withLock { contents in
      for file in files {
        let versions = file.record.versions.filter { $0.recordedAt <= moment }
        guard file.child.id.madeAt <= moment || !versions.isEmpty else { continue }
        contents.insert(file.child)
        contents.cases[file.child.id]?.record.versions = versions
        _ = contents.judge(file.child.id, at: moment, by: evaluate)
        contents.recognise(file.flags, of: file.child.id, asOf: moment)
      }
    }
  }
}

extension Contents {
  fileprivate mutating func recognise(
    _ known: [Flag], of child: Identifier, asOf moment: Instant
  ) {
    guard var held = cases[child] else { return }
    held.flags = held.flags.map { flag in
      let match = known.first { $0.rule == flag.rule && $0.raisedOn == flag.raisedOn }
      return match.map { flag.recognised(as: $0, asOf: moment) } ?? flag
    }
    cases[child] = held
  }
}

extension Flag {
  fileprivate func recognised(as known: Flag, asOf moment: Instant) -> Flag {
    var answer = known.answer.flatMap { $0.answeredAt <= moment ? $0 : nil }
    if let broken = answer?.broken, broken.at > moment { answer?.broken = nil }
    return Flag(
      id: known.id, child: child, rule: rule, raisedAt: known.raisedAt, band: band,
      bandSince: bandSince, line: line, evidence: evidence, quietSince: quietSince,
      cleared: cleared, answer: answer)
  }
}
