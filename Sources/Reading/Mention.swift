/// A thing that a text names, and its status: after ConText (Harkema and others, 2009), which asks of each
/// finding whether it is denied, doubtful, past, and whose.
package struct Mention: Hashable, Sendable {
  package let sort: Sort
  /// The words of the text itself.
  package let words: String
  /// Their place, in UTF-8 offsets of the text.
  package let range: Range<Int>
  package var status = Status.present
  package var whose = Whose.child
  /// Who saw or told of it, as the text calls them.
  package var saidBy: String?
  package var sites: [String] = []
  package var kinds: [String] = []
  /// A lower bound.
  package var count = 0

  package enum Sort: String, CaseIterable, Sendable {
    case mark, sign
    case innocentMark = "innocent mark"
    case backReference = "back reference"
    case person, opinion, step, seen, concern, explanation
  }

  package enum Status: String, CaseIterable, Sendable {
    case present, denied, doubtful, past
    case asBefore = "as before"
    case hypothetical
  }

  /// Whose body or doing it is.
  package enum Whose: Hashable, Sendable {
    case child
    case other(String)
  }
}
