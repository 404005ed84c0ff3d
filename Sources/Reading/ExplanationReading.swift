/// Decides whether an account of an injury is given in words.
enum ExplanationReading {
  static func read(_ text: String) -> Reading {
    var reading = Reading(field: .explanationGiven)
    guard !Placeholder.isNothing(text), !Placeholder.isPending(text) else {
      reading.explanation = false
      return reading
    }
    let scan = Scan(text, .explanations)
    reading.explanation = holds(scan)
    let offsets = scan.offsets(scan.indices)
    reading.mentions = [
      Mention(
        sort: .explanation, words: scan.words(at: offsets), range: offsets,
        status: reading.explanation == true ? .present : .denied)
    ]
    return reading
  }

  /// Whether an account is given: a clause tells how it happened, or nothing denies one.
  private static func holds(_ scan: Scan) -> Bool {
    var isDenied = false
    for clause in scan.stretches(upTo: .comma) {
      let terms = scan.terms[clause]
      if terms.contains(where: { $0.isA([.account]) }),
        !terms.contains(where: { $0.isA([.pseudo]) })
      {
        return true
      }
      if terms.contains(where: { $0.isA([.deny, .pseudo]) }) { isDenied = true }
    }
    return !isDenied && !scan.terms.isEmpty
  }
}
