import BuiltProgram
import Foundation
import Testing

/// A machine whose clock is wrong, jumps or stands at an odd hour.
///
/// A library that is loaded before the C library says what time it is.
@Suite struct ClockTests {
  /// The environment of a program whose clock stands at a moment of Greenwich.
  private func at(_ moment: String) throws -> [String: String] {
    let format = Date.ISO8601FormatStyle().year().month().day().dateTimeSeparator(.space)
      .time(includingFractionalSeconds: false)
    let seconds = try Int(format.parse(moment).timeIntervalSince1970)
    return ["LD_PRELOAD": BuiltProgram.crashShim, "CLOCK_AT": "\(seconds)"]
  }

  private func makeStore(at moment: String) throws -> Machine {
    let machine = try Machine()
    for command in [
      ["init", "--me", "Ida Rowe", "--role", "team manager"],
      ["add", "C1", "--name", "Ann Example", "--born", "2010-02-01"],
    ] {
      let made = try machine.run(command, try at(moment))
      try #require(made.status == 0, "\(made.complaint)")
    }
    return machine
  }

  private func contacts(_ machine: Machine, at moment: String) throws -> [[String: Any]] {
    let ran = try machine.run(["chronology", "C1", "--json"], try at(moment))
    let object = try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any]
    return try #require(object?["contacts"] as? [[String: Any]])
  }

  @Test func `a clock that is set back changes no order and breaks no proof`() throws {
    let machine = try makeStore(at: "2026-06-01 09:00:00")
    let moments = [
      "2026-06-01 10:00:00", "2016-06-01 10:00:00", "2026-06-01 11:00:00", "2026-06-01 10:30:00",
    ]
    var ids: [String] = []
    for (number, moment) in moments.enumerated() {
      let ran = try machine.run(
        [
          "log", "C1", "--contact-type", "phone", "--date", "2016-05-0\(number + 1)", "--outcome",
          "\(number)", "--json",
        ], try at(moment))
      try #require(ran.status == 0, "\(ran.complaint)")
      let saved = try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [String: Any]
      ids.append(try #require(saved?["id"] as? String))
    }
    #expect(ids == ids.sorted(), "what is recorded later comes later, whatever the clock says")
    let read = try contacts(machine, at: "2026-06-02 09:00:00")
    #expect(read.compactMap { $0["outcome"] as? String } == ["3", "2", "1", "0"])
    #expect(read.compactMap { $0["recorded_at"] as? String }.contains("2016-06-01T10:00:00Z"))
    #expect(try machine.run(["verify"], try at("2016-06-01 10:00:00")).status == 0)
    let doctor = try machine.run(["doctor"], try at("2016-06-01 10:00:00"))
    #expect(doctor.output.contains("which is long gone"), "\(doctor.output)")
  }

  @Test func `a clock behind the last entry of the log is told by the doctor`() throws {
    let machine = try makeStore(at: "2026-11-20 09:00:00")
    let behind = try machine.run(["doctor"], try at("2026-11-20 08:00:00"))
    #expect(behind.output.contains("before the last entry of the log"), "\(behind.output)")
    let right = try machine.run(["doctor"], try at("2026-11-20 09:30:00"))
    #expect(!right.output.contains("before the last entry"))
  }

  /// The hours at which clocks in London change, a leap day and the end of 32-bit seconds.
  @Test(arguments: [
    ("2026-03-29 00:59:58", "2026-03-29", "00:59"), ("2026-03-29 01:00:02", "2026-03-29", "02:00"),
    ("2026-10-25 00:30:00", "2026-10-25", "01:30"), ("2026-10-25 01:30:00", "2026-10-25", "01:30"),
    ("2026-06-30 23:30:00", "2026-07-01", "00:30"), ("2028-02-29 12:00:00", "2028-02-29", "12:00"),
    ("2038-01-19 03:14:08", "2038-01-19", "03:14"), ("2040-12-31 23:59:59", "2040-12-31", "23:59"),
  ])
  func `a contact logged now has the day and time of London`(
    moment: String, day: String, time: String
  ) throws {
    let machine = try makeStore(at: moment)
    let ran = try machine.run(["log", "C1", "--contact-type", "phone"], try at(moment))
    try #require(ran.status == 0, "\(ran.complaint)")
    let contact = try #require(try contacts(machine, at: moment).first)
    #expect(contact["date"] as? String == day)
    #expect((contact["time"] as? String ?? time) == time)
  }
}
