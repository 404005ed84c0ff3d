import Flags
import Records

extension ReadingScreen {
  /// A flag in full: why it stands, since when, who is to answer, and every contact it rests on.
  init(
    _ flag: Flag, child: Child, _ answers: [Answer] = [],
    _ situation: Situation
  ) {
    let rule = FlagRule.of(flag.rule)
    let newest = flag.evidence.sorted { $0.date > $1.date }.map { item in
      "\(item.date.written(today: situation.today))  \(item.agency.written), \(item.kind.rawValue)"
    }
    let hindsight = flag.wouldHaveBeenRaisedOn.map { "it would have been raised on \($0.long)" }
    let fields: [(String, String?)] = [
      ("Why", flag.reason(on: situation.today)),
      ("Rule", "\(flag.rule) \(rule?.name ?? "")"),
      ("Since", flag.raisedOn.long),
      ("Typed on its day", hindsight),
      ("Quiet since", flag.quietSince?.long),
      ("Read otherwise", flag.keptSince.map(ReadingScreen.kept)),
      ("Answer", flag.standing(situation)),
      ("Last answer", flag.answer?.written(in: flag, now: situation.now)),
      ("Answers before", ReadingScreen.before(flag, answers, situation)),
      ("A good answer", rule?.goodAnswer),
      ("It rests on", newest.joined(separator: "\n")),
    ]
    self.init(title: "\(child.listName) · \(flag.band.word) \(flag.rule)", fields: fields)
  }

  /// That a flag is kept although the notes are read otherwise since a day.
  private static func kept(since day: CalendarDate) -> String {
    """
    Since \(day.long) a newer version reads the notes so that this would not stand. It stands until heed \
    rescan is run.
    """
  }

  /// The answers that another followed, the newest first.
  private static func before(
    _ flag: Flag, _ answers: [Answer], _ situation: Situation
  ) -> String {
    answers.filter { $0.id != flag.answer?.id }
      .map { $0.written(in: flag, now: situation.now, isLast: false) }.joined(separator: "\n")
  }
}
