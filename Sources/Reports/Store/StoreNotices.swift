package import Records

/// The notices about a store when it is opened.
package enum StoreNotices {
  /// Says that children were judged up to a day that is still to come by this machine's clock.
  package static func judgedAhead(to day: CalendarDate, today: CalendarDate) -> String {
    """
    Children were judged for days to come, up to \(day.shortWithYear), and this machine's clock says \
    \(today.shortWithYear). If that is right, heed rescan judges them anew; if it is behind, set \
    it. Until then no flag of theirs is cleared.
    """
  }

  /// Says that flags are kept since a day on which this version began to read an earlier one's notes.
  package static func keptSince(_ day: CalendarDate) -> String {
    """
    Since \(day.shortWithYear) this version reads notes that an earlier one had read. What it finds is raised; \
    nothing is cleared until heed rescan is run, which says whose flags change.
    """
  }
}
