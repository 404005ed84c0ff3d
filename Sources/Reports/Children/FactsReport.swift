package import Records

/// What is recorded beside a child's contacts, each matter with its history.
package struct FactsReport: Report {
  private let matters: [Matter]
  /// The line shown when there are none.
  private let nothing: String

  /// Reports `matters` in the order given; `isOfDue` when only those due were asked for.
  package init(_ matters: [Matter], isOfDue: Bool) {
    self.matters = matters
    nothing = isOfDue ? "Nothing is due." : "Nothing is recorded beside the contacts."
  }

  package var json: JSON { .array(matters.map(\.json)) }

  package var lines: [String] { matters.isEmpty ? [nothing] : matters.flatMap(\.lines) }
}

extension Matter {
  fileprivate var json: JSON {
    .object([
      ("kind", .string(kind.id)), ("since", .day(date)), ("closed", .bool(isClosed)),
      ("in_error", .bool(isInError)), ("due", .day(owedBy)),
      ("facts", .array(records.map(\.json))),
    ])
  }

  fileprivate var lines: [String] {
    ["\(kind.title)\(isInError ? " (entered in error)" : "")"] + records.map(\.sentence)
  }
}

extension FactRecord {
  fileprivate var json: JSON {
    .object([
      ("id", .string(id.description)), ("day", .day(date)), ("step", .string(fact.step.name)),
      ("recorded_at", .string(recordedAt.iso)), ("recorded_by", .string(recordedBy)),
      ("contact", .text(contact?.description)),
      ("fields", fieldsJSON),
    ])
  }

  fileprivate var sentence: String {
    let fields = fact.texts.map { "\($0.field.label): \($0.text)" }.joined(separator: "; ")
    return """
        \(date.shortWithYear)  \(fact.step.name)\(fields.isEmpty ? "" : " – ")\(fields) \
      [\(id.receipt), \(recordedBy)]
      """
  }

  /// What each filled field says, under its name.
  var fieldsJSON: JSON { .object(fact.texts.map { ($0.field.name, .string($0.text)) }) }
}
