package import Exchange
package import Records

extension RetentionFileError {
  /// Says in one sentence what is wrong with the schedule in `file`, where, and how to mend it.
  package func sentence(file: String, nation: RetentionSchedule.Nation) -> String {
    switch self {
    case .csv(let error): ContactsFileError.csv(error).sentence(file: file)
    case .missingColumn(let column):
      "\(file), line 1: the column \(column) is missing; add it."
    case .cell(let line, let column):
      "\(file), line \(line), column \(column): it can't be read; heed retention --print shows how such a line is written."
    case .noLines:
      "\(file) has no line for \(nation.rawValue); give your authority's own with --schedule."
    }
  }
}
