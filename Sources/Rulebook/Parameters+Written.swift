package import Flags
package import Records

extension Parameters {
  /// The whole rulebook as TOML, each threshold with what it decides, its unit and its range.
  ///
  /// Reading it back over thresholds whose calendar has the bank holidays left out here gives the same
  /// parameters.
  package func toml(leavingOut known: Set<CalendarDate> = []) -> String {
    var lines = [
      "# Every threshold of Heed's rules; a line left out keeps its default. Whoever changes one",
      "# changes the edition too: it says by which numbers a child was judged.", "",
      "\(RulebookReader.edition) = \(quoted(edition))", "",
    ]
    lines += bankHolidayLines(leavingOut: known)
    for table in Setting.Table.every {
      let settings = Setting.all.filter { $0.table == table }
      if settings.isEmpty { continue }
      lines += ["", "[\(table.name)]  # \(table.words)"]
      for setting in settings {
        lines += ["", "# \(setting.words)", "# \(setting.limits)"]
        lines.append("\(setting.name) = \(self[keyPath: setting.value])")
      }
    }
    return lines.map { $0 + "\n" }.joined()
  }

  private func bankHolidayLines(leavingOut known: Set<CalendarDate>) -> [String] {
    let days = calendar.bankHolidays.subtracting(known).sorted().map { "  \($0.iso)," }
    let heading = "# Bank holidays besides those that Heed knows."
    let key = RulebookReader.bankHolidays
    return days.isEmpty
      ? [heading, "\(key) = []"] : [heading, "\(key) = ["] + days + ["]"]
  }
}

extension Setting {
  /// What it counts, from where to where, and whose number the default is.
  fileprivate var limits: String {
    let range = "In \(unit.rawValue), from \(range.lowerBound) to \(range.upperBound)."
    return source.map { "\(range) Source: \($0)" } ?? range
  }
}

/// A text in TOML's basic quotes.
private func quoted(_ text: String) -> String {
  var result = "\""
  for scalar in text.unicodeScalars {
    switch scalar {
    case "\"": result += "\\\""
    case "\\": result += "\\\\"
    case _ where scalar.properties.generalCategory == .control:
      let digits = String(scalar.value, radix: 16)
      result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
    default: result.unicodeScalars.append(scalar)
    }
  }
  return result + "\""
}
