import Flags
import Records

extension ReadingScreen {
  /// A flag in full: why it stands, since when, who is to answer, and every contact it rests on.
  init(_ flag: Flag, child: Child, _ situation: Situation) {
    let rule = FlagRule.of(flag.rule)
    let newest = flag.evidence.sorted { $0.date > $1.date }.map { item in
      "\(item.date.written(today: situation.today))  \(item.agency.written), \(item.kind.rawValue)"
    }
    let fields: [(String, String?)] = [
      ("Why", flag.reason(on: situation.today)),
      ("Rule", "\(flag.rule) \(rule?.name ?? "")"),
      ("Since", flag.raisedOn.long),
      ("Quiet since", flag.quietSince?.long),
      ("Answer", flag.standing(situation)),
      ("Last answer", flag.answer?.written(in: flag, now: situation.now)),
      ("A good answer", rule?.goodAnswer),
      ("It rests on", newest.joined(separator: "\n")),
    ]
    self.init(title: "\(child.listName) · \(flag.band.word) \(flag.rule)", fields: fields)
  }
}
