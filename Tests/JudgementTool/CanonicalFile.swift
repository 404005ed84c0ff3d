import Exchange
import Foundation
import Records

/// Why a file can't be judged, in a sentence.
struct Unreadable: Error, CustomStringConvertible {
  let description: String
}

/// Canonical CSV files, read as if each contact had been recorded on its own day.
enum CanonicalFile {
  /// The children of a file, in its order; rows that name none are about one child.
  /// - Throws: when the file can't be read, or one of its rows is refused.
  static func records(at path: String) throws -> [CaseRecord] {
    var records: [CaseRecord] = []
    var places: [String: Int] = [:]
    var mint = IdentifierMint()
    for row in try rows(at: path) {
      let ref = row.childRef ?? "-"
      let place = places[ref] ?? records.count
      if place == records.count {
        places[ref] = place
        let id = mint.next(at: Instant(seconds: 0))
        records.append(CaseRecord(child: Child(id: id, ref: ref), versions: []))
      }
      records[place].add(row, id: mint.next(at: Instant(seconds: 0)))
    }
    return records
  }

  /// The name of a file without its folders and its ending.
  static func name(of path: String) -> String {
    URL(filePath: path).deletingPathExtension().lastPathComponent
  }

  /// Every row of a file.
  /// - Throws: when the file can't be read, or a row is refused.
  private static func rows(at path: String) throws -> [ContactRow] {
    guard let text = try? String(contentsOf: URL(filePath: path), encoding: .utf8) else {
      throw Unreadable(description: "\(path) can't be read from this folder.")
    }
    var file = try ContactsFile(CSVReader(text: text), options: ContactsFile.Options())
    var rows: [ContactRow] = []
    while let outcome = try file.next() {
      switch outcome {
      case .row(let row, _): rows.append(row)
      case .refused(let record, _):
        throw Unreadable(description: "\(path): the row on line \(record.line) is refused.")
      }
    }
    return rows
  }
}

extension CaseRecord {
  fileprivate mutating func add(_ row: ContactRow, id: Identifier) {
    child.name = child.name ?? row.childName
    child.dateOfBirth = child.dateOfBirth ?? row.dateOfBirth
    child.household = child.household ?? row.household
    child.worker = child.worker ?? row.worker
    versions.append(
      Contact(
        id: id, child: child.id,
        recordedAt: Instant(london: row.facts.date, row.facts.time ?? .midnight),
        recordedBy: "file", facts: row.facts))
  }
}
