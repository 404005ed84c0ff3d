/// Something with a day in a chronology.
package protocol Dated {
  var date: CalendarDate { get }
}

extension ContactReading: Dated {}
extension CountedContact: Dated {}
extension Concern: Dated {}
extension InjuryEvent: Dated {}
extension Appointment: Dated {}
