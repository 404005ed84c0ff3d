package import Records

// What Records finds impossible, as a store refuses it.

extension Answer.Decision {
  /// - Throws: `impossibleAnswer`.
  package func checked(
    on flag: Flag, replacing replaced: Identifier?, at now: Instant, calendar: WorkingCalendar
  ) throws(StoreError) {
    do throws(AnswerFault) {
      try check(on: flag, replacing: replaced, at: now, calendar: calendar)
    } catch {
      throw .impossibleAnswer(error)
    }
  }
}

extension Answer {
  /// - Throws: `impossibleAnswer`.
  package func checked(signedBy person: Person) throws(StoreError) {
    do throws(AnswerFault) {
      try check(signedBy: person)
    } catch {
      throw .impossibleAnswer(error)
    }
  }
}

/// - Throws: `impossibleRemoval` for what stands in the way.
private func refusing(_ check: () throws(RemovalFault) -> Void) throws(StoreError) {
  do throws(RemovalFault) {
    try check()
  } catch {
    throw .impossibleRemoval(error)
  }
}

extension Removal {
  /// - Throws: `impossibleRemoval`.
  package func checked(
    approvedBy person: Person, holding now: Fingerprint, under holds: [LegalHold],
    today: CalendarDate
  ) throws(StoreError) {
    try refusing { () throws(RemovalFault) in
      try check(approvedBy: person, holding: now, under: holds, today: today)
    }
  }

  /// - Throws: `impossibleRemoval`.
  package func checked(refusedBy person: Person) throws(StoreError) {
    try refusing { () throws(RemovalFault) in try check(refusedBy: person) }
  }

  /// - Throws: `unknownContact`, `impossibleRemoval`.
  package static func checked(
    _ scope: Scope, on ground: Ground, of record: CaseRecord, under holds: [LegalHold],
    today: CalendarDate
  ) throws(StoreError) {
    if case .contact(let contact) = scope,
      !record.versions.contains(where: { $0.id == contact })
    {
      throw .unknownContact
    }
    try refusing { () throws(RemovalFault) in
      try check(scope, on: ground, of: record, under: holds, today: today)
    }
  }
}

extension LegalHold {
  /// - Throws: `impossibleRemoval`.
  package func checked(liftedBy person: Person, beside removals: [Removal]) throws(StoreError) {
    try refusing { () throws(RemovalFault) in try check(liftedBy: person, beside: removals) }
  }
}

extension CaseRecord {
  /// Adds a fact if it can be true.
  /// - Throws: `impossibleFact`.
  package mutating func noteChecked(
    _ record: FactRecord, today: CalendarDate, calendar: WorkingCalendar
  ) throws(StoreError) {
    do throws(FactFault) {
      try note(record, today: today, calendar: calendar)
    } catch {
      throw .impossibleFact(error)
    }
  }
}

extension CaseJudge {
  /// - Throws: `openQuestions` when the contact closes the case, or steps it down, and leaves some.
  package func check(
    _ contact: Contact, in record: CaseRecord, _ evaluation: Evaluation?, at now: Instant
  ) throws(StoreError) {
    let questions = questions(contact, record, evaluation, now)
    guard questions.isEmpty else { throw .openQuestions(questions.count) }
  }
}
