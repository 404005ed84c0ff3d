/// An aligned table of plain text.
struct Table {
  private let header: [String]
  /// So many columns stand at the left; the others are numbers and stand at the right.
  private let leading: Int
  private var rows: [[String]] = []

  init(_ header: [String], leading: Int = 1) {
    self.header = header
    self.leading = leading
  }

  mutating func add(_ row: [String]) {
    rows.append(row)
  }

  func tell() {
    let lines = [header] + rows
    let widths = header.indices.map { column in lines.map { $0[column].count }.max() ?? 0 }
    for line in lines { print(written(line, widths)) }
    if rows.isEmpty { print("  none") }
    print("")
  }

  private func written(_ line: [String], _ widths: [Int]) -> String {
    let cells = line.indices.map { column in
      let gap = String(repeating: " ", count: widths[column] - line[column].count)
      return column < leading ? line[column] + gap : gap + line[column]
    }
    let text = "  " + cells.joined(separator: "  ")
    return String(text.reversed().drop { $0 == " " }.reversed())
  }
}

/// A title with a line under it.
func tellTitle(_ title: String) {
  print(title)
  print(String(repeating: "=", count: title.count))
}

/// A number with so many decimals.
func decimal(_ value: Double, places: Int = 1) -> String {
  let scale = (0..<places).reduce(1) { power, _ in power * 10 }
  let whole = Int((value * Double(scale)).rounded())
  guard places > 0 else { return String(whole) }
  let rest = String(whole % scale)
  return "\(whole / scale)." + String(repeating: "0", count: places - rest.count) + rest
}

/// A share in a hundred, with two decimals.
func percent(_ share: Double) -> String {
  decimal(share * 100, places: 2)
}
