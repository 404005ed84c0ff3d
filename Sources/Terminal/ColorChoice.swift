/// How many colours the worker asked for.
package enum ColorChoice: String, CaseIterable, Sendable {
  /// The terminal's own sixteen, none when `NO_COLOR` is set.
  case auto
  case never
  case sixteen = "16"
  case twoFiftySix = "256"
}
