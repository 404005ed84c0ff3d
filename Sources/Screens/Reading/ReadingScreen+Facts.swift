import Records

extension ReadingScreen {
  /// What is recorded beside a child's contacts, each matter with its history, the newest first.
  init(factsOf file: CaseFile, _ situation: Situation) {
    let matters = Matter.matters(in: file.record.facts).reversed()
    let fields: [(String, String?)] = matters.map { matter in
      let lines = matter.records.map { record in
        let words = record.fact.texts.filter { !matter.kind.key.contains($0.field) }
          .map { "\($0.field.label): \($0.text)" }
        let late = record.knownOn.days(since: record.date)
        let delay = late > 0 ? " (typed \(counted(late, "day")) later)" : ""
        return "\(record.date.written(today: situation.today))  "
          + ([record.fact.step.name] + words).joined(separator: " · ")
          + " – \(record.recordedBy)\(delay)"
      }
      let called = matter.kind.key.compactMap { matter.fact.values[$0]?.written }
      let head = called.isEmpty ? [] : [called.joined(separator: ", ")]
      let error = matter.isInError ? ["Entered in error; no rule reads it."] : []
      return (matter.kind.title, (head + lines + error).joined(separator: "\n"))
    }
    self.init(
      title: "\(file.child.listName) · on record beside the contacts",
      fields: fields.isEmpty
        ? [("Nothing yet", "+ on the child's screen adds to the record.")] : fields)
  }
}
