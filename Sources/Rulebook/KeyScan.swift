import Records

/// Walks a TOML text from statement to statement and records the places of its keys.
///
/// It runs before the parser, since toml++ 3.4.0 ends the program at some texts that are no TOML: a date with
/// half a time, a header without a name, values nested too deep for its stack. So the parser sees `false` for
/// every word that no rulebook needs, and nothing from the first statement on that could end it.
struct KeyScan {
  private(set) var places: [[String]: KeyPlaces.Place] = [:]
  private(set) var refusal: Refusal?
  /// The ranges of the words that are neither whole numbers nor days, in order.
  private var hidden: [Range<Int>] = []
  private var cursor: TextCursor
  /// Where the present statement begins.
  private var statement = 0

  /// Why the scan ended before the text did.
  struct Refusal {
    let place: KeyPlaces.Place
    let reason: String
  }

  /// The deepest nesting of tables, lists and parts of keys; a rulebook needs three.
  private static let deepest = 16

  init(_ text: String) {
    cursor = TextCursor(text)
    var table: [String] = []
    while cursor.skipBlanks(), refusal == nil {
      statement = cursor.index
      if cursor.skip("[") {
        cursor.skip("[")
        table = header()
      } else {
        entry(in: table)
      }
      if cursor.index == statement { cursor.advance() }
    }
  }

  /// The text that the parser may see, every line in its place.
  var parsable: String {
    let end = refusal == nil ? cursor.scalars.count : statement
    var shown = ""
    var start = 0
    for range in hidden where range.upperBound <= end {
      shown += cursor.text(start..<range.lowerBound) + "false"
      start = range.upperBound
    }
    return shown + cursor.text(start..<end)
  }

  private mutating func refuse(_ reason: String) {
    refusal = refusal ?? Refusal(place: cursor.place, reason: reason)
    cursor.end()
  }

  private mutating func header() -> [String] {
    cursor.skipSpaces()
    guard let next = cursor.next, KeyScan.canBeginKey(next) else {
      refuse("a table needs a name")
      return []
    }
    let table = key(in: [])
    while cursor.skip("]") {}
    return table
  }

  private static func canBeginKey(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "a"..."z", "A"..."Z", "0"..."9", "_", "-", "\"", "'": true
    default: false
    }
  }

  /// Scans `key = value`, its key relative to `table`.
  private mutating func entry(in table: [String]) {
    let path = key(in: table)
    if cursor.skip("=") { value(at: path) }
  }

  /// Scans a key of one part or of several with dots between; records the first place of each.
  private mutating func key(in table: [String]) -> [String] {
    var path = table
    repeat {
      cursor.skipSpaces()
      let place = cursor.place
      let start = cursor.index
      let isQuoted = text()
      if !isQuoted { cursor.skip(until: " \t\r\n.=]#,{}") }
      let part = cursor.text(start..<cursor.index)
      path.append(isQuoted ? String(part.dropFirst().dropLast()) : part)
      if places[path] == nil { places[path] = place }
      if path.count > KeyScan.deepest { refuse("there are too many tables in tables") }
      cursor.skipSpaces()
    } while cursor.skip(".")
    return path
  }

  private mutating func value(at path: [String]) {
    cursor.skipSpaces()
    if text() { return }
    if path.count > KeyScan.deepest { return refuse("there are too many lists in lists") }
    if cursor.skip("{") {
      items(until: "}") { scan, _ in scan.entry(in: path) }
    } else if cursor.skip("[") {
      items(until: "]") { scan, number in
        let item = path + [String(number)]
        scan.places[item] = scan.cursor.place
        scan.value(at: item)
      }
    } else {
      word()
    }
  }

  private mutating func items(
    until end: Unicode.Scalar, _ item: (inout KeyScan, _ number: Int) -> Void
  ) {
    var number = 0
    while cursor.skipBlanks(), !cursor.skip(end) {
      if cursor.skip(",") { continue }
      let before = cursor.index
      item(&self, number)
      number += 1
      if cursor.index == before { cursor.advance() }
    }
  }

  /// Scans a value without quotes; one that is neither a whole number nor a day is hidden from the parser.
  private mutating func word() {
    let start = cursor.index
    cursor.skip(until: ",]}#\r\n")
    var end = cursor.index
    while end > start, " \t".unicodeScalars.contains(cursor.scalars[end - 1]) { end -= 1 }
    let word = cursor.text(start..<end)
    if !word.isWholeNumber, (try? CalendarDate(iso: word)) == nil { hidden.append(start..<end) }
  }

  /// Scans a text in quotes of any of the four kinds; returns false when none begins here.
  private mutating func text() -> Bool {
    guard let quote = cursor.next, quote == "\"" || quote == "'" else { return false }
    let isLong = cursor.isNext(3, of: quote)
    let count = isLong ? 3 : 1
    cursor.advance(by: count)
    while let scalar = cursor.next, isLong || scalar != "\n" {
      if cursor.isNext(count, of: quote) {
        cursor.advance(by: count)
        // A long text may end in one or two quotes of its own.
        while isLong, cursor.skip(quote) {}
        break
      }
      cursor.advance(by: scalar == "\\" && quote == "\"" ? 2 : 1)
    }
    return true
  }
}

extension String {
  /// Decimal digits, few enough for an `Int`, perhaps with a sign and with `_` between them.
  fileprivate var isWholeNumber: Bool {
    let digits = first == "-" || first == "+" ? dropFirst() : self[...]
    let groups = digits.split(separator: "_", omittingEmptySubsequences: false)
    return digits.count <= 18 && (digits.count == 1 || digits.first != "0")
      && groups.allSatisfy { !$0.isEmpty && $0.unicodeScalars.allSatisfy { ("0"..."9") ~= $0 } }
  }
}
