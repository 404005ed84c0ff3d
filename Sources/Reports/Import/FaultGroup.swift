import ErrorSentences
import Exchange

/// The same fault of one column in several rows, reported once.
struct FaultGroup {
  private let faults: [RowFault]

  /// The fewest rows with one fault that make a group; fewer are reported one by one.
  private static let fewest = 4

  /// Groups faults in the order of the file; a group comes where its first fault is.
  static func groups(_ faults: [RowFault]) -> [FaultGroup] {
    struct Kind: Hashable {
      let column: Column?
      let kind: RowFault.Kind
    }
    let byKind = Dictionary(grouping: faults) { Kind(column: $0.column, kind: $0.kind) }
    var told: Set<Kind> = []
    return faults.compactMap { fault in
      let kind = Kind(column: fault.column, kind: fault.kind)
      guard let alike = byKind[kind], alike.count >= fewest else {
        return FaultGroup(faults: [fault])
      }
      return told.insert(kind).inserted ? FaultGroup(faults: alike) : nil
    }
  }

  func sentence(file: String) -> String {
    guard faults.count > 1, let first = faults.first else {
      return faults.first?.sentence(file: file) ?? ""
    }
    let column = first.column.map { "column \($0.rawValue), " } ?? ""
    return "\(file), \(column)\(faults.count) rows (lines \(lines)): \(first.words)."
  }

  /// `2–41`, or the first few where they do not follow one another.
  private var lines: String {
    let lines = faults.map(\.line)
    guard let first = lines.first, let last = lines.last else { return "" }
    if last - first == lines.count - 1 { return "\(first)–\(last)" }
    let told = lines.prefix(8).map(String.init).joined(separator: ", ")
    return lines.count > 8 ? "\(told) …" : told
  }
}
