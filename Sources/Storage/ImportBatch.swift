package import Records

/// The rows of files, gathered by child.
package struct ImportBatch: Sendable {
  package private(set) var children: [ImportedChild] = []
  package private(set) var count = 0
  private var places: [String: Int] = [:]

  package init() {}

  /// Adds one row: whom it is about, and the contact.
  package mutating func add(
    _ facts: ContactFacts, ref: String, name: String? = nil, dateOfBirth: CalendarDate? = nil,
    household: String? = nil, worker: String? = nil
  ) {
    count += 1
    let place = places[ref] ?? children.count
    if place == children.count {
      children.append(ImportedChild(ref: ref))
      places[ref] = place
    }
    children[place].name = children[place].name ?? name
    children[place].dateOfBirth = children[place].dateOfBirth ?? dateOfBirth
    children[place].household = children[place].household ?? household
    if let worker, facts.date >= children[place].workerOn {
      children[place].worker = worker
      children[place].workerOn = facts.date
    }
    children[place].contacts.append(facts)
  }
}

/// A child as the rows of a file tell of them.
package struct ImportedChild: Hashable, Sendable {
  package let ref: String
  package internal(set) var name: String?
  package internal(set) var dateOfBirth: CalendarDate?
  package internal(set) var household: String?
  /// The allocated worker of the latest row that names one.
  package internal(set) var worker: String?
  package internal(set) var contacts: [ContactFacts] = []
  var workerOn = CalendarDate(dayNumber: .min)

  init(ref: String) {
    self.ref = ref
  }

  /// The child that these rows make.
  package func child(id: Identifier) -> Child {
    Child(
      id: id, ref: ref, name: name, dateOfBirth: dateOfBirth, household: household, worker: worker)
  }

  /// A known child with what the rows add: gaps are filled, and a worker named anew takes over.
  package func completing(_ known: Child) -> Child {
    var child = known
    child.name = known.name ?? name
    child.dateOfBirth = known.dateOfBirth ?? dateOfBirth
    child.household = known.household ?? household
    child.worker = worker ?? known.worker
    return child
  }

  /// The contacts that are not there yet, in the order of the file, and how many were.
  ///
  /// A contact with a sender's reference is there when its agency has sent that reference before,
  /// one without when a contact of the child says the same in every column.
  package func newContacts(beside known: [Contact]) -> (new: [ContactFacts], alreadyThere: Int) {
    var refs = Set(known.compactMap(\.facts.sent))
    var texts = Set(known.lazy.filter { $0.facts.ref == nil }.map(\.facts))
    var new: [ContactFacts] = []
    for facts in contacts {
      let isNew = facts.sent.map { refs.insert($0).inserted } ?? texts.insert(facts).inserted
      if isNew { new.append(facts) }
    }
    return (new, contacts.count - new.count)
  }
}

/// A sender's own id of a contact.
private struct SentReference: Hashable {
  let agency: Agency
  let ref: String
}

extension ContactFacts {
  fileprivate var sent: SentReference? {
    ref.map { SentReference(agency: agency, ref: $0) }
  }
}

/// What an import did.
package struct ImportReport: Hashable, Sendable {
  package var added = 0
  package var alreadyThere = 0
  package var childrenAdded = 0
  package var flagsRaised = 0

  package init() {}
}

/// A fact as a file gives it, with the child that it is about.
package struct ImportedFact: Hashable, Sendable {
  package let child: Identifier
  package let fact: Fact

  package init(child: Identifier, fact: Fact) {
    self.child = child
    self.fact = fact
  }

  /// Whether a case holds it already, said the same in every field.
  package func isKnown(in record: CaseRecord) -> Bool {
    record.facts.contains { $0.corrects == nil && $0.fact == fact }
  }
}
