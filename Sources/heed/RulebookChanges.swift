import Flags
import Records
import Rulebook

/// What one rulebook changes against another.
struct RulebookChanges {
  let old: Parameters
  let new: Parameters

  /// A threshold that differs.
  struct Change {
    let setting: Setting
    let old: Int
    let new: Int
  }

  /// In the order of the rulebook.
  var changes: [Change] {
    Setting.all.compactMap { setting in
      let change = Change(
        setting: setting, old: old[keyPath: setting.value], new: new[keyPath: setting.value])
      return change.old == change.new ? nil : change
    }
  }

  var addedBankHolidays: [CalendarDate] {
    new.calendar.bankHolidays.subtracting(old.calendar.bankHolidays).sorted()
  }

  func say() {
    let changes = changes
    let isNamed = old.edition != new.edition
    Output.say("Edition: " + (isNamed ? "\(old.edition) -> " : "") + new.edition)
    if !isNamed, new != old {
      Output.say("The edition is that of the defaults: give it a new name.")
    }
    for table in Setting.Table.every {
      let own = changes.filter { $0.setting.table == table }
      if !own.isEmpty { Output.say("\(table.name), \(table.words)") }
      for change in own { Output.say("  \(change.words)") }
    }
    if !addedBankHolidays.isEmpty {
      Output.say("Further bank holidays: \(addedBankHolidays.map(\.iso).joined(separator: ", "))")
    }
    Output.say(
      changes.isEmpty
        ? "No threshold differs from the defaults."
        : "\(changes.count) of \(Setting.all.count) thresholds differ from the defaults.")
  }

  var json: JSON {
    .object([
      ("edition", .string(new.edition)), ("default_edition", .string(old.edition)),
      ("changes", .array(changes.map(\.json))),
      ("bank_holidays", .array(addedBankHolidays.map { .day($0) })),
    ])
  }
}

extension RulebookChanges.Change {
  var words: String { "\(setting.name): \(old) -> \(setting.unit.written(new))" }

  var json: JSON {
    .object([
      ("rule", .text(setting.rule?.description)), ("key", .string(setting.path)),
      ("old", .number(old)), ("new", .number(new)), ("unit", .word(setting.unit)),
    ])
  }
}

extension Setting {
  /// Its value among those in force, with all that is known of it.
  func json(_ parameters: Parameters) -> JSON {
    .object([
      ("key", .string(name)), ("words", .string(words)),
      ("value", .number(parameters[keyPath: value])), ("unit", .word(unit)),
      ("from", .number(range.lowerBound)), ("to", .number(range.upperBound)),
      ("source", .text(source)),
    ])
  }

  func say(_ parameters: Parameters) {
    let amount = unit.written(parameters[keyPath: value])
    Output.say("    \(name): \(amount), from \(range.lowerBound) to \(range.upperBound)")
    Output.say("      \(words)\(source.map { " Source: \($0)" } ?? "")")
  }
}
