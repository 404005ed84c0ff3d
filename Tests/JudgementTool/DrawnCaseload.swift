import BundledResources
import OrdinaryCaseload
import Records

/// The project's own ordinary caseload, as it is judged here.
enum DrawnCaseload {
  /// 1 November 2026.
  static let asOf = CalendarDate(dayNumber: 20_758)

  static func records(children: Int, seed: UInt64) -> [CaseRecord] {
    OrdinaryCaseload(
      children: children, seed: seed, asOf: asOf, calendar: BundledResources.workingCalendar
    ).records()
  }
}
