/// Why nothing is destroyed.
package enum RemovalFault: Error, Hashable, Sendable {
  case unknownRemoval
  case unknownHold
  /// A legal hold stands in the way.
  case held
  /// The record is kept until that day.
  case notDue(CalendarDate)
  /// The schedule says nothing of records of this kind.
  case notInSchedule(RecordKind)
  /// The schedule counts from a birth that nobody recorded.
  case birthUnknown
  /// A death is said to lie before the birth, or before the child was last seen.
  case impossibleDeath
  /// The contact has been written once only.
  case neverAmended
  /// It was approved before.
  case alreadyDone
  /// It was refused before; it can be proposed anew.
  case refused
  /// Something was recorded or amended after it was proposed.
  case changedSince
  /// The one who proposed it can't approve it.
  case approvedByProposer
  /// Who approves it is this far up the line or further.
  case tooJunior(Seniority)
  case noSecret
  case wrongSecret
  /// Whoever lifts a hold has proposed what it stands in the way of.
  case liftedByProposer
  /// It is destroyed, but a copy may be left in the file's unused space.
  case tracesLeft
}
