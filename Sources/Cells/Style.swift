/// What a cell means; the terminal alone knows how that looks.
///
/// The four bands are told apart by words first: a style only adds weight to them.
package enum Style: Hashable, Sendable, CaseIterable {
  case body, heading, dim, selected, hint, problem, notice, input, evidence
  case today, week, supervision, record

  /// The letter for this style in `Frame.styles`.
  package var letter: Character {
    switch self {
    case .body: "."
    case .heading: "H"
    case .dim: "d"
    case .selected: "S"
    case .hint: "h"
    case .problem: "P"
    case .notice: "N"
    case .input: "I"
    case .evidence: "E"
    case .today: "T"
    case .week: "W"
    case .supervision: "U"
    case .record: "R"
    }
  }
}
