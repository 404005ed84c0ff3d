import Flags
import Records

extension ReadingScreen {
  /// A flag in full: why it was raised, since when, who is to answer, and every contact it rests on.
  init(
    _ flag: Flag, child: Child, _ answers: [Answer] = [], record: CaseRecord? = nil,
    _ situation: Situation
  ) {
    let rule = FlagRule.of(flag.rule)
    let words = record.map { ReadingScreen.words(of: flag, in: $0) } ?? [:]
    let newest = flag.evidence.sorted { $0.date > $1.date }.map { item in
      let what = "\(item.agency.written), \(item.kind.rawValue)"
      let quoted = words[item.contact].map { ": " + $0 } ?? ""
      return "\(item.date.written(today: situation.today))  \(what)\(quoted)"
    }
    let hindsight = flag.wouldHaveBeenRaisedOn.map { "it would have been raised on \($0.long)" }
    let fields: [(String, String?)] = [
      ("Why", flag.reason(on: situation.today)),
      ("Rule", "\(flag.rule) \(rule?.name ?? "")"),
      ("Since", flag.raisedOn.long),
      ("Typed on its day", hindsight),
      ("Quiet since", flag.quietSince?.long),
      ("Answer", flag.standing(situation)),
      ("Last answer", flag.answer?.written(in: flag, now: situation.now)),
      ("Answers before", ReadingScreen.before(flag, answers, situation)),
      ("A good answer", rule?.goodAnswer),
      ("It rests on", newest.joined(separator: "\n")),
    ]
    self.init(title: "\(child.listName) · \(flag.band.word) \(flag.rule)", fields: fields)
  }

  /// Returns the words that a flag rests on, by contact; none for a rule that reads no words.
  private static func words(of flag: Flag, in record: CaseRecord) -> [Identifier: String] {
    guard let rule = FlagRule.of(flag.rule), !rule.restsOn.isEmpty else { return [:] }
    let ids = Set(flag.evidence.map(\.contact))
    let answers = ReadingAnswers(in: record.facts)
    let words = record.contacts().filter { ids.contains($0.id) }.map { contact in
      let isInjury = answers.answer(about: contact)?.fact.says(.areInjury)
      return (contact.id, rule.words(in: contact, answered: isInjury).joined(separator: ", "))
    }
    return Dictionary(uniqueKeysWithValues: words.filter { !$0.1.isEmpty })
  }

  /// Returns the answers before the last one, the newest first.
  private static func before(
    _ flag: Flag, _ answers: [Answer], _ situation: Situation
  ) -> String {
    answers.filter { $0.id != flag.answer?.id }
      .map { $0.written(in: flag, now: situation.now, isLast: false) }.joined(separator: "\n")
  }
}
