/// Something that gave a professional reason to worry about a child.
package struct Concern: Hashable, Sendable {
  package let reading: ContactReading
  package let level: Level

  package enum Level: Hashable, Sendable {
    case low, medium
  }

  package var contact: Contact { reading.contact }
  package var date: CalendarDate { contact.date }

  /// The concern that a contact records; nil for a routine or procedural contact.
  ///
  /// `stated` is the level that a worker gave it; without one, the kind of contact and any marks decide.
  package init?(_ reading: ContactReading, level stated: Level? = nil) {
    guard reading.saysConcern || reading.marks != nil else { return nil }
    self.reading = reading
    if let stated {
      level = stated
      return
    }
    switch reading.kind {
    case .referral, .policeAttendance, .hospital, .strategyDiscussion: level = .medium
    default: level = reading.marks == nil ? .low : .medium
    }
  }

  /// Whether social care only received it from another agency: it is then the sender's concern, not a second
  /// agency's.
  package var isOnlyReceived: Bool {
    guard reading.isSocialCare else { return false }
    return reading.kind == .phone || reading.kind.isFrontDoor
  }

  /// What it was, in the words of the record.
  package var words: String {
    reading.facts.presentingConcern ?? reading.facts.injuries ?? ""
  }
}

extension ContactReading {
  /// Whether the contact belongs on a chronology of significant events: a concern, an injury, a
  /// rung, an adult noted, a change of plan stated by a closure, or a visit that missed the child.
  package var isSignificant: Bool {
    Concern(self) != nil || marks != nil || rung != .none || !adults.isEmpty || closes
      || childSeen == .no || kind == .noAccess || kind == .wasNotBrought
  }
}
