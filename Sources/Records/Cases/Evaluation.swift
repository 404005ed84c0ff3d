/// How a child's case stands: the flags raised and until when that holds if nothing new comes.
package struct Evaluation: Hashable, Sendable {
  /// Flags not cleared, and those cleared since it was last advanced.
  package var flags: [Flag]
  package var evaluatedOn: CalendarDate
  /// The last day for which it holds; nil when time alone changes nothing.
  package var validThrough: CalendarDate?
  /// A moment, on the day for which it was evaluated, after which it may be otherwise; nil when
  /// none is left of that day.
  package var changesAt: Instant?
  package var summary: CaseSummary
  /// The edition of the reader by which the notes were read last.
  package var readerEdition: Int
  /// Since when another edition reads the notes than the one by which the flags were raised: until somebody has
  /// the case rescanned, none of them is cleared or falls.
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

  /// Marks the case as read by an edition, and keeps no flag for another edition any longer.
  package mutating func forgetEarlierReadings(than edition: Int) {
    readerEdition = edition
    keptSince = nil
  }

  /// Whether time alone may have changed it by a moment.
  package func isStale(at now: Instant) -> Bool {
    let hasPassed = changesAt.map { $0 < now } ?? false
    return hasPassed || validThrough.map { $0 < now.londonDay } ?? false
  }
}
