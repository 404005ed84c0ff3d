import Reading

/// Counts how well rows are read, by the figures of the specification.
package struct Score {
  private var rows = 0
  private var rightRows = 0
  private var keys = 0
  private var rightKeys = 0
  private var injuries = 0
  private var injuriesFound = 0
  private var others = 0
  private var othersTaken = 0
  private var falseAccidents = 0
  private var adults = 0
  private var adultsRight = 0
  private(set) var critical: [String] = []

  /// Reads every row of a file; `wrong` is told each that did not come as labelled.
  package init(file: String, wrong: (String) -> Void = { _ in }) throws {
    for row in try Row.read(file) { add(row, wrong) }
  }

  /// What each row of a file is read as, in words that tell every difference.
  package static func readings(file: String) throws -> [String] {
    try Row.read(file).map { "\($0.id) \(Answer($0).shown)" }
  }

  private mutating func add(_ row: Row, _ tell: (String) -> Void) {
    let came = Answer(row)
    var wrong: [String] = []
    for (key, wanted) in row.expect.sorted(by: { $0.key < $1.key }) {
      keys += 1
      if came.matches(key, wanted) { rightKeys += 1 } else { wrong.append(key) }
    }
    rows += 1
    if wrong.isEmpty { rightRows += 1 }
    count(row, came)
    guard !wrong.isEmpty else { return }
    tell(
      """
      \(row.id) \(row.field): \(row.text)
         wanted \(Answer.text(row.expect))
         came   \(came.shown)   [\(row.note)]
      """)
  }

  private mutating func count(_ row: Row, _ came: Answer) {
    if let injury = row.expect["injury"] as? String {
      let taken = came.reading?.injury == .child || came.reading?.injury == .unclear
      if injury == "child" {
        injuries += 1
        if taken { injuriesFound += 1 } else { critical.append("\(row.id) injury missed") }
      } else if injury != "unclear", injury != "as_before" {
        others += 1
        if taken { othersTaken += 1 }
      }
    }
    if let opinion = row.expect["medical_opinion"] as? String, opinion != "accidental",
      came.reading?.medicalOpinion == .accidental
    {
      falseAccidents += 1
      critical.append("\(row.id) accidental")
    }
    if let wanted = row.expect["adults"] as? [String] {
      adults += 1
      if came.matches("adults", wanted) { adultsRight += 1 }
      if !wanted.isEmpty, came.reading?.adults.isEmpty == true {
        critical.append("\(row.id) adults []")
      }
    }
    countOutcome(row, came)
  }

  private mutating func countOutcome(_ row: Row, _ came: Answer) {
    if row.expect["nfa"] as? Bool == false, came.reading?.nfa == true {
      critical.append("\(row.id) nfa")
    }
    if let who = row.expect["cancelled_by"] as? String, who != "service",
      came.reading?.cancelledBy == .service
    {
      critical.append("\(row.id) cancelled_by service")
    }
    if let mode = row.expect["seen_mode"] as? String, mode != "in person",
      came.reading?.seenMode == .inPerson
    {
      critical.append("\(row.id) seen in person")
    }
  }

  /// The share of rows with every key right, in tenths of a percent.
  var rightTenths: Int { rows == 0 ? 1000 : rightRows * 1000 / rows }

  /// Whether every goal of the table is reached.
  package var reachesGoals: Bool {
    injuriesFound * 100 >= injuries * 99 && othersTaken * 100 <= others * 3 && falseAccidents == 0
      && adultsRight * 100 >= adults * 95 && rightRows * 100 >= rows * 92
  }

  /// The figures beside their goals, one a line.
  package var table: String {
    [
      "rows                              \(rows)",
      "injuries of the child found       \(share(injuriesFound, injuries))   goal 99 %",
      "no injury taken for one           \(share(othersTaken, others))   goal at most 3 %",
      "`accidental` where it is not      \(falseAccidents)   goal 0",
      "adults, exact list                \(share(adultsRight, adults))   goal 95 %",
      "rows with every key right         \(share(rightRows, rows))   goal 92 %",
      "keys right                        \(share(rightKeys, keys))",
      "critical errors                   \(critical.isEmpty ? "none" : critical.joined(separator: ", "))",
    ].joined(separator: "\n")
  }

  private func share(_ part: Int, _ whole: Int) -> String {
    guard whole > 0 else { return "none" }
    let tenths = (part * 1000 + whole / 2) / whole
    return "\(part) of \(whole) (\(tenths / 10).\(tenths % 10) %)"
  }
}
