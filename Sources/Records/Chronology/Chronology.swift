/// Everything known about one child on a day, as the values that rules judge.
///
/// - Worry and harm: `concerns`, `injuries`, `sightings`.
/// - Contacts: `readings`, `countedContacts`, `appointments`, `lastSeen`.
/// - Protection: `escalations`, `sinceReset(_:)`, `status`, `statusChanges`.
/// - What is recorded beside the contacts: `matters(_:)`, `workers`.
///
/// ```swift
/// let chronology = Chronology(child: child, contacts: contacts, facts: facts)
/// let concerns = chronology.sinceReset(chronology.concerns)
/// ```
///
/// All lists are in order of day. Rules read these and never a column or a word. A class, so that no list is
/// copied although every rule of every day reads it.
package final class Chronology: Sendable {
  package let child: Child
  package let readings: [ContactReading]
  package let concerns: [Concern]
  /// The contacts that count; several that record one event count once.
  package let countedContacts: [CountedContact]
  package let injuries: [InjuryEvent]
  package let sightings: [AdultSighting]
  package let appointments: [Appointment]
  package let escalations: [Escalation]
  package let statusChanges: [StatusChange]
  /// What is recorded beside the contacts, in the order in which it began, without anything entered in error.
  package let matters: [Matter]
  package let assumedStatus: PlanStatus?
  /// Who was allocated to the child, in the order in which they came.
  let workers: [WorkerSpan]

  /// Creates a chronology from `readings`, which must already be in chronological order.
  package init(
    child: Child, readings: [ContactReading], facts: [FactRecord] = [],
    assumedStatus: PlanStatus? = nil
  ) {
    let matters =
      facts.isEmpty ? [] : Matter.matters(in: facts).filter { !$0.isInError }
    self.matters = matters
    self.child = child
    let readings = ReadingAnswers(matters).applied(to: readings)
    self.readings = readings
    self.assumedStatus = assumedStatus
    workers = Chronology.workers(of: child, matters)
    let levels = Chronology.levels(in: matters)
    concerns = readings.compactMap { Concern($0, level: levels[$0.contact.id]) }
    countedContacts = Chronology.counted(readings)
    injuries = Chronology.injuryEvents(in: readings, matters, of: child)
    sightings = Chronology.sightings(in: readings, matters)
    appointments = readings.compactMap(Appointment.init)
    escalations = Escalation.held(in: readings, matters)
    statusChanges = StatusChange.read(readings, assumed: assumedStatus)
  }

  package convenience init(
    child: Child, contacts: [Contact], facts: [FactRecord] = [], assumedStatus: PlanStatus? = nil
  ) {
    let readings = contacts.sorted(by: Contact.chronological).map { ContactReading($0) }
    self.init(child: child, readings: readings, facts: facts, assumedStatus: assumedStatus)
  }

  /// The level that a worker gave the concern of a contact.
  private static func levels(in matters: [Matter]) -> [Identifier: Concern.Level] {
    matters.flatMap(\.mended).reduce(into: [:]) { levels, record in
      guard record.fact.kind == .concern, let contact = record.contact,
        let level = record.fact.text(.level)
      else { return }
      levels[contact] = level == "low" ? .low : .medium
    }
  }

  /// The facts of one kind, by matter, in the order in which they began.
  package func matters(_ kind: FactKind) -> [Matter] {
    matters.isEmpty ? [] : matters.filter { $0.kind == kind }
  }
}

extension Chronology {
  /// The sightings of adults; bare "yes" entries of the same agency, day, role and kind are one sighting.
  private static func sightings(
    in readings: [ContactReading], _ matters: [Matter]
  ) -> [AdultSighting] {
    var sightings: [AdultSighting] = []
    var bare: [Contact] = []
    for reading in readings {
      for adult in reading.adults {
        if adult.key == nil {
          guard !bare.contains(where: { $0.isSameEvent(as: reading.contact) }) else { continue }
          bare.append(reading.contact)
        }
        sightings.append(AdultSighting(adult: adult, evidence: Evidence(reading.contact)))
      }
    }
    let recorded = matters.flatMap(\.mended).compactMap { AdultSighting($0) }
    if recorded.isEmpty { return sightings }
    return (sightings + recorded).sorted { $0.date < $1.date }
  }
}

extension Contact {
  /// Whether two contacts record one event: same agency, day, role and kind.
  package func isSameEvent(as other: Contact) -> Bool {
    date == other.date && facts.agency == other.facts.agency && facts.kind == other.facts.kind
      && facts.role == other.facts.role
  }
}
