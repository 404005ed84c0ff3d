/// How a child's case stands: the flags raised and until when that holds if nothing new comes.
package struct Standing: Hashable, Sendable {
  /// Flags not cleared, and those cleared since it was last advanced.
  package var flags: [Flag]
  package var evaluatedOn: CalendarDate
  /// The last day for which it holds; nil when time alone changes nothing.
  package var holdsThrough: CalendarDate?
  package var summary: CaseSummary

  package init(
    flags: [Flag], evaluatedOn: CalendarDate, holdsThrough: CalendarDate?, summary: CaseSummary
  ) {
    self.flags = flags
    self.evaluatedOn = evaluatedOn
    self.holdsThrough = holdsThrough
    self.summary = summary
  }
}

/// A child with every version of every contact, in the order of recording.
package struct CaseRecord: Hashable, Sendable {
  package var child: Child
  package var versions: [Contact]

  package init(child: Child, versions: [Contact]) {
    self.child = child
    self.versions = versions
  }

  /// The contacts as they stood at the end of a day, the latest version of each, in order.
  package func contacts(knownOn day: CalendarDate = CalendarDate(dayNumber: .max)) -> [Contact] {
    var latest: [Identifier: Contact] = [:]
    var isAmended = false
    for version in versions where version.knownOn <= day {
      if let other = latest[version.id] {
        isAmended = true
        if other.version > version.version { continue }
      }
      latest[version.id] = version
    }
    let known =
      isAmended
      ? Array(latest.values) : versions.filter { $0.knownOn <= day }
    return known.sorted(by: Contact.chronological)
  }
}

/// Judges a case up to a moment, from how it last stood, or from its first day when that is nil.
///
/// Stores are made with one and call it inside their own transaction, so that no store knows a rule.
package typealias Evaluate =
  @Sendable (CaseRecord, Standing?, Instant, inout IdentifierMint) -> Standing
