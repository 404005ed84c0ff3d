/// The result of judging a child's case: its flags, and how long they are valid if nothing new comes.
package struct Evaluation: Hashable, Sendable {
  /// Flags not cleared, and those cleared since it was last advanced.
  package var flags: [Flag]
  package var evaluatedOn: CalendarDate
  /// The last day on which it is valid; nil when time alone changes nothing.
  package var validThrough: CalendarDate?
  /// A moment, on the day on which the case was judged, after which it may no longer be valid; nil when none
  /// is left of that day.
  package var changesAt: Instant?
  package var summary: CaseSummary
  /// The edition of the reader that last read the notes.
  package var readerEdition: Int
  /// The day since which a different edition of the reader reads the notes from the one that raised the
  /// flags; until somebody has the case rescanned, no flag is cleared or drops a band.
  ///
  /// Nil while the editions agree.
  package var keptSince: CalendarDate?

  package init(
    flags: [Flag], evaluatedOn: CalendarDate, validThrough: CalendarDate?,
    changesAt: Instant? = nil, summary: CaseSummary, readerEdition: Int,
    keptSince: CalendarDate? = nil
  ) {
    self.flags = flags
    self.evaluatedOn = evaluatedOn
    self.validThrough = validThrough
    self.changesAt = changesAt
    self.summary = summary
    self.readerEdition = readerEdition
    self.keptSince = keptSince
  }

  /// Marks the case as read by `edition`, and lets flags raised by an earlier one be cleared and drop again.
  package mutating func forgetEarlierReadings(than edition: Int) {
    readerEdition = edition
    keptSince = nil
  }

  /// Whether the passing of time alone may have made it invalid by `now`.
  package func isStale(at now: Instant) -> Bool {
    let hasPassed = changesAt.map { $0 < now } ?? false
    return hasPassed || validThrough.map { $0 < now.londonDay } ?? false
  }
}
