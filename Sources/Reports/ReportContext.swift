package import Flags
package import Records

/// What a report is made for: the moment that it describes, and the thresholds in force then.
///
/// A report is a pure function of values and this: it asks no store, reads no clock and prints nothing.
package struct ReportContext: Sendable {
  package let now: Instant
  package let parameters: Parameters

  package init(now: Instant, parameters: Parameters) {
    self.now = now
    self.parameters = parameters
  }

  package var today: CalendarDate { now.londonDay }

  /// Working days, and the times within which flags are answered here.
  package var calendar: WorkingCalendar { parameters.calendar }
}
