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

  @Test func `a clock behind an entry of the log is told by the doctor`() throws {
    let machine = try makeStore(at: "2026-11-20 09:00:00")
    let behind = try machine.run(["doctor"], try at("2026-11-20 08:00:00"))
    #expect(behind.output.contains("before an entry of the log"), "\(behind.output)")
    let right = try machine.run(["doctor"], try at("2026-11-20 09:30:00"))
    #expect(!right.output.contains("before an entry"))
  }

  /// Under a clock that is far ahead, a list that is read, and records that are made for a day to come.
  @Test(
    arguments: [
      (["flags"], "2027-12-31 10:00:00"),
      (["log", "C2", "--contact-type", "phone"], "2027-12-31 10:00:00"),
      (["log", "C2", "--contact-type", "phone", "--as-of", "2027-12-31"], "2026-06-01 10:30:00"),
      (["rescan", "--as-of", "2027-12-31"], "2026-06-01 10:30:00"),
      (
        ["note", "C2", "adult", "sighted", "adult=Bob", "--as-of", "2027-12-31"],
        "2026-06-01 10:30:00"
      ),
    ] as [([String], String)])
  func `a day that has not come clears no flag for good and hides no injury`(
    command: [String], moment: String
  ) throws {
    let machine = try makeStore(at: "2026-06-01 09:00:00")
    let injury = [
      "log", "C2", "--contact-type", "home visit", "--child-seen", "yes", "--explanation-given",
      "fell",
      "--injuries",
    ]
    let young = ["add", "C2", "--name", "Ben Example", "--born", "2024-03-01"]
    try #require(try machine.run(young, try at("2026-06-01 09:00:00")).status == 0)
    /// Each flag's id, and on how many contacts it rests.
    func flagged() throws -> [String: Int] {
      let ran = try machine.run(["flags", "--json"], try at("2026-06-01 12:30:00"))
      let rows = try JSONSerialization.jsonObject(with: Data(ran.output.utf8)) as? [[String: Any]]
      let pairs = try #require(rows).compactMap { row -> (String, Int)? in
        guard let id = row["id"] as? String, let evidence = row["evidence"] as? [Any] else {
          return nil
        }
        return (id, evidence.count)
      }
      return Dictionary(uniqueKeysWithValues: pairs)
    }
    for site in ["ear", "cheek"] {
      let ran = try machine.run(
        injury + ["bruise to \(site)"], try at("2026-06-01 10:00:00"))
      try #require(ran.status == 0, "\(ran.complaint)")
    }
    let before = try flagged()
    try #require(!before.isEmpty)
    #expect(try machine.run(command, try at(moment)).status == 0)
    let warned = try machine.run(["flags"], try at("2026-06-01 11:00:00"))
    #expect(warned.complaint.contains("heed rescan judges them anew"), "\(warned.complaint)")
    let doctor = try machine.run(["doctor"], try at("2026-06-01 11:00:00")).output
    #expect(doctor.contains("mend Clock") && doctor.contains("heed rescan"), "\(doctor)")
    #expect(try Set(before.keys).isSubset(of: flagged().keys), "they stand again")
    let more = try machine.run(injury + ["fracture to arm"], try at("2026-06-01 12:00:00"))
    #expect(more.status == 0)
    let after = try flagged()
    #expect(before.allSatisfy { id, contacts in after[id].map { $0 > contacts } == true })
    let rescanned = try machine.run(["rescan"], try at("2026-06-01 12:10:00"))
    #expect(rescanned.status == 0 && rescanned.complaint.isEmpty, "\(rescanned.complaint)")
    #expect(try flagged() == after, "and those of days to come are gone")
    #expect(try machine.run(["flags"], try at("2026-06-01 12:20:00")).complaint.isEmpty)
    #expect(try machine.run(["verify"], try at("2026-06-01 12:30:00")).status == 0)
  }

  @Test(arguments: ["2024-06-01 10:00:00", "2026-06-08 10:00:00", "2026-06-10 22:00:00"])
  func `a clock that is behind takes no flag and no answer away, and that is said`(moment: String)
    throws
  {
    let machine = try makeStore(at: "2026-06-01 09:00:00")
    for command in [
      ["add", "C2", "--name", "Ben Example", "--born", "2024-03-01"], ["children"],
      ["children", "C1"],
      ["children", "C2"], ["flags"], ["people"],
    ] {
      try #require(try machine.run(command, try at("2026-06-01 09:00:00")).status == 0)
    }
    let commands = [
      [
        "log", "C2", "--contact-type", "home visit", "--explanation-given", "fell", "--injuries",
        "bruise to ear",
      ],
      ["answer", "C2:R03", "--escalate", "s47", "--due", "2026-06-12"],
    ]
    for command in commands {
      let ran = try machine.run(command, try at("2026-06-11 10:00:00"))
      try #require(ran.status == 0, "\(ran.complaint)")
    }
    let listed = ["flags", "--json"]
    let before = try machine.run(listed, try at("2026-06-11 10:30:00")).output
    let behind = try machine.run(["flags"], try at(moment))
    #expect(behind.output.contains("Ben Example"))
    #expect(behind.complaint.contains("if it is behind, set it"), "\(behind.complaint)")
    let right = try machine.run(listed, try at("2026-06-11 10:30:00"))
    #expect(right.output == before && right.complaint.isEmpty, "\(right.output)")
    #expect(try machine.run(["verify"], try at("2026-06-11 11:00:00")).status == 0)
  }

  @Test func `an injury that was logged under a clock ahead is listed when the clock is right`()
    throws
  {
    let machine = try makeStore(at: "2026-06-01 09:00:00")
    let young = ["add", "C2", "--name", "Ben Example", "--born", "2024-03-01"]
    try #require(try machine.run(young, try at("2026-06-01 09:00:00")).status == 0)
    let injury = [
      "log", "C2", "--contact-type", "home visit", "--explanation-given", "fell", "--injuries",
      "bruise to ear",
    ]
    try #require(try machine.run(injury, try at("2027-06-01 10:00:00")).status == 0)
    for (command, moment) in [
      (["flags"], "2026-06-01 11:00:00"), (["rescan"], "2026-06-01 11:10:00"),
      (["flags"], "2026-06-01 11:20:00"), (["flags"], "2026-06-03 11:20:00"),
    ] {
      let ran = try machine.run(command, try at(moment))
      #expect(ran.status == 0)
      #expect(
        command == ["rescan"] || ran.output.contains("Ben Example"), "\(moment) \(ran.output)")
    }
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
