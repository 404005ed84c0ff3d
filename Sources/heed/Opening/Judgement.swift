import BundledResources
import Flags
import Records
import Rulebook
import Storage

/// How Heed judges: every rule, with England's working days.
enum Judgement {
  static let calendar = BundledResources.workingCalendar
  static let parameters = Parameters(calendar: calendar)
  static let judge = judge(parameters)

  static func judge(_ parameters: Parameters) -> CaseJudge {
    Evaluator(parameters: parameters).judge
  }

  /// The thresholds of the last rulebook adopted, the defaults where there is none; nil when this
  /// version can't read it.
  static func parameters(of rulebooks: [AdoptedRulebook]) -> Parameters? {
    guard let last = rulebooks.last else { return parameters }
    return try? Parameters(toml: last.text, over: parameters)
  }
}
