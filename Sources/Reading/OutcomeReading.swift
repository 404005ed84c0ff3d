/// Reads what an outcome says: a doctor's view, our decision, who called off, how the child was
/// seen.
enum OutcomeReading {
  static func read(_ text: String) -> Reading {
    var reading = Reading(field: .outcome)
    guard !Placeholder.isNothing(text), !Placeholder.isPending(text) else { return reading }
    let tokens = Tokenizer.tokens(of: text)
    OpinionReading(Scan(text, tokens, .opinions)).fill(&reading)
    DecisionReading(Scan(text, tokens, .steps)).fill(&reading)
    CancelReading(Scan(text, tokens, .cancel)).fill(&reading)
    SeenReading(Scan(text, tokens, .seen)).fill(&reading)
    return reading
  }
}

extension Reading {
  mutating func add(_ sort: Mention.Sort, _ index: Int, in scan: Scan, _ status: Mention.Status) {
    let offsets = scan.offsets(index..<index + 1)
    mentions.append(
      Mention(sort: sort, words: scan.words(at: offsets), range: offsets, status: status))
  }
}
