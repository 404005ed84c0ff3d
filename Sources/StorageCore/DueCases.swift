package import Records

/// Which cases are to be judged again: those whose judgement has run out, is by another edition of the reader, or
/// is for a day that has not come and was not looked at today.
package struct DueCases: Hashable, Sendable {
  /// The moment up to which they are to be judged.
  package let moment: Instant
  /// The later of that moment and the machine's own.
  package let present: Instant
  /// The edition of the reader of notes.
  package let readerEdition: Int

  package init(at moment: Instant, present: Instant, readerEdition: Int) {
    self.moment = moment
    self.present = present
    self.readerEdition = readerEdition
  }

  /// Whether a case that was judged so is one of them.
  package func includes(_ evaluation: Evaluation) -> Bool {
    evaluation.isStale(at: moment) || evaluation.readerEdition != readerEdition
      || evaluation.isUnseenAhead(of: present)
  }
}
