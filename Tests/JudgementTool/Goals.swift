/// What was asked for, and how often it was not reached.
struct Goals {
  private(set) var missed = 0
  private var asked = 0

  /// Notes whether a goal was reached, and says so in a word.
  mutating func check(_ isReached: Bool) -> String {
    asked += 1
    if !isReached { missed += 1 }
    return isReached ? "ok" : "MISSED"
  }

  func tell() {
    print("Goals: \(asked - missed) of \(asked) reached\(missed > 0 ? ", \(missed) MISSED" : "").")
  }
}
