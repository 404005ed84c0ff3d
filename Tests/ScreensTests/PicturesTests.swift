import Cells
import Fiction
import Records
import Storage
import Testing

@testable import Screens

/// A case drawn in characters, each picture with its words.
@Suite struct PicturesTests {
  private func lines(_ columns: Int = 78) throws -> [String] {
    let store = try Sitting.caseload.store(at: Sitting.now)
    let child = try #require(try store.child(ref: "C0417"))
    return Pictures(try store.caseFile(of: child.id), on: Sitting.now.londonDay)
      .lines(columns: columns)
  }

  @Test func `weeks run from Monday to Sunday, and today is the last day drawn`() throws {
    let lines = try lines()
    let first = try #require(lines.firstIndex { $0.hasPrefix("Mon  ") })
    #expect(
      lines[first..<first + 7].map { String($0.prefix(3)) } == [
        "Mon", "Tue", "Wed", "Thu", "Fri", "Sat", "Sun",
      ])
    // 23 November 2026 is a Monday: only its own cell of the last week is drawn.
    #expect(lines[first].count == 5 + 26 && lines[first + 1].trimmed.count == 5 + 25)
    let weeks = lines[first..<first + 7].joined().filter { "123456789".contains($0) }
    #expect(lines[first + 7].hasPrefix("\(weeks.count) days with contact in 26 weeks"))
  }

  @Test func `every contact stands in its month, and a month without a rung says so`() throws {
    let months = try lines().dropFirst().prefix { !$0.isEmpty }
    let total = months.compactMap { Int($0.dropFirst(9).prefix(4).filter(\.isNumber)) }.reduce(0, +)
    #expect(total == 63)
    #expect(months.allSatisfy { $0.contains("no escalation") })
    for line in months {
      let count = Int(line.dropFirst(9).prefix(4).filter(\.isNumber)) ?? -1
      #expect(line.filter { $0 == "*" }.count == count, "\(line)")
    }
  }

  @Test func `injuries stand by where they were, with their sum and how many are untested`() throws
  {
    let all = try lines()
    let start = try #require(all.firstIndex { $0.hasPrefix("Injuries by") })
    let rows = all[(start + 2)...].prefix { !$0.hasPrefix("7 injuries") }
    #expect(rows.count == 10)
    for row in rows {
      let figures = row.dropFirst(16).split(separator: "=").first ?? ""
      let sum = figures.split(separator: " ").compactMap { Int($0) }.reduce(0, +)
      #expect(row.hasSuffix("= \(sum)"), "\(row)")
    }
    #expect(all.contains("7 injuries on record, 7 with an explanation that nobody has tested."))
  }

  @Test func `silences are said in words, with both their ends`() throws {
    #expect(try lines().contains("police: 41 d without, from 14 Jul 2026 until 24 Aug 2026"))
  }

  @Test(arguments: [20, 40, 200])
  func `no width draws past its edge but a sentence`(columns: Int) throws {
    let month = try #require(try lines(columns).first { $0.contains("*") })
    #expect(month.filter { $0 == "*" }.count <= max(1, columns - 50))
  }
}

extension String {
  fileprivate var trimmed: String {
    String(reversed().drop { $0 == " " }.reversed())
  }
}
