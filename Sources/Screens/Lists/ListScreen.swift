import Cells

/// A screen that is one list, with finding, narrowing, ordering, moving and the mouse.
protocol ListScreen: Screen, FindableList {
  /// Does what a key of the list's own means.
  mutating func act(_ action: Action, _ situation: Situation) -> [Step]
}

extension ListScreen {
  mutating func act(_ action: Action, _ situation: Situation) -> [Step] { [] }

  mutating func handle(_ action: Action, _ situation: Situation) -> [Step] {
    if let steps = handleFinding(action, situation) { return steps }
    guard case .move(let motion) = action else { return act(action, situation) }
    cursor.move(motion, count: rowCount, page: page(situation))
    return []
  }

  var isTyping: Bool { finder.prompt != nil }

  mutating func type(_ key: Key, _ situation: Situation) -> [Step] { typeFinding(key, situation) }

  mutating func clear(_ situation: Situation) -> [Step]? { clearFinding(situation) ? [] : nil }

  mutating func select(row: Int, _ situation: Situation) -> [Step] {
    let page = page(situation)
    let place = cursor.top(page: page, count: rowCount) + row
    if row < page, place < rowCount { cursor.select(place, count: rowCount, page: page) }
    return []
  }
}
