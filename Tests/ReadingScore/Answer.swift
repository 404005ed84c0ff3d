import Reading

/// What the reader made of one row, beside its label.
struct Answer {
  let reading: Reading?
  private let isSame: Bool?

  init(_ row: Row) {
    if let field = ReadField(rawValue: row.field) {
      reading = read(row.text, as: field)
      isSame = nil
    } else {
      let parts = row.text.split(separator: "|", maxSplits: 1).map(String.init)
      reading = nil
      isSame = parts.count == 2 ? isSameAdult(parts[0], parts[1]) : nil
    }
  }

  func matches(_ key: String, _ wanted: Any) -> Bool {
    switch key {
    case "same": return isSame == wanted as? Bool
    case "injury": return (reading?.injury?.rawValue ?? "none") == wanted as? String
    case "sites": return Set(reading?.sites ?? []) == Set(wanted as? [String] ?? [])
    case "kinds": return Set(reading?.kinds ?? []) == Set(wanted as? [String] ?? [])
    case "min_count": return (reading?.count ?? 0) >= (wanted as? Int ?? 0)
    case "as_before": return (reading?.asBefore ?? false) == wanted as? Bool
    case "concern": return (reading?.concern ?? false) == wanted as? Bool
    case "explanation": return (reading?.explanation ?? false) == wanted as? Bool
    case "adults":
      let names = (reading?.adults ?? []).map { ($0.name ?? "?").lowercased() }.sorted()
      return names == (wanted as? [String] ?? []).map { $0.lowercased() }.sorted()
    case "medical_opinion":
      return (reading?.medicalOpinion?.rawValue ?? "none") == wanted as? String
    case "nfa": return (reading?.nfa ?? false) == wanted as? Bool
    case "cancelled_by": return (reading?.cancelledBy?.rawValue ?? "none") == wanted as? String
    case "seen_mode": return (reading?.seenMode?.rawValue ?? "none") == wanted as? String
    default: return false
    }
  }

  var shown: String { reading.map(Shown.words) ?? "same \(isSame.map(String.init) ?? "-")" }

  static func text(_ expect: [String: Any]) -> String {
    expect.sorted { $0.key < $1.key }.map { "\($0.key)=\($0.value)" }.joined(separator: " ")
  }
}

/// A reading in one line.
enum Shown {
  static func words(_ reading: Reading) -> String {
    var parts: [String] = []
    if let injury = reading.injury {
      parts.append("injury=\(injury.rawValue) \(reading.sites) \(reading.kinds) \(reading.count)")
      if reading.asBefore { parts.append("as_before") }
    }
    if let concern = reading.concern { parts.append("concern=\(concern)") }
    if let explanation = reading.explanation { parts.append("explanation=\(explanation)") }
    if !reading.adults.isEmpty { parts.append("adults=\(reading.adults.map { $0.name ?? "?" })") }
    if let opinion = reading.medicalOpinion { parts.append("opinion=\(opinion.rawValue)") }
    if let nfa = reading.nfa { parts.append("nfa=\(nfa)") }
    if let who = reading.cancelledBy { parts.append("cancelled_by=\(who.rawValue)") }
    if let mode = reading.seenMode { parts.append("seen=\(mode.rawValue)") }
    if let ask = reading.ask { parts.append("ask=\(ask)") }
    for mention in reading.mentions {
      parts.append(
        "{\(mention.sort.rawValue) '\(mention.words)' \(mention.status.rawValue) \(mention.whose) by \(mention.saidBy ?? "-")}"
      )
    }
    return parts.joined(separator: " ")
  }
}
