/// The few figures about a child that every list shows.
package struct CaseSummary: Hashable, Sendable {
  package let status: PlanStatus?
  package let contacts: Int
  package let lastContact: CalendarDate?
  package let lastSeen: CalendarDate?
  package let contactsSinceEscalation: Int
  package let agenciesSinceEscalation: Int
  package let concernsSinceEscalation: Int
  /// The last rung held that restarts the counts; nil when none was.
  package let lastEscalation: HeldRung?

  package struct HeldRung: Hashable, Sendable {
    package let date: CalendarDate
    package let rung: Rung

    package init(date: CalendarDate, rung: Rung) {
      self.date = date
      self.rung = rung
    }
  }

  package init(
    status: PlanStatus?, contacts: Int, lastContact: CalendarDate?, lastSeen: CalendarDate?,
    contactsSinceEscalation: Int, agenciesSinceEscalation: Int, concernsSinceEscalation: Int = 0,
    lastEscalation: HeldRung?
  ) {
    self.status = status
    self.contacts = contacts
    self.lastContact = lastContact
    self.lastSeen = lastSeen
    self.contactsSinceEscalation = contactsSinceEscalation
    self.agenciesSinceEscalation = agenciesSinceEscalation
    self.concernsSinceEscalation = concernsSinceEscalation
    self.lastEscalation = lastEscalation
  }

  /// The figures about a child of whom nothing is recorded.
  package init(ofNothingAbout child: Child) {
    self.init(Chronology(child: child, contacts: []))
  }

  package init(_ chronology: Chronology) {
    let since = chronology.sinceReset(chronology.countedContacts)
    self.init(
      status: chronology.status, contacts: chronology.readings.count,
      lastContact: chronology.readings.last?.date, lastSeen: chronology.lastSeen,
      contactsSinceEscalation: since.count,
      agenciesSinceEscalation: Set(since.map(\.contact.facts.agency.counted)).count,
      concernsSinceEscalation: chronology.sinceReset(chronology.concerns).count,
      lastEscalation: chronology.lastReset.map { HeldRung(date: $0.date, rung: $0.rung) })
  }
}
