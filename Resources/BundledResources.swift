package import Records

/// The data files that travel inside the program.
package enum BundledResources {
  /// England's bank holidays from 2000 to 2035: those held, and from this year on those that the
  /// standing rules give.
  ///
  /// To add a day or a year, add lines to `bankHolidaysEngland.csv`.
  package static let workingCalendar = WorkingCalendar(
    bankHolidays: Set(
      String(decoding: PackageResources.bankHolidaysEngland_csv, as: UTF8.self)
        .split(separator: "\n")
        .compactMap { try? CalendarDate(iso: $0.prefix(10)) }))

  /// Invented children in the canonical CSV, their days counted from today: -3 is three days ago.
  package static var fictionalCaseload: String {
    String(decoding: PackageResources.fictionalCaseload_csv, as: UTF8.self)
  }

  /// For how long records are kept where an authority has given no schedule of its own: only what a
  /// source gives, each line with it.
  package static var retentionSchedule: String {
    String(decoding: PackageResources.retentionSchedule_csv, as: UTF8.self)
  }
}
