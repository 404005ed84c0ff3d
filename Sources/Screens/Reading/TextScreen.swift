import Cells

/// A screen that is one page of text.
protocol TextScreen: Screen {
  var shown: LinesOfText { get set }
  func title(_ situation: Situation) -> String
  func lines(_ situation: Situation) -> [String]
}

extension TextScreen {
  static var keys: KeyTable<Action> { LinesOfText.keys }
  var requests: [ReadRequest] { [] }

  mutating func handle(_ reply: ReadReply, _ situation: Situation) -> [Step] { [] }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    shown.handle(action, lines(situation), situation)
  }

  var isTyping: Bool { shown.finder.prompt != nil }

  mutating func type(_ key: Key, _ situation: Situation) -> [Step] {
    shown.type(key, lines(situation), situation)
  }

  mutating func clear(_ situation: Situation) -> [Step]? {
    shown.clearFinding(situation) ? [] : nil
  }

  func draw(_ situation: Situation) -> Frame {
    shown.draw(title(situation), lines(situation), situation, keys: keys)
  }
}
