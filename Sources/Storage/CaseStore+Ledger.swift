package import Records

extension CaseStore {
  /// How every rule has fared, over every flag ever raised and every answer ever given.
  package func ledger(at now: Instant, calendar: WorkingCalendar) throws(StoreError) -> Ledger {
    Ledger(
      entries: try flags(includingCleared: true), answers: try answers(),
      characteristics: try facts(of: .characteristics), at: now, calendar: calendar)
  }
}
