/// What a command prints: lines for a person, or JSON for a script.
///
///     let report: any Report = PeopleReport(people)
///     report.lines  // one sentence for each person
///     report.json.written  // the same as JSON, on one line
package protocol Report {
  var json: JSON { get }
  var lines: [String] { get }
}
