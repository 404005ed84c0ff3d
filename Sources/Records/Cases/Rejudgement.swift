/// A case judged anew from its first day.
///
/// A flag that was raised by now keeps its id and its answer, one that was cleared on a day to come stands
/// again, and one that was raised on such a day is ended.
package struct Rejudgement: Hashable, Sendable {
  /// As of the moment to which it was rewound.
  package let evaluation: Evaluation
  /// Flags that are other than they were, and those that nobody had raised.
  package let changed: [Flag]
  /// What is to be laid down with the record, which it was judged by.
  package let correctedTimes: [CorrectedTime]

  /// The flags that it ended.
  package var ended: [Flag] { changed.filter { $0.cleared != nil } }
}
