package import Records

/// The flagged list, for a pipe, a braille display or plain mode, and for scripts.
package struct FlagsReport: Report {
  private let entries: [FlagEntry]
  private let all: [FlagEntry]
  private let answers: [Identifier: [Answer]]
  private let context: ReportContext

  /// Reports `entries` in the order of the list.
  ///
  /// `all` adds the entries of the same children that are not reported, since they decide a child's place;
  /// `answers` are all the answers to the flags, the newest first.
  package init(
    _ entries: [FlagEntry], among all: [FlagEntry]? = nil,
    _ answers: [Identifier: [Answer]] = [:], in context: ReportContext
  ) {
    self.entries = entries
    self.all = all ?? entries
    self.answers = answers
    self.context = context
  }

  /// One object for each flag.
  package var json: JSON {
    .array(entries.map { $0.json(in: context, answers: answers[$0.id]) })
  }

  /// One paragraph for each child, the children of a household together.
  package var lines: [String] {
    guard !entries.isEmpty else { return ["Flagged: nobody. No rule has fired."] }
    let told = Set(entries.map(\.child.id))
    let flags = Dictionary(grouping: all, by: \.child.id)
    let places = told.map { CasePlace(of: $0, (flags[$0] ?? []).map(\.flag), at: context.now) }
    let bands = FlaggedOrder.counts(places).map { "\($0.children) \($0.band.written)" }
    let children = Records.counted(told.count, "child", plural: "children")
    let standing = bands.isEmpty ? "No flag stands now" : bands.joined(separator: ", ")
    return ["Flagged: \(children). \(standing)."]
      + FlagsReport.grouped(entries).flatMap { lines(ofGroup: $0) }
  }

  private func lines(ofGroup group: [FlagEntry]) -> [String] {
    let children = FlagsReport.unique(group.map(\.child))
    var lines: [String] = []
    if children.count > 1, let household = group[0].child.household {
      let names = children.map { "\($0.displayName) (\($0.ref))" }.joined(separator: ", ")
      lines += ["", "Household \(household), \(children.count) children: \(names)"]
    }
    for child in children {
      lines += ["", heading(of: child)]
      for entry in group where entry.child.id == child.id {
        lines.append("  " + entry.flag.sentence(in: context))
        for answer in answers[entry.id] ?? [] where answer.id != entry.flag.answer?.id {
          lines.append("    Answered before: " + answer.sentence)
        }
      }
    }
    return lines
  }

  private func heading(of child: Child) -> String {
    let age = Age(bornOn: child.dateOfBirth, on: context.today).map { ", \($0.written)" } ?? ""
    return "\(child.displayName) (\(child.ref))\(age)"
  }

  /// Groups entries that come in the order of the list by child, and those of one household together.
  private static func grouped(_ entries: [FlagEntry]) -> [[FlagEntry]] {
    var groups: [[FlagEntry]] = []
    for entry in entries {
      let last = groups.last?.last?.child
      if let last, last.id == entry.child.id || last.isOfOneHousehold(with: entry.child) {
        groups[groups.count - 1].append(entry)
      } else {
        groups.append([entry])
      }
    }
    return groups
  }

  private static func unique(_ children: [Child]) -> [Child] {
    var seen: Set<Identifier> = []
    return children.filter { seen.insert($0.id).inserted }
  }
}

extension Child {
  fileprivate func isOfOneHousehold(with other: Child) -> Bool {
    household != nil && household == other.household
  }
}
