/// What stands on a calendar day of a chronology.
package protocol Dated {
  var date: CalendarDate { get }
}

extension ContactReading: Dated {}
extension CountedContact: Dated {}
extension Concern: Dated {}
extension InjuryEvent: Dated {}
extension Appointment: Dated {}
