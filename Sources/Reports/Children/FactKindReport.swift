package import Records

extension FactKind {
  /// Describes a kind of fact, with its steps and fields, and an empty line.
  package var lines: [String] {
    ["\(id): \(words)", "  \(steps.map(\.name).joined(separator: ", "))"]
      + fields.filter { $0 != .factSource && $0 != .inError }.map { field in
        "  \(field.name)\(key.contains(field) ? "*" : ""): \(field.label); \(field.allowed)"
      } + [""]
  }
}
