package import Records

/// The rows of files, gathered by child.
package struct ImportBatch: Sendable {
  package private(set) var children: [ImportedChild] = []
  package private(set) var count = 0
  /// Rehearses the import: the rows are judged and counted like any others, and nothing is stored.
  package var isRehearsal = false
  private var places: [String: Int] = [:]

  package init() {}

  /// Adds one row: whom it is about, the contact, and its line in the file.
  package mutating func add(
    _ facts: ContactFacts, ref: String, name: String? = nil, dateOfBirth: CalendarDate? = nil,
    household: String? = nil, worker: String? = nil, line: Int = 0
  ) {
    count += 1
    let place = places[ref] ?? children.count
    if place == children.count {
      children.append(ImportedChild(ref: ref))
      places[ref] = place
    }
    func said<Value>(_ value: Value) -> Said<Value> { Said(value, on: facts.date, line: line) }
    children[place].name = children[place].name ?? name.map(said)
    children[place].dateOfBirth = children[place].dateOfBirth ?? dateOfBirth.map(said)
    children[place].household = latest(children[place].household, household.map(said))
    children[place].worker = latest(children[place].worker, worker.map(said))
    children[place].contacts.append(Said(facts, on: facts.date, line: line))
  }
}

/// What a row says of a child, with the row's day and line.
struct Said<Value: Hashable & Sendable>: Hashable, Sendable {
  let value: Value
  let date: CalendarDate
  let line: Int

  init(_ value: Value, on date: CalendarDate, line: Int) {
    (self.value, self.date, self.line) = (value, date, line)
  }
}

/// What the row of the later day says; the later row where both are of one day.
private func latest<Value>(_ known: Said<Value>?, _ next: Said<Value>?) -> Said<Value>? {
  guard let known, let next else { return next ?? known }
  return next.date >= known.date ? next : known
}

/// A child as the rows of a file tell of them.
package struct ImportedChild: Hashable, Sendable {
  package let ref: String
  /// The name and the birthday of the first row that gives one.
  var name: Said<String>?
  var dateOfBirth: Said<CalendarDate>?
  /// The household and the allocated worker of the latest row that names one.
  var household: Said<String>?
  var worker: Said<String>?
  var contacts: [Said<ContactFacts>] = []

  init(ref: String) {
    self.ref = ref
  }

  package var count: Int { contacts.count }
  /// The contacts of all rows with their lines, in the order of the file.
  package var rows: [(line: Int, facts: ContactFacts)] { contacts.map { ($0.line, $0.value) } }
  /// The contacts of all rows, in the order of the file.
  package var facts: [ContactFacts] { contacts.map(\.value) }

  /// The child that these rows make.
  package func child(id: Identifier) -> Child {
    Child(
      id: id, ref: ref, name: name?.value, dateOfBirth: dateOfBirth?.value,
      household: household?.value, worker: worker?.value)
  }

  /// Splits the rows into contacts that are new, in the order of the file, and those that are known.
  ///
  /// A contact with a sender's reference is known when its agency has sent that reference before,
  /// one without when a contact of the child says the same in every column. A known reference with
  /// other content is told, and changes nothing.
  package func sorted(beside known: [Contact]) -> SortedRows {
    var sent = Dictionary(grouping: known.map(\.facts)) { $0.sent }
    let unsent = sent.removeValue(forKey: nil) ?? []
    var texts = Set(unsent)
    var rows = SortedRows()
    for contact in contacts {
      let facts = contact.value
      guard let reference = facts.sent else {
        if texts.insert(facts).inserted { rows.new.append(facts) } else { rows.alreadyThere += 1 }
        continue
      }
      guard let earlier = sent[reference] else {
        sent[reference] = [facts]
        rows.new.append(facts)
        continue
      }
      rows.alreadyThere += 1
      if let last = earlier.last, !earlier.contains(facts) {
        rows.differing.append(DifferingRow(line: contact.line, facts: facts, known: last))
      }
    }
    return rows
  }
}

/// The rows about one child, compared with what the store holds.
package struct SortedRows: Hashable, Sendable {
  package fileprivate(set) var new: [ContactFacts] = []
  package fileprivate(set) var alreadyThere = 0
  package fileprivate(set) var differing: [DifferingRow] = []
}

/// A row whose reference is known and whose content is another.
package struct DifferingRow: Hashable, Sendable {
  package let line: Int
  package let facts: ContactFacts
  /// What the store has under the reference; of several versions the last.
  package let known: ContactFacts
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
  /// Rows whose reference is known and whose content is another; nothing of them was stored.
  package var differing: [DifferingRow] = []
  /// What the rows say of known children otherwise than the store does.
  package var changes: [ImportChange] = []

  package init() {}

  /// Counts the rows about one child.
  package mutating func count(_ rows: SortedRows) {
    added += rows.new.count
    alreadyThere += rows.alreadyThere
    differing += rows.differing
  }
}

/// A fact as a file gives it, with the child that it is about.
package struct ImportedFact: Hashable, Sendable {
  package let child: Identifier
  package let fact: Fact

  package init(child: Identifier, fact: Fact) {
    self.child = child
    self.fact = fact
  }

  /// Whether the case has the same fact already, equal in every field.
  package func isKnown(in record: CaseRecord) -> Bool {
    record.facts.contains { $0.corrects == nil && $0.fact == fact }
  }
}
