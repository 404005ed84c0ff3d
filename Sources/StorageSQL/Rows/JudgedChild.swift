import Records

/// A child with the last evaluation of their case, whose flags are read apart.
struct JudgedChild {
  let child: Child
  /// Nil when the case was never judged.
  let evaluation: Evaluation?

  /// The columns of a child `c` and of the table `standing` as `s`, of one authority.
  static let selection = """
    SELECT \(ChildRow.names), \(EvaluationRow.names)
    FROM child c LEFT JOIN standing s ON s.authority_id = c.authority_id AND s.child_id = c.id
    WHERE c.authority_id = ?
    """

  init(_ row: SQLRow) throws {
    child = try ChildRow.child(row)
    evaluation = try EvaluationRow.evaluation(row, at: ChildRow.count)
  }

  var summary: CaseSummary { evaluation?.summary ?? CaseSummary(ofNothingAbout: child) }
}
