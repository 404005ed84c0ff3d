/// The part of the system that an agency belongs to; the words are the canonical file's.
package enum Sector: String, CaseIterable, Hashable, Sendable {
  case socialCare = "social care"
  case police
  case health
  case school
  case housing
  case probation
  case earlyHelp = "early help"
  case other
}

/// An agency as a contact names it: a sector, or one agency of a sector by its own name.
package struct Agency: Hashable, Sendable {
  package let sector: Sector
  /// The agency's own name; nil when the record says only "health" or "police".
  package let name: String?

  package init(_ sector: Sector, name: String? = nil) {
    self.sector = sector
    self.name = name
  }

  /// What a person reads and the file contains.
  package var written: String { name ?? sector.rawValue }

  /// What counts as one agency when agencies are counted: two hospitals are both health, but two
  /// named agencies of the sector "other" are two.
  package var counted: String {
    sector == .other ? written : sector.rawValue
  }
}

/// An agency in the store, with its people and its latest contact.
package struct AgencySummary: Hashable, Sendable {
  package let agency: Agency
  package let professionals: [ProfessionalSummary]
  package let contacts: Int
  package let lastContact: CalendarDate
  /// Concerns that it raised in the last 28 days after which no strategy discussion, nor anything
  /// above it, was held.
  package let unansweredConcerns: Int

  package init(
    agency: Agency, professionals: [ProfessionalSummary], contacts: Int,
    lastContact: CalendarDate, unansweredConcerns: Int
  ) {
    self.agency = agency
    self.professionals = professionals
    self.contacts = contacts
    self.lastContact = lastContact
    self.unansweredConcerns = unansweredConcerns
  }
}

/// A professional of an agency, known by name or by role alone.
package struct ProfessionalSummary: Hashable, Sendable {
  package let name: String?
  package let role: String?
  package let contacts: Int
  package let lastContact: CalendarDate

  package init(name: String?, role: String?, contacts: Int, lastContact: CalendarDate) {
    self.name = name
    self.role = role
    self.contacts = contacts
    self.lastContact = lastContact
  }
}

extension AgencySummary {
  /// The order of the list of agencies: the most contacts first, then by name.
  package static func byContacts(_ left: Self, _ right: Self) -> Bool {
    (-left.contacts, left.agency.written) < (-right.contacts, right.agency.written)
  }
}

extension ProfessionalSummary {
  /// The order within an agency: the most contacts first, then by name and role.
  package static func byContacts(_ left: Self, _ right: Self) -> Bool {
    (-left.contacts, left.name ?? "", left.role ?? "")
      < (-right.contacts, right.name ?? "", right.role ?? "")
  }
}
