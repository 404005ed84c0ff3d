/// What a command prints: lines for a person, or JSON for a script.
package protocol Report {
  var json: JSON { get }
  var lines: [String] { get }
}
