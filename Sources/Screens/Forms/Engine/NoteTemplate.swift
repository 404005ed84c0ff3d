/// Headings that a key inserts into a note: they ask, and never say anything about a child.
struct NoteTemplate: Hashable, Sendable {
  let name: String
  let headings: [String]

  /// In the order of the keys Alt-1 and on.
  static let all = [
    NoteTemplate(
      name: "visit",
      headings: [
        "The home", "Who was there", "How they were with each other", "What we agreed last time",
        "What has changed", "Next",
      ]),
    NoteTemplate(name: "call", headings: ["Who rang", "What they said", "What I asked", "Next"]),
    NoteTemplate(
      name: "no access",
      headings: ["How I tried", "Seen or heard from outside", "Who I told", "Next try"]),
    NoteTemplate(
      name: "school",
      headings: ["Attendance", "How they arrive", "What staff have seen", "Who collects"]),
    NoteTemplate(
      name: "meeting",
      headings: ["Who came", "Who did not", "What each agency knows", "Decided, by whom, by when"]),
  ]

  var text: String { headings.map { $0 + ": " }.joined(separator: "\n") }

  /// Returns the template of a digit key.
  static func of(_ digit: Character) -> NoteTemplate? {
    digit.wholeNumberValue.flatMap { all.indices.contains($0 - 1) ? all[$0 - 1] : nil }
  }
}
