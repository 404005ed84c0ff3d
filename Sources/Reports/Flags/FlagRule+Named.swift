package import Flags
package import Records

extension FlagRule {
  /// The published name of a rule.
  package static func named(_ id: RuleID) -> String {
    of(id)?.name ?? id.description
  }
}
