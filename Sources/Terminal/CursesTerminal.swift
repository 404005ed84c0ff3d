internal import CTermShim
package import Cells
internal import Glibc

/// The one real terminal of this process: frames out, keys in.
///
/// This folder answers for curses, the signals and the look of each meaning. Every method belongs to the
/// thread that made the terminal; other threads use a `Notice`.
package final class CursesTerminal {
  package private(set) var size: Size
  /// Lets another thread wake the loop.
  package let notice = Notice()

  var assembler = KeyAssembler()
  var lastInput = ContinuousClock.now
  var emptyReads = 0
  private let family: TerminalFamily
  /// The description used because this machine has none of the terminal's own name; else nil.
  package let standIn: String?
  private let palette: Palette
  private let drawsUnicode: Bool
  private var isOpen = true

  /// Takes over the terminal until `close` is called.
  ///
  /// Modern terminals are put into paste mode and get `title`, which must name no child: titles
  /// are logged and shown in task bars.
  ///
  /// - Throws: `TerminalError` before anything has been sent to the terminal.
  package init(color: ColorChoice, title: String) throws(TerminalError) {
    family = TerminalFamily(name: Self.variable("TERM") ?? "")
    drawsUnicode = ts_choose_locale()
    var result = ts_open(family.hasPaste, family.hasTitle, Printable.line(title))
    var standIn: String?
    if result == TS_UNKNOWN_TERMINAL, let other = family.standIn {
      setenv("TERM", other, 1)
      standIn = other
      result = ts_open(family.hasPaste, family.hasTitle, Printable.line(title))
    }
    self.standIn = standIn
    if let error = TerminalError(result, terminal: family.name) { throw error }
    palette = Palette(color, noColor: Self.variable("NO_COLOR"))
    size = Size(ts_measure())
  }

  deinit {
    close()
  }

  /// Whether letters beyond ASCII are drawn as `?`.
  package var isASCII: Bool { !drawsUnicode }

  /// Draws a frame; only what differs from the last one is sent, in one write.
  package func show(_ frame: Frame) {
    guard isOpen else { return }
    let shown = drawsUnicode ? frame : frame.inASCII
    ts_begin()
    for row in 0..<min(shown.size.rows, size.rows) { draw(shown.row(row), row: row) }
    guard let cursor = shown.cursor, size.rows > 0, size.columns > 0 else {
      return ts_finish(-1, -1)
    }
    ts_finish(
      Int32(min(max(0, cursor.row), size.rows - 1)),
      Int32(min(max(0, cursor.column), size.columns - 1)))
  }

  /// Makes `show` send the next frame whole, as when another program has written over the screen.
  package func repaint() {
    guard isOpen else { return }
    ts_repaint()
  }

  /// Suspends the process group and gives the terminal back meanwhile; the next events say `.resumed`.
  package func suspend() {
    guard isOpen else { return }
    ts_stop()
    needsResume = true
  }

  /// Gives the terminal back while `work` runs: an editor, say.
  package func aside<Answer>(_ work: () -> Answer) -> Answer {
    guard isOpen else { return work() }
    ts_leave()
    defer {
      ts_return()
      needsResume = true
    }
    return work()
  }

  /// Sends text to the terminal's own clipboard, which may ignore it and sends no reply.
  ///
  /// Source: XTerm Control Sequences, OSC 52.
  package func copy(_ text: String) {
    guard isOpen, family.hasClipboard else { return }
    ts_copy(Base64.encoded(Array(text.utf8)))
  }

  /// Turns on or off that presses and the wheel of the mouse are reported as keys.
  package func setMouse(_ isOn: Bool) {
    guard isOpen else { return }
    ts_set_mouse(isOn && family.hasPaste)
  }

  /// Gives the terminal back as it was and throws away what was typed ahead.
  ///
  /// May be called again.
  package func close() {
    guard isOpen else { return }
    isOpen = false
    ts_close()
  }

  var needsResume = false

  func measure() -> Size {
    size = Size(ts_measure())
    return size
  }

  private func draw(_ cells: ArraySlice<Cell>, row: Int) {
    for (column, cell) in cells.prefix(size.columns).enumerated() where !cell.isContinuation {
      let index = cells.startIndex + column + 1
      let isWide = index < cells.endIndex && cells[index].isContinuation
      let ink = DrawnCell(cell.character, isWide: isWide, fits: column + 1 < size.columns)
      let look = palette.look(of: cell.style)
      for (offset, scalars) in ink.columns.enumerated() {
        ts_put(
          Int32(row), Int32(column + offset), scalars, Int32(scalars.count), look.weight, look.pair)
      }
    }
  }

  private static func variable(_ name: String) -> String? {
    getenv(name).map { String(cString: $0) }
  }
}

extension Size {
  init(_ measured: ts_size) {
    self.init(rows: Int(measured.rows), columns: Int(measured.cols))
  }
}
