/// A case judged anew from its first day.
///
/// A flag raised by now keeps its id and its answer, one cleared on a day to come is in force again, and one
/// raised on such a day is ended.
package struct Rejudgement: Hashable, Sendable {
  /// As of the moment up to which the case was judged again.
  package let evaluation: Evaluation
  /// The flags that differ from before, new ones included.
  package let changed: [Flag]
  /// The corrected times that the case was judged by, to be stored with the record.
  package let correctedTimes: [CorrectedTime]

  /// The flags that it ended.
  package var ended: [Flag] { changed.filter { $0.cleared != nil } }
}
