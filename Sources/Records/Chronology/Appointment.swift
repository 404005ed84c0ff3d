/// An appointment at which the child was to be seen, whether kept or missed.
package struct Appointment: Hashable, Sendable {
  package let contact: Contact
  package let isMissed: Bool

  package var date: CalendarDate { contact.date }

  /// The appointment that a contact records; nil when it records none, or when the service cancelled it.
  init?(_ reading: ContactReading) {
    switch reading.kind {
    case .homeVisit, .officeVisit, .clinic, .gp, .hospital: isMissed = false
    case .noAccess, .wasNotBrought: isMissed = true
    case .cancelled where !reading.isCancelledByUs: isMissed = true
    default: return nil
    }
    contact = reading.contact
  }
}
