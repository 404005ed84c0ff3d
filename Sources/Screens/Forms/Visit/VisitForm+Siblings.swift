internal import Records

// Brothers and sisters who were seen in the same visit, each with their own words.

extension VisitForm {
  /// The siblings who have not been added to the visit.
  var absentSiblings: [Child] {
    siblings.filter { sibling in !present.contains { $0.id == sibling.id } }
  }

  /// Reads from the record the siblings, the agencies, and the names by which typing is completed.
  mutating func learn(from file: CaseFile) {
    guard original == nil else { return }
    let adults = Matter.matters(in: file.record.facts).filter { $0.kind == .adult }
      .compactMap { matter in matter.kind.key.first.flatMap { matter.fact.values[$0]?.written } }
    form[.otherAdults]?.candidates = VisitForm.distinct(adults)
    let professionals = file.record.contacts().reversed().compactMap(\.facts.professional)
    form[.professional]?.candidates = VisitForm.distinct([me.name] + professionals)
    offer(file.record.contacts().map(\.facts.agency))
    siblings = file.siblings
    offerLines()
    takeAwaited()
    giveUpAwaited()
  }

  /// Adds agencies to choose from; the one chosen stays.
  mutating func offer(_ named: [Agency]) {
    let new = VisitForm.distinct(named.map(\.written)).filter { name in
      !agencies.contains { $0.written == name }
    }
    guard !new.isEmpty else { return }
    let chosen = form[.agency]?.field.chosenText ?? ""
    agencies += new.compactMap { name in named.first { $0.written == name } }
    let choice = ChoiceField(agencies.map(\.written), isOptional: false)
    form[.agency]?.field = .choice(choice.choosing(chosen))
  }

  private static func distinct(_ names: [String]) -> [String] {
    var seen: Set<String> = []
    return names.filter { seen.insert(folded($0)).inserted }
  }

  /// Adds the rows about a sibling before the choice of lines.
  mutating func add(_ sibling: Child) {
    present.append(sibling)
    form[.line]?.field = .choice(ChoiceField([]))
    offerLines()
    form.insert(VisitField.rows(about: sibling), before: .line)
  }

  /// Returns one contact for each sibling who was there: the same visit, with only what was said of them.
  func contacts(besides facts: ContactFacts) -> [NewContact] {
    present.map { sibling in
      var own = ContactFacts(date: facts.date, agency: facts.agency, kind: facts.kind)
      (own.time, own.professional, own.role) = (facts.time, facts.professional, facts.role)
      (own.announced, own.otherAdultsNoted) = (facts.announced, facts.otherAdultsNoted)
      own.childSeen = observed(.sibling(sibling.id, .seen))
      own.seenAlone = observed(.sibling(sibling.id, .alone))
      own.childWords = form.fact(.sibling(sibling.id, .words))
      return NewContact(child: sibling.id, facts: own)
    }
  }

  var problemsWithSiblings: [VisitField: String] {
    let asks = form.chosen(.kind, of: ContactKind.allCases)?.asksWhetherSeen == true
    var problems: [VisitField: String] = [:]
    for sibling in present {
      let name = sibling.calledInForm
      let seen = observed(.sibling(sibling.id, .seen))
      if asks, seen == nil {
        problems[.sibling(sibling.id, .seen)] = "\(name) seen: say yes, no or unknown."
      } else if observed(.sibling(sibling.id, .alone)) == .yes, seen != .yes {
        problems[.sibling(sibling.id, .alone)] =
          "\(name) seen alone says yes but \(name) seen does not. Change one of them."
      }
    }
    return problems
  }
}
