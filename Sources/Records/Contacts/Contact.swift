/// What kind of contact a row records; the words are the canonical file's.
package enum ContactKind: String, CaseIterable, Hashable, Sendable {
  case homeVisit = "home visit"
  case officeVisit = "office visit"
  case phone
  case hospital
  case gp = "GP"
  case clinic
  case school
  case policeAttendance = "police attendance"
  case strategyDiscussion = "strategy discussion"
  case caseConference = "case conference"
  case coreGroup = "core group"
  case frontDoorContact = "front-door contact"
  case referral
  case noAccess = "no access"
  case wasNotBrought = "was not brought"
  case cancelled
  case court
  case supervision
  case closure
  case other

  /// The kinds that are visits: somebody went, or the family came, to see the child.
  package var isVisit: Bool {
    self == .homeVisit || self == .officeVisit || self == .noAccess
  }

  /// Whether a person who types one must say if the child was seen: neither yes nor no is assumed.
  ///
  /// At a door that stayed shut there is nothing to ask.
  package var asksWhetherSeen: Bool { self == .homeVisit || self == .officeVisit }
}

/// An answer that may not be known.
///
/// An absent one is read as unknown and written as empty.
package enum Observed: String, CaseIterable, Hashable, Sendable {
  case yes, no, unknown
}

/// How exactly a date is known.
///
/// For a week or a month, the date itself is its first day.
package enum DatePrecision: String, CaseIterable, Hashable, Sendable {
  case day, week, month
}

/// What one contact says: every column of the canonical file that is about the contact itself.
///
/// Texts are as they were typed and never empty; an empty column is nil.
package struct ContactFacts: Hashable, Sendable {
  /// The sender's own id of the contact.
  package var ref: String?
  package var plan: PlanStatus?
  package var date: CalendarDate
  package var time: TimeOfDay?
  package var precision: DatePrecision?
  package var agency: Agency
  package var role: String?
  package var professional: String?
  package var kind: ContactKind
  package var childSeen: Observed?
  package var seenAlone: Observed?
  package var announced: Observed?
  package var presentingConcern: String?
  package var childWords: String?
  package var injuries: String?
  package var injuryCount: Int?
  package var explanationGiven: String?
  package var explanationChallenged: Observed?
  package var otherAdultsNoted: String?
  package var outcome: String?
  package var escalation: Rung?
  package var source: String?

  package init(date: CalendarDate, agency: Agency, kind: ContactKind) {
    self.date = date
    self.agency = agency
    self.kind = kind
  }

  /// Whether this is a visit that does not say if the child was seen, as one from a file may not.
  package var leavesSeenOpen: Bool { kind.asksWhetherSeen && childSeen == nil }

  /// The free texts that a search reads, in the order of the file's columns.
  package var notes: [String] { ContactColumn.searched.compactMap { $0.text(of: self) } }
}

/// One version of a contact with a child.
///
/// A contact is never overwritten: an amendment is a further version with the same id, which says
/// who made it, when, and why.
package struct Contact: Hashable, Sendable, Identifiable {
  package let id: Identifier
  package let child: Identifier
  /// 1 for the contact as first recorded, then one more each time.
  package let version: Int
  package let recordedAt: Instant
  /// Who typed it, or the file that it came from.
  package let recordedBy: String
  /// Why this version replaces the one before; nil in the first.
  package let amendmentReason: String?
  /// Whether it was typed here, in a form or a command, and not read from a file.
  package let isTyped: Bool
  package let date: CalendarDate
  /// The first day on which it could be known: the day it happened or the day it was typed, whichever is
  /// later.
  package let knownOn: CalendarDate
  private let content: Content

  /// What it says.
  package var facts: ContactFacts {
    _read { yield content.facts }
  }

  /// The facts, shared by every copy of the contact, since they are large and copied often.
  private final class Content: Hashable, Sendable {
    let facts: ContactFacts

    init(_ facts: ContactFacts) {
      self.facts = facts
    }

    static func == (left: Content, right: Content) -> Bool {
      left === right || left.facts == right.facts
    }

    func hash(into hasher: inout Hasher) {
      hasher.combine(facts)
    }
  }

  package init(
    id: Identifier, child: Identifier, version: Int = 1, recordedAt: Instant, recordedBy: String,
    amendmentReason: String? = nil, isTyped: Bool = false, facts: ContactFacts
  ) {
    self.id = id
    self.child = child
    self.version = version
    self.recordedAt = recordedAt
    self.recordedBy = recordedBy
    self.amendmentReason = amendmentReason
    self.isTyped = isTyped
    content = Content(facts)
    date = facts.date
    knownOn = max(facts.date, recordedAt.londonDay)
  }

  /// The contact as if it had been recorded at a moment, and had happened by a day.
  func recorded(at moment: Instant, by day: CalendarDate) -> Contact {
    var facts = facts
    facts.date = min(facts.date, day)
    return Contact(
      id: id, child: child, version: version, recordedAt: moment, recordedBy: recordedBy,
      amendmentReason: amendmentReason, isTyped: isTyped, facts: facts)
  }

  /// The order of a chronology: by day, time, then the order of recording.
  package static func chronological(_ left: Contact, _ right: Contact) -> Bool {
    let before = (left.date, left.facts.time ?? .midnight, left.id)
    return before < (right.date, right.facts.time ?? .midnight, right.id)
  }
}
