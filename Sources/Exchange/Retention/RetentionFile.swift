package import Records

/// Why a file can't be read as a retention schedule.
package enum RetentionFileError: Error, Hashable, Sendable {
  case csv(CSVError)
  /// A column of the format is not in the header.
  case missingColumn(String)
  /// A cell of this column can't be read.
  case cell(line: Int, column: String)
  /// No line is for the nation that was asked for.
  case noLines
}

/// Reads retention schedules: a CSV of lines `nation,record,years,from,source`.
package enum RetentionFile {
  private static let columns = ["nation", "record", "years", "from", "source"]

  /// The schedule of one nation.
  /// - Throws: at the first line that can't be read: nothing may be destroyed by a schedule that is half
  ///   understood.
  package static func schedule(
    of nation: RetentionSchedule.Nation, in reader: CSVReader
  ) throws(RetentionFileError) -> RetentionSchedule {
    var reader = reader
    var lines: [RetentionSchedule.Line] = []
    do {
      let header = try reader.next()?.texts.map { $0.lowercased() } ?? []
      var places: [String: Int] = [:]
      for column in columns {
        guard let place = header.firstIndex(of: column) else {
          throw RetentionFileError.missingColumn(column)
        }
        places[column] = place
      }
      while let record = try reader.next() {
        let row = Row(record: record, texts: record.texts, places: places)
        let read = try row.line()
        if read.nation == nation { lines.append(read.line) }
      }
    } catch let error as RetentionFileError {
      throw error
    } catch let error as CSVError {
      throw .csv(error)
    } catch {
      throw .noLines
    }
    guard !lines.isEmpty else { throw .noLines }
    return RetentionSchedule(nation: nation, lines: lines)
  }

  /// One line of the file, its cells by name.
  private struct Row {
    let record: CSVRecord
    let texts: [String]
    let places: [String: Int]

    func line() throws(RetentionFileError) -> (
      nation: RetentionSchedule.Nation, line: RetentionSchedule.Line
    ) {
      let nation = try value("nation") {
        RetentionSchedule.Nation(rawValue: $0.lowercased())
      }
      let line = RetentionSchedule.Line(
        kind: try value("record") { RecordKind(rawValue: $0.lowercased()) },
        years: try value("years") { Int($0).flatMap { (1...150).contains($0) ? $0 : nil } },
        start: try value("from") { RetentionSchedule.Start(rawValue: $0.lowercased()) },
        source: try value("source") { $0.isEmpty ? nil : $0 })
      return (nation, line)
    }

    private func value<Value>(
      _ column: String, _ read: (String) -> Value?
    ) throws(RetentionFileError) -> Value {
      guard let place = places[column], place < texts.count, let value = read(texts[place]) else {
        throw .cell(line: record.line, column: column)
      }
      return value
    }
  }
}
