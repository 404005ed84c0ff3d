/// A question about the child that a closure would leave behind.
package struct OpenQuestion: Hashable, Sendable {
  package let name: String
  package let evidence: Evidence?

  package init(name: String, evidence: Evidence?) {
    self.name = name
    self.evidence = evidence
  }
}
