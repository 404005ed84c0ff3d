import BundledResources
import OrdinaryCaseload
import Records

/// Prints an ordinary caseload as the canonical contacts CSV.
@main
struct OrdinaryCaseloadTool {
  static func main() {
    let arguments = CommandLine.arguments.dropFirst()
    guard arguments.count == 3, let children = arguments.first.flatMap({ Int($0) }), children >= 0,
      let seed = UInt64(arguments[2]), let asOf = try? CalendarDate(iso: arguments[3])
    else { fatalError("Give three arguments: CHILDREN SEED AS_OF, such as 2000 1 2026-11-01.") }
    let caseload = OrdinaryCaseload(
      children: children, seed: seed, asOf: asOf, calendar: BundledResources.workingCalendar)
    caseload.makeCSV { print($0, terminator: "") }
  }
}
