package import Records

extension RemovalFault {
  /// Why nothing is destroyed and what to do, in one sentence without a full stop.
  package var words: String {
    switch self {
    case .unknownRemoval:
      "there is no such removal, or more than one begins so; heed removals lists them"
    case .unknownHold:
      "there is no such hold that stands, or more than one begins so; heed hold lists them"
    case .held: "a legal hold stands in the way; heed hold lists it"
    case .notDue(let day): "the record is kept until \(day.shortWithYear)"
    case .notInSchedule(let kind):
      """
      the schedule says nothing of a record of this kind (\(kind.rawValue)), so it is kept; \
      give your authority's own with --schedule
      """
    case .birthUnknown:
      "the schedule counts from the date of birth, which is not recorded, so the record is kept"
    case .impossibleDeath:
      "the day of death lies before the birth, or before the child was last seen; check the day"
    case .liftedByProposer:
      "whoever has proposed a removal can't lift the hold on it; another person must"
    case .neverAmended: "the contact was never amended, so it has no former version"
    case .alreadyDone: "it was approved before; heed removals has the certificate"
    case .refused: "it was refused before; heed removals says by whom, and it can be proposed anew"
    case .changedSince:
      "the record was changed after this was proposed; look at it again and propose it anew"
    case .approvedByProposer: "whoever proposed it can't approve it; another person must"
    case .tooJunior(let seniority): "a \(seniority.title) or above must do it"
    case .noSecret: "you have no secret yet; heed secret sets it"
    case .wrongSecret: "the secret is wrong"
    case .tracesLeft:
      """
      that is, it is gone from the record, but a copy may be left in the file's unused space: close \
      other Heeds, see that the disk has room for a second copy, and approve it again
      """
    }
  }
}
