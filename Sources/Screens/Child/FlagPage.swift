import Cells
import Records

/// One flag in full, with the keys to answer it and to go on to the next without going back.
struct FlagPage: TextScreen {
  static let keys = KeyTable<Action>.list([
    .init(
      [.tab], "Tab", hint: "next flag", "Shows the next flag, the child's or the list's.", .nextFlag
    ),
    .init(
      [.backTab], "Shift-Tab", hint: nil, "Shows the flag before.", .previousFlag),
    .init([.character("a")], "a", hint: "answer", "Answers this flag.", .answer),
    .init([.character("v")], "v", hint: "visit", "Logs a visit or another contact.", .visit),
    .init(
      [.character("s")], "s", hint: nil, "Signs the decision on this flag, by another.", .sign),
  ])

  let child: Child
  let status: PlanStatus?
  private(set) var flags: [Flag]
  private(set) var index: Int
  /// Every answer to the child's flags, the newest first; until they are read, only the last to each flag.
  private var answers: [Answer]
  /// What the flags rest on; nil until it is read.
  private var record: CaseRecord?
  var shown = LinesOfText()

  init(_ flags: [Flag], at index: Int, child: Child, status: PlanStatus?, file: CaseFile?) {
    self.flags = flags
    self.index = index
    self.child = child
    self.status = status
    answers = file?.answers ?? flags.compactMap(\.answer)
    record = file?.record
  }

  var flag: Flag? { flags.indices.contains(index) ? flags[index] : nil }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    switch action {
    case .nextFlag, .previousFlag:
      let next = index + (action == .nextFlag ? 1 : -1)
      guard flags.indices.contains(next) else { return [.nextChild(forward: action == .nextFlag)] }
      index = next
      shown = LinesOfText()
      return [.say("Flag \(index + 1) of \(flags.count).")]
    case .answer: return flag.map { [.answer($0, child)] } ?? []
    case .sign: return flag.map { [.sign($0, child)] } ?? []
    case .visit: return [.visit(child, status)]
    default: return shown.handle(action, lines(situation), situation)
    }
  }

  var requests: [ReadRequest] { [.child(child.id)] }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] {
    if case .child(let file) = reply, file.id == child.id { show(file) }
    return []
  }

  /// Shows a case that was read again; the flag shown stays, or gives way to the next when it was cleared.
  private mutating func show(_ file: CaseFile) {
    let id = flag?.id
    answers = file.answers
    record = file.record
    flags = file.flags.filter { $0.cleared == nil }
    index = flags.firstIndex { $0.id == id } ?? min(index, max(0, flags.count - 1))
  }

  private func page(_ situation: Situation) -> ReadingScreen? {
    flag.map { flag in
      ReadingScreen(
        flag, child: child, answers.filter { $0.flag == flag.id }, record: record, situation)
    }
  }

  func title(_ situation: Situation) -> String {
    let place = flags.count > 1 ? " · flag \(index + 1) of \(flags.count)" : ""
    return (page(situation)?.title ?? child.listName) + place
  }

  func lines(_ situation: Situation) -> [String] {
    page(situation)?.lines(situation) ?? ["No flag of this child stands any more."]
  }
}
