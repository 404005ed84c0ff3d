package import Records

/// One threshold of the rules: its place in a rulebook, what it counts, and its range.
package struct Setting: Sendable {
  package let table: Table
  /// Its key in that table.
  package let name: String
  /// What the number decides, in one sentence.
  package let words: String
  package let unit: Unit
  /// The numbers that make sense to the rules.
  package let range: ClosedRange<Int>
  /// The publication that gives the default; nil where it is Heed's own.
  package let source: String?
  package let value: any WritableKeyPath<Parameters, Int> & Sendable

  /// The rule that it belongs to; nil for one that all rules share.
  package var rule: RuleID? {
    if case .rule(let id) = table { id } else { nil }
  }

  /// Table and key as TOML joins them, `R01.tempo-days`.
  package var path: String { "\(table.name).\(name)" }

  /// The settings of a rule alone.
  package static func of(_ rule: RuleID) -> [Setting] { all.filter { $0.rule == rule } }
}

extension Setting {
  /// A table of a rulebook.
  package enum Table: Hashable, Sendable {
    case all
    case standing
    case rule(RuleID)

    /// Every table: those that the rules share, then one for each rule.
    package static var every: [Table] { [.all, .standing] + FlagRule.all.map { .rule($0.id) } }

    /// Its header.
    package var name: String {
      switch self {
      case .all: "all"
      case .standing: "standing"
      case .rule(let id): id.description
      }
    }

    /// What its settings are about.
    package var words: String {
      switch self {
      case .all: "shared by the rules"
      case .standing: "how a flag falls and lapses"
      case .rule(let id): FlagRule.of(id)?.name ?? id.description
      }
    }
  }

  /// What a setting counts.
  package enum Unit: String, Hashable, Sendable {
    case days
    case workingDays = "working days"
    case years
    case contacts
    /// A routine contact is one, and a contact with a concern two.
    case halfContacts = "half contacts"
    case concerns
    case points
    case visits
    case appointments
    case sightings
    case referrals
    case times
    case workers, incidents
    case hours = "working hours"
    /// A share of a hundred.
    case percent = "hundredths"

    /// `1 day`, `2 days`.
    package func written(_ count: Int) -> String {
      self == .percent
        ? "\(count) %" : Records.counted(count, String(rawValue.dropLast()), plural: rawValue)
    }
  }
}
