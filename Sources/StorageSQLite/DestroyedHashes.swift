import Records
import StorageSQL

/// The places of the hashes whose salts were destroyed, as a certificate names them: `12:0 12:1 15:3`,
/// each an entry of the log and which of its records.
struct DestroyedHashes {
  private var places: Set<Place> = []

  private struct Place: Hashable {
    let entry: Int
    let ordinal: Int
  }

  /// Those of every certificate.
  init(_ authority: Identifier, in connection: SQLiteConnection) throws {
    let texts = try connection.rows(
      "SELECT destroyed FROM removal_approval WHERE authority_id = ?", [authority]
    ) { try $0[0] as String }
    for text in texts {
      for word in text.split(separator: " ") {
        let numbers = word.split(separator: ":").compactMap { Int($0) }
        guard numbers.count == 2 else { throw Unreadable(column: 0) }
        places.insert(Place(entry: numbers[0], ordinal: numbers[1]))
      }
    }
  }

  func contains(entry: Int, ordinal: Int) -> Bool {
    !places.isEmpty && places.contains(Place(entry: entry, ordinal: ordinal))
  }
}
