import Cells
import Records

/// A fact on one line of a chronology, in the columns of the contacts.
struct FactLine {
  private let record: FactRecord
  private let isMarked: Bool
  private let today: CalendarDate

  init(_ record: FactRecord, isMarked: Bool, today: CalendarDate) {
    self.record = record
    self.isMarked = isMarked
    self.today = today
  }

  func draw(in frame: inout Frame, row: Int, style: Style) {
    if isMarked {
      frame.write("*", row: row, column: 1, style: style == .selected ? style : .evidence)
    }
    frame.cell(record.date.written(today: today), row: row, column: 2, width: 10, style: style)
    frame.cell(
      "+ " + record.words.joined(separator: " · "), row: row, column: 14,
      width: frame.size.columns - 14, style: style)
  }
}

extension ReadingScreen {
  /// One fact in full, with who typed it and when.
  init(_ record: FactRecord, child: Child) {
    let (day, time) = record.recordedAt.london
    let late = record.knownOn.days(since: record.date)
    let delay = late > 0 ? ", \(counted(late, "day")) after it happened" : ""
    let said = record.fact.texts.map { ($0.field.label, Optional($0.text)) }
    let fields: [(String, String?)] =
      [("When", record.date.long), ("What happened", record.fact.step.name)] + said + [
        ("Recorded", "by \(record.recordedBy), \(day.shortWithYear) \(time)\(delay)")
      ]
    self.init(title: "\(child.listName) · \(record.fact.kind.title)", fields: fields)
  }
}
