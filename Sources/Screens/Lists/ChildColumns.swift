import Cells
import Records

/// The columns of a list of children, as many as fit.
struct ChildColumns {
  private let columns: Int

  init(_ columns: Int) {
    self.columns = columns
  }

  private var isWide: Bool { columns >= 70 }

  /// Draws the heads; `born` shows dates of birth in place of ages, to tell children of one name apart.
  func heads(in frame: inout Frame, _ finder: Finder = Finder(), born: Bool = false) {
    frame.write(finder.head("Child", 0), row: 1, column: 2, style: .dim)
    frame.write(finder.head("Ref", 1), row: 1, column: 23, style: .dim)
    guard isWide else { return }
    if born {
      frame.write("Born         Plan   Flags   Worker, address", row: 1, column: 33, style: .dim)
      return
    }
    let heads =
      padded(finder.head("Age", 2), to: 6) + padded(finder.head("Plan", 3), to: 6)
      + padded(finder.head("Seen", 4), to: 11) + padded(finder.head("Flags", 5), to: 8) + "Worker"
    frame.write(heads, row: 1, column: 33, style: .dim)
  }

  /// Draws a child with what tells them from others of the same name.
  func drawBorn(
    _ line: CaseLine, at place: RowPlace, in frame: inout Frame, _ situation: Situation
  ) {
    let (row, style) = (place.line, place.style)
    drawName(line, at: place, in: &frame)
    guard isWide else { return }
    let born = line.child.dateOfBirth?.shortWithYear ?? "–"
    frame.cell(born, row: row, column: 33, width: 12, style: style)
    frame.cell(line.summary.status?.short ?? "–", row: row, column: 46, width: 6, style: style)
    let worst = line.place(at: situation.now).band
    frame.cell(
      worst?.word ?? "none", row: row, column: 53, width: 7,
      style: place.isSelected ? style : worst?.style ?? .dim)
    let who = [line.child.worker, line.child.address].compactMap { $0 }.joined(separator: ", ")
    frame.cell(who, row: row, column: 61, width: columns - 61, style: style)
  }

  private func drawName(_ line: CaseLine, at place: RowPlace, in frame: inout Frame) {
    let (row, style) = (place.line, place.style)
    frame.cell(line.child.listName, row: row, column: 2, width: 20, style: style)
    let width = isWide ? 9 : max(0, columns - 23)
    let ref =
      isWide
      ? line.child.ref : [line.child.ref, born(line)].compactMap { $0 }.joined(separator: " ")
    frame.cell(ref, row: row, column: 23, width: width, style: style)
  }

  /// The year alone, where there is no room for more.
  private func born(_ line: CaseLine) -> String? {
    line.child.dateOfBirth.map { "*\($0.parts.year)" }
  }

  func draw(
    _ line: CaseLine, at place: RowPlace, in frame: inout Frame, _ situation: Situation
  ) {
    let (row, style) = (place.line, place.style)
    drawName(line, at: place, in: &frame)
    guard isWide else { return }
    frame.cell(line.child.age(on: situation.today), row: row, column: 33, width: 5, style: style)
    frame.cell(line.summary.status?.short ?? "–", row: row, column: 39, width: 5, style: style)
    let seen = line.summary.lastSeen.map { $0.written(today: situation.today) } ?? "never"
    frame.cell(seen, row: row, column: 45, width: 10, style: style)
    let worst = line.place(at: situation.now).band
    frame.cell(
      worst.map { "\($0.word)\(line.flags.count > 1 ? " \(line.flags.count)" : "")" } ?? "none",
      row: row, column: 56, width: 8, style: place.isSelected ? style : worst?.style ?? .dim)
    frame.cell(
      line.child.worker ?? "–", row: row, column: 64, width: columns - 64, style: style)
  }
}

extension CalendarDate {
  /// `Sat 24 Oct`, with the year in place of the weekday when it is another year.
  func written(today: CalendarDate) -> String {
    parts.year == today.parts.year ? shortWithWeekday : "\(short) \(padded: parts.year % 100)"
  }
}

extension DefaultStringInterpolation {
  fileprivate mutating func appendInterpolation(padded number: Int) {
    appendLiteral(number < 10 ? "0\(number)" : "\(number)")
  }
}
