extension FactKind {
  /// Every kind, in the order in which a worker most often meets them.
  package static let all: [FactKind] = [
    injury, explanation, adult, concern, voice, mobility,
    meeting, action, plan, condition, share, challenge,
    supervision, managementDecision, involvement, plannedVisit, series,
    setting, address, improvement, stepDown, recordFault, characteristics,
    readingAnswer,
  ]

  /// The kind of an id; nil for one that this version does not know.
  package static func of(_ id: String) -> FactKind? {
    let id = id.lowercased()
    return byID[id] ?? all.first { $0.title.lowercased() == id }
  }

  private static let byID = Dictionary(uniqueKeysWithValues: all.map { ($0.id, $0) })
}
