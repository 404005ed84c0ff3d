import Flags
import Records
import Testing

/// The table of settings and the fields of `Parameters` say the same.
struct SettingTests {
  private let defaults = Parameters(calendar: WorkingCalendar())

  @Test func `every threshold is reached by one setting, and every setting reaches one`() {
    let before = numbers(of: defaults)
    var reached: [String] = []
    for setting in Setting.all {
      var changed = defaults
      changed[keyPath: setting.value] = other(than: defaults[keyPath: setting.value], setting.range)
      #expect(changed != defaults, "\(setting.path)")
      reached += numbers(of: changed).filter { before[$0.key] != $0.value }.keys
    }
    #expect(Set(reached).count == reached.count, "two settings reach one field")
    #expect(Set(reached) == Set(before.keys), "a field without a setting, or a setting without one")
    #expect(reached.count == Setting.all.count)
  }

  @Test func `no two settings share a place in the rulebook`() {
    let paths = Setting.all.map(\.path)
    #expect(Set(paths).count == paths.count)
  }

  @Test func `every default lies in its range, and no range is a single number`() {
    for setting in Setting.all {
      #expect(setting.range.contains(defaults[keyPath: setting.value]), "\(setting.path)")
      #expect(setting.range.count > 1, "\(setting.path)")
    }
  }

  @Test func `keys are kebab-case, words are sentences, rules are known`() {
    for setting in Setting.all {
      let letters = setting.name.allSatisfy { $0.isLowercase || $0.isNumber || $0 == "-" }
      #expect(letters && !setting.name.contains("--"), "\(setting.path)")
      #expect(setting.words.hasSuffix(".") && setting.source?.hasSuffix(".") ?? true)
      #expect(setting.unit.rawValue.hasSuffix("s"), "\(setting.unit)")
      #expect(Setting.Table.every.contains(setting.table), "\(setting.path)")
    }
  }

  @Test func `the settings of a rule are its own`() {
    #expect(Setting.of(RuleID("R06")).count == 6)
    #expect(Setting.of(RuleID("R06")).allSatisfy { $0.rule == RuleID("R06") })
    #expect(Setting.all.contains { $0.rule == nil })
  }

  private func other(than value: Int, _ range: ClosedRange<Int>) -> Int {
    value == range.upperBound ? range.lowerBound : value + 1
  }

  /// Every stored whole number of a value, by the path of its labels.
  private func numbers(of value: Any, at path: String = "") -> [String: Int] {
    Mirror(reflecting: value).children.reduce(into: [:]) { found, child in
      let path = path + "." + (child.label ?? "")
      if let number = child.value as? Int {
        found[path] = number
      } else if !(child.value is Set<CalendarDate>) {
        found.merge(numbers(of: child.value, at: path)) { $1 }
      }
    }
  }
}
