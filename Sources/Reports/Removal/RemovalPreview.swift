package import Records

/// What a removal that somebody is about to approve would destroy.
package struct RemovalPreview {
  private let removal: Removal
  private let going: Removal.Certificate
  private let holds: [LegalHold]

  /// Counts what would be destroyed of the child's case; `holds` are all holds, lifted ones too.
  package init(_ removal: Removal, from file: CaseFile, holds: [LegalHold]) {
    self.removal = removal
    var going = Removal.Certificate(approved: removal.proposed)
    going.count(
      removal.scope.parts(of: file.record), flags: removal.scope == .child ? file.flags : [])
    self.going = going
    self.holds = holds.filter { $0.child == nil || $0.child == removal.child }
  }

  /// How much would be destroyed, and which holds there are or once were.
  package var lines: [String] {
    let quoting = removal.scope == .child ? "" : " Answers that quote it stay as they are."
    let head = """
      It destroys \(counted(going.contacts, "contact")), \(counted(going.facts, "fact")) and \
      \(counted(going.flags, "flag")). It can't be undone.\(quoting)
      """
    return [head]
      + holds.map { "A hold: " + $0.sentence([removal.child: removal.childRef]) }
  }
}
