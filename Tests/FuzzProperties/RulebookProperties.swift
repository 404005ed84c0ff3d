import Flags
import Records
import Rulebook

/// A text is a rulebook that can be written again, or is refused at places that it has.
func checkRulebook(_ input: [UInt8]) throws(BrokenProperty) {
  let text = String(decoding: input, as: UTF8.self)
  let base = Parameters(calendar: WorkingCalendar())
  let read: Parameters
  do throws(RulebookFaults) {
    read = try Parameters(toml: text, over: base)
  } catch {
    return try checkPlaces(of: error.faults, in: text)
  }
  for setting in Setting.all {
    let value = read[keyPath: setting.value]
    try hold("a threshold is in its range", setting.path, setting.range.contains(value))
  }
  let written = read.toml()
  let again = try? Parameters(toml: written, over: base)
  try hold("a rulebook written reads the same", written, again == read)
  let isSame = again?.edition.utf8.elementsEqual(read.edition.utf8) ?? false
  try hold("an edition is kept letter by letter", read.edition, isSame)
}

private func checkPlaces(of faults: [RulebookFault], in text: String) throws(BrokenProperty) {
  try hold("a refusal has a reason", text, !faults.isEmpty)
  let lines = text.unicodeScalars.split(separator: "\n", omittingEmptySubsequences: false)
  for fault in faults {
    try hold("a fault has a line", (text, fault), (1...lines.count).contains(fault.line))
    guard let column = fault.column else { continue }
    // One past the end is where something is missing.
    let columns = 1...lines[fault.line - 1].count + 1
    try hold("a fault has a column", (text, fault), columns.contains(column))
  }
}
