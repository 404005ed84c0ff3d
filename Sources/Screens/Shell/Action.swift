import Cells

/// What a key does on a screen other than a form.
enum Action: Hashable, Sendable {
  case move(Motion)
  case open, evidence, nextFlag, previousFlag, answer, visit, amend, note, facts, sign
  case find, filter, nextMatch, previousMatch, order, reverse
  case child, openChild, words, log, agencies, rules, mine, unfinished, discard, yes
  case palette, messages, lock, mouse, copy, picture
  case help, back, quit
}

extension KeyTable<Action> {
  /// Builds the key table of a list: help, the list's `own` keys, then those that all lists share; `q`
  /// leaves Heed on the first screen and goes back on any other.
  static func list(_ own: [Entry], isFirst: Bool = false) -> KeyTable {
    KeyTable([help] + own + [isFirst ? quit : back] + finding + everywhere + motions)
  }

  private static let finding: [Entry] = [
    .init(
      [.character("c")], "c", hint: "child",
      "Opens a child found by name, reference, address or date of birth.", .child),
    .init([.character("/")], "/", hint: "find", "Finds text in this list.", .find),
    .init(
      [.character(":")], ":", hint: "all", "Finds anything that can be done here, by its name.",
      .palette),
    .init(
      [.character("n")], "n", hint: nil, "Goes to the next row that holds the text.", .nextMatch),
    .init(
      [.character("N")], "N", hint: nil, "Goes to the row before that holds the text.",
      .previousMatch),
    .init(
      [.character("&")], "&", hint: nil,
      "Narrows this list to rows that hold words; Esc widens it.",
      .filter),
    .init([.character("o")], "o", hint: nil, "Orders this list by its next column.", .order),
    .init([.character("O")], "O", hint: nil, "Turns the order of this list round.", .reverse),
    .init(
      [.character("w")], "w", hint: "words", "Searches the notes of all children for words.",
      .words),
  ]
  private static let back = Entry([.character("q")], "q", hint: "back", "Goes back.", .quit)
  private static let quit = Entry([.character("q")], "q", hint: "quit", "Leaves Heed.", .quit)

  private static let help = Entry(
    [.character("?"), .function(1)], "?", hint: "help", "Shows this help.", .help)

  private static let motions: [Entry] = [
    .init(
      [.down, .character("j"), .wheelDown], "j Down", hint: nil, "Goes to the next row.",
      .move(.down)),
    .init(
      [.up, .character("k"), .wheelUp], "k Up", hint: nil, "Goes to the row before.", .move(.up)),
    .init(
      [.pageDown, .control("f")], "PgDn Ctrl-F", hint: nil, "Goes down a page.", .move(.pageDown)),
    .init([.pageUp, .control("b")], "PgUp Ctrl-B", hint: nil, "Goes up a page.", .move(.pageUp)),
    .init([.control("d")], "Ctrl-D", hint: nil, "Goes down half a page.", .move(.halfDown)),
    .init([.control("u")], "Ctrl-U", hint: nil, "Goes up half a page.", .move(.halfUp)),
    .init([.home, .character("g")], "g Home", hint: nil, "Goes to the first row.", .move(.first)),
    .init([.end, .character("G")], "G End", hint: nil, "Goes to the last row.", .move(.last)),
  ]

  private static let everywhere: [Entry] = [
    .init(
      [.character("m")], "m", hint: "mine/team",
      "Changes between your own children and the team's.", .mine),
    .init([.character("l")], "l", hint: "log", "Shows every contact, newest first.", .log),
    .init(
      [.character("p")], "p", hint: "people", "Shows the agencies and professionals.", .agencies),
    .init(
      [.character("r")], "r", hint: "rules", "Shows the rules, and how they were answered.", .rules),
    .init(
      [.character("u")], "u", hint: nil, "Shows your own forms that were not saved.", .unfinished),
    .init(
      [.character("!")], "!", hint: nil, "Shows the last messages again.", .messages),
    .init(
      [.character("y")], "y", hint: nil,
      "Copies the child's reference, and nothing else, to the terminal's clipboard.", .copy),
    .init(
      [.character("M")], "M", hint: nil, "Turns the mouse on or off; it is off at first.", .mouse),
    .init([.character("L")], "L", hint: nil, "Blanks and locks the screen.", .lock),
    .init(
      [.escape], "Esc", hint: nil,
      "Clears what is looked for, else goes back to the screen before.",
      .back),
  ]
}

/// How the selection moves.
enum Motion: Hashable, Sendable {
  case up, down, pageUp, pageDown, halfUp, halfDown, first, last
}

/// The selected row of a list and the first row that is shown.
struct RowCursor: Hashable, Sendable {
  private(set) var selected = 0
  private(set) var top = 0

  /// Moves the selection in a list of `count` rows, of which `page` fit on the screen.
  mutating func move(_ motion: Motion, count: Int, page: Int) {
    switch motion {
    case .up: select(selected - 1, count: count, page: page)
    case .down: select(selected + 1, count: count, page: page)
    case .pageUp: select(selected - max(1, page - 1), count: count, page: page)
    case .pageDown: select(selected + max(1, page - 1), count: count, page: page)
    case .halfUp: select(selected - max(1, page / 2), count: count, page: page)
    case .halfDown: select(selected + max(1, page / 2), count: count, page: page)
    case .first: select(0, count: count, page: page)
    case .last: select(count - 1, count: count, page: page)
    }
  }

  /// Selects `row`, or the nearest row there is, and scrolls until it is on the page.
  mutating func select(_ row: Int, count: Int, page: Int) {
    selected = max(0, min(row, count - 1))
    top = RowCursor.top(from: top, showing: selected, page: page, count: count)
  }

  /// Returns the first row to show when `page` rows fit, so that the selection stays visible.
  func top(page: Int, count: Int) -> Int {
    RowCursor.top(from: top, showing: selected, page: page, count: count)
  }

  private static func top(from top: Int, showing row: Int, page: Int, count: Int) -> Int {
    let page = max(1, page)
    let lowest = max(row - page + 1, min(top, row))
    return max(0, min(lowest, max(0, count - page)))
  }
}
