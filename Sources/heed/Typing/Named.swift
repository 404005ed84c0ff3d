import Records

extension Sequence where Element: Identifiable, Element.ID == Identifier {
  /// The one whose id begins with a text of four characters or more, or whose receipt it is; nil when
  /// there is none, or more than one.
  func named(_ text: String) -> Element? {
    let typed = text.lowercased()
    let matching = filter { $0.id.description.hasPrefix(typed) || $0.id.receipt == typed }
    return matching.count == 1 && typed.count >= 4 ? matching[0] : nil
  }
}
