package import Records

/// A flag that was answered or signed just now.
package struct AnsweredReport: Report {
  private let flag: Flag
  private let context: ReportContext

  package init(_ flag: Flag, in context: ReportContext) {
    self.flag = flag
    self.context = context
  }

  package var json: JSON {
    .object([
      ("id", .string(flag.id.description)), ("saved", .bool(true)),
      ("state", .word(flag.state(at: context.now, calendar: context.calendar))),
      ("answer", flag.answer?.json ?? .null),
    ])
  }

  /// Says until when the answer is in force, or whose signature it awaits.
  package var lines: [String] {
    let until = flag.answer?.holdsUntil.londonDay.shortWithYear ?? ""
    guard let needed = flag.answer?.signer, flag.answer?.awaitsSignature == true else {
      return ["Saved: \(flag.rule) is answered until \(until)."]
    }
    return [
      """
      Saved: the decision on \(flag.rule) awaits the signature of a \(needed.title); until then the \
      flag stays open. heed sign signs it.
      """
    ]
  }
}
