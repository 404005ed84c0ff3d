/// Why a removal, or a step towards one, is refused or incomplete.
package enum RemovalFault: Error, Hashable, Sendable {
  case unknownRemoval
  case unknownHold
  /// A legal hold forbids it.
  case held
  /// The record must be kept until that day.
  case notDue(CalendarDate)
  /// The schedule says nothing of records of this kind.
  case notInSchedule(RecordKind)
  /// The schedule counts from a birth that nobody recorded.
  case birthUnknown
  /// A death is said to lie before the birth, or before the child was last seen.
  case impossibleDeath
  /// The contact has no earlier versions to remove.
  case neverAmended
  /// It was approved before.
  case alreadyDone
  /// It was refused before; it can be proposed anew.
  case refused
  /// Something was recorded or amended after it was proposed.
  case changedSince
  /// The one who proposed it can't approve it.
  case approvedByProposer
  /// The person must have at least this seniority.
  case tooJunior(Seniority)
  case noSecret
  case wrongSecret
  /// The person lifting the hold proposed a removal that it forbids.
  case liftedByProposer
  /// It is destroyed, but a copy may be left in the file's unused space.
  case tracesLeft
}
