import Records

extension FlagRule {
  /// The worker comes, and the child is not spoken to.
  package static let notSeenAlone = FlagRule(
    "R07", "not-seen-alone",
    words: """
      The social worker has seen the child several times running without speaking to them alone, or \
      without any words or observation of the child, or a carer answered for them.
      """,
    logic: { p in
      """
      While assessed, in need, on a protection plan or in care, at the social worker's latest visits \
      at which the child was seen: from \(p.aloneFromYears) years on, \(p.visitsNotAloneOnProtectionPlan) running not \
      alone on a protection plan, \(p.visitsNotAlone) otherwise, with no reason given; at any age, \(p.visitsWithoutWords) running without words or observation, where \
      such words are recorded at all; or a carer answered for the child at \(p.answeredFor) of the last \(p.answeredForOf). For the \
      week while a concern is open. Cleared by a visit alone, with words.
      """
    },
    source: """
      "Invisible" in the record (Daniel Pelka, 2012); no one-to-one work (Logan Mwangi, 2021); \
      degrees of invisibility in ordinary visits (Ferguson 2017).
      """,
    falsePositives: "A baby, for whom an observation suffices; a plan made because of trauma.",
    goodAnswer: "A visit at school; another trusted adult; why not, and the plan.",
    lowestSigner: .teamManager, clearingRung: .none, whenItEnds: .clears
  ) { view, parameters in
    guard let status = view.status, status.isOpen else { return nil }
    let all = view.chronology.visitsWithChild
    let visits = all.trailing { !view.chronology.isSpokenToAlone($0) }
    let run = parameters.notAlone(status)
    let isOld = view.isYounger(thanYears: parameters.aloneFromYears) == false
    let notAlone = visits.trailing { !view.chronology.isAlone($0) }
    let silent = visits.trailing { $0.facts.childWords == nil }
    let isSilent =
      view.chronology.keepsWords && silent.count >= parameters.visitsWithoutWords
    let answeredFor = visits.suffix(parameters.answeredForOf).filter {
      view.chronology.isAnsweredFor($0)
    }
    let isAnsweredFor = answeredFor.count >= parameters.answeredFor
    guard (isOld && notAlone.count >= run) || isSilent || isAnsweredFor else { return nil }
    let shown = isOld && notAlone.count >= run ? notAlone : isSilent ? silent : answeredFor
    let alone = all.last { $0.facts.seenAlone == .yes }
    let since = all.trailing { $0.facts.seenAlone != .yes }
    let isConcernOpen = view.isConcernOpen(for: parameters.concernOpenDays)
    return Finding(
      "R07", isConcernOpen ? .thisWeek : .supervision, evidence: shown.map(\.contact),
      line: """
        Seen \(times(since.count)) since last spoken to alone (\(alone?.date.iso ?? "never")). \
        No words or observation recorded on \(silent.count).\
        \(isAnsweredFor ? " A carer answered for the child at \(answeredFor.count)." : "")
        """)
  }
}

extension Parameters {
  fileprivate func notAlone(_ status: PlanStatus) -> Int {
    status == .childProtection ? visitsNotAloneOnProtectionPlan : visitsNotAlone
  }
}

extension PlanStatus {
  /// Social care has the case open.
  var isOpen: Bool {
    self == .assessment || self == .childInNeed || self == .childProtection || self == .lookedAfter
  }
}

extension [ContactReading] {
  /// The unbroken run at the end of the list for which `isTrue` is true.
  fileprivate func trailing(_ isTrue: (ContactReading) -> Bool) -> [ContactReading] {
    reversed().prefix(while: isTrue).reversed()
  }
}

extension Chronology {
  /// The social worker's visits at which the child was seen.
  fileprivate var visitsWithChild: [ContactReading] {
    readings.filter {
      isSeenByChildsWorker($0, at: [.homeVisit, .officeVisit, .school, .hospital])
    }
  }

  /// Seen alone, with words or an observation of the child where anybody writes those down.
  fileprivate func isSpokenToAlone(_ reading: ContactReading) -> Bool {
    reading.facts.seenAlone == .yes && (reading.facts.childWords != nil || !keepsWords)
  }

  /// Seen alone, or not and a reason is on record; "unknown" is not alone.
  fileprivate func isAlone(_ reading: ContactReading) -> Bool {
    reading.facts.seenAlone == .yes
      || voices(of: reading).contains { $0.text(.notAloneBecause) != nil }
  }

  fileprivate func isAnsweredFor(_ reading: ContactReading) -> Bool {
    voices(of: reading).contains { $0.says(.answeredFor) == true }
  }

  private func voices(of reading: ContactReading) -> [Fact] {
    matters(.voice).filter { matter in
      let record = matter.records[0]
      return record.contact.map { $0 == reading.contact.id } ?? (matter.date == reading.date)
    }.map(\.fact)
  }

  /// Whether anybody writes the child's words down here; an agency's file may not have them at all.
  fileprivate var keepsWords: Bool { readings.contains { $0.facts.childWords != nil } }
}
