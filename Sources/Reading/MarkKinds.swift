/// The kinds and the number of several marks together.
enum MarkKinds {
  private static let wounds: Set<String> = [
    "cut", "bite", "scratch", "graze", "burn", "scald", "fracture",
  ]

  /// Each kind once; "mark" and "bleed" only where nothing closer is said.
  static func closest(_ marks: [Mention]) -> [String] {
    var found: [String] = []
    for mark in marks {
      for kind in mark.kinds {
        let name = kind == "scar" ? "mark" : kind
        if name != "injury", !found.contains(name) { found.append(name) }
      }
    }
    if found.count > 1 { found.removeAll { $0 == "blister" } }
    if found == ["blister"] { return ["burn"] }
    if found.contains(where: { wounds.contains($0) }) { found.removeAll { $0 == "bleed" } }
    if found.count > 1, !standsAlone("mark", in: marks) { found.removeAll { $0 == "mark" } }
    return found
  }

  /// Whether some mark of a kind is on a site that no mark of another kind is on.
  private static func standsAlone(_ kind: String, in marks: [Mention]) -> Bool {
    let others = Set(marks.filter { $0.kinds != [kind] }.flatMap(\.sites))
    return marks.contains { mark in
      mark.kinds == [kind] && !mark.sites.isEmpty && mark.sites.allSatisfy { !others.contains($0) }
    }
  }

  /// A lower bound: marks on different sites add up, two kinds at one place count once.
  static func count(_ marks: [Mention]) -> Int {
    var bySites: [Set<String>: Int] = [:]
    var order: [Set<String>] = []
    for mark in marks {
      let sites = Set(mark.sites)
      if let key = order.first(where: { !$0.isDisjoint(with: sites) || $0.isEmpty || sites.isEmpty }
      ) {
        bySites[key] = max(bySites[key] ?? 0, mark.count)
      } else {
        order.append(sites)
        bySites[sites] = mark.count
      }
    }
    let all = Set(marks.flatMap(\.sites)).count
    return max(bySites.values.reduce(0, +), all)
  }
}
