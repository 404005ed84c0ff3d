import Records

/// The first byte says which day today is, and which way an open day leans.
func checkDates(_ input: [UInt8]) throws(BrokenProperty) {
  guard let first = input.first else { return }
  let today = CalendarDate(dayNumber: 18_000 + 30 * Int(first))
  let typed = Typed(
    text: String(decoding: input.dropFirst(), as: UTF8.self), today: today,
    leaning: first % 2 == 0 ? .past : .future)
  try typed.checkWriting()
  try typed.checkDay()
  try typed.checkWhen()
}

/// What somebody types on a day.
private struct Typed {
  var text: String
  let today: CalendarDate
  let leaning: CalendarDate.Leaning

  /// Years that people write in words; others only stand in ISO 8601.
  private static let usual = 1900...2099

  var day: CalendarDate? { try? CalendarDate(typed: text, today: today, leaning: leaning) }

  /// The day that is asked about, since its year is a guess.
  var asked: CalendarDate? {
    do throws(DateTypingError) {
      _ = try CalendarDate(typed: text, today: today, leaning: leaning)
      return nil
    } catch {
      if case .whichYear(let day) = error { return day }
      return nil
    }
  }

  var when: TypedWhen? {
    let now = Instant(london: today, TimeOfDay(clamping: 600))
    return try? TypedWhen(typed: text, now: now, leaning: leaning)
  }

  func saying(_ other: String) -> Typed { Typed(text: other, today: today, leaning: leaning) }

  /// The forms that programs write are read strictly.
  func checkWriting() throws(BrokenProperty) {
    if let day = try? CalendarDate(iso: text) {
      try hold("an ISO day is written as it was read", text, day.iso.utf8.elementsEqual(text.utf8))
    }
    if let time = TimeOfDay(typed: text) {
      let isSame = time.description.utf8.elementsEqual(text.utf8)
      try hold("a time is written as it was read", text, isSame)
    }
  }

  func checkDay() throws(BrokenProperty) {
    // A space would join a mark that stands first.
    try hold("blanks around it change nothing", text, saying("\n\(text)\n").day == day)
    if text.utf8.allSatisfy({ $0 < 0x80 }) {
      try hold("capitals change nothing", text, saying(text.uppercased()).day == day)
    }
    guard let day else { return }
    try hold("a day has an ISO form", text, saying(day.iso).day == day)
    try hold("parts make the day again", text, CalendarDate(day.parts) == day)
    guard Typed.usual.contains(day.parts.year) else { return }
    for written in [day.long, day.shortWithYear] {
      try hold("a day written in words reads the same", (text, written), saying(written).day == day)
    }
    if let asked = saying(day.short).asked {
      let isOld = leaning == .past && today.days(since: asked) > 60
      try hold("what is asked is long ago", (text, day.short), isOld && asked.short == day.short)
      return
    }
    let near = saying(day.short).day
    let isNear = near.map { leaning == .past ? $0 <= today : $0 >= today } ?? false
    try hold("a day without a year leans as asked", (text, day.short), isNear)
    try hold("it is that day of a year", (text, day.short), near?.short == day.short)
  }

  func checkWhen() throws(BrokenProperty) {
    guard let when else { return }
    guard Typed.usual.contains(when.day.parts.year) else { return }
    try hold("a day and time written read the same", (text, when), saying(when.long).when == when)
    if let day { try hold("a day alone is that day", text, when.day == day) }
  }
}

extension CalendarDate {
  fileprivate init?(_ parts: (year: Int, month: Int, day: Int)) {
    self.init(year: parts.year, month: parts.month, day: parts.day)
  }
}
