/// Everything known of one child on a day, as the values that rules judge: concerns, injury
/// events, sightings of adults, appointments, rungs and status.
///
/// All lists are in order of day. Rules read these and never a column or a word. A shared constant:
/// every rule of every day looks at it, and none of its lists is copied for that.
package final class Chronology: Sendable {
  package let child: Child
  package let readings: [ContactReading]
  package let concerns: [Concern]
  /// The contacts that count, those that record one event taken as one.
  package let countedContacts: [CountedContact]
  package let injuries: [InjuryEvent]
  package let sightings: [AdultSighting]
  package let appointments: [Appointment]
  package let escalations: [Escalation]
  package let statusChanges: [StatusChange]
  package let assumedStatus: PlanStatus?

  /// The chronology of contacts that are already in order.
  package init(child: Child, readings: [ContactReading], assumedStatus: PlanStatus? = nil) {
    self.child = child
    self.readings = readings
    self.assumedStatus = assumedStatus
    concerns = readings.compactMap(Concern.init)
    countedContacts = Chronology.counted(readings)
    injuries = Chronology.injuryEvents(in: readings, of: child)
    sightings = Chronology.sightings(in: readings)
    appointments = readings.compactMap(Appointment.init)
    escalations = Escalation.held(in: readings)
    statusChanges = StatusChange.read(readings, assumed: assumedStatus)
  }

  package convenience init(child: Child, contacts: [Contact], assumedStatus: PlanStatus? = nil) {
    let readings = contacts.sorted(by: Contact.chronological).map(ContactReading.init)
    self.init(child: child, readings: readings, assumedStatus: assumedStatus)
  }

  private static func injuryEvents(
    in readings: [ContactReading], of child: Child
  ) -> [InjuryEvent] {
    var events: [InjuryEvent] = []
    for reading in readings {
      if let marks = reading.marks {
        if let index = events.lastIndex(where: { $0.includes(marks, on: reading.date) }) {
          events[index].add(reading, marks: marks)
        } else {
          let age = Age(bornOn: child.dateOfBirth, on: reading.date)
          events.append(InjuryEvent(reading, marks: marks, age: age))
        }
      } else if let last = events.indices.last, isAbout(events[last], reading) {
        events[last].add(reading, marks: nil)
      }
    }
    return events
  }

  /// Whether a contact without marks of its own speaks of the last injury: it refers back to it,
  /// or is a medical opinion within two days.
  private static func isAbout(_ event: InjuryEvent, _ reading: ContactReading) -> Bool {
    reading.refersBack
      || (reading.findsAccident && reading.date.days(since: event.lastRecorded) <= 2)
  }

  /// A bare "yes" of the same agency, day, role and kind is one sighting.
  private static func sightings(in readings: [ContactReading]) -> [AdultSighting] {
    var sightings: [AdultSighting] = []
    for reading in readings {
      for adult in reading.adults {
        let again = sightings.reversed().prefix { $0.date == reading.date }
        let isRepeated =
          adult.key == nil
          && again.contains { $0.adult.key == nil && $0.contact.isSameEvent(as: reading.contact) }
        if !isRepeated {
          sightings.append(AdultSighting(adult: adult, contact: reading.contact))
        }
      }
    }
    return sightings
  }
}

extension Contact {
  /// Whether two contacts record one event: same agency, day, role and kind.
  package func isSameEvent(as other: Contact) -> Bool {
    date == other.date && facts.agency == other.facts.agency && facts.kind == other.facts.kind
      && facts.role == other.facts.role
  }
}
