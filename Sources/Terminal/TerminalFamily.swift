/// What a terminal understands beyond its description, judged by the beginning of its name.
struct TerminalFamily: Hashable, Sendable {
  let name: String

  /// The description used in place of one that this machine lacks: that of xterm, which terminals of such
  /// names understand; nil for any other name.
  ///
  /// Source: what kitty, foot, alacritty and ghostty advise on machines that do not have theirs.
  var standIn: String? {
    let names = ["xterm", "rxvt", "kitty", "foot", "alacritty", "ghostty", "wezterm", "konsole"]
    return (names + ["vte", "gnome", "contour", "rio"]).contains { name.hasPrefix($0) }
      ? "xterm-256color" : nil
  }

  /// Bracketed paste; others would show or ignore the sequence.
  var hasPaste: Bool {
    hasTitle || ["screen", "linux"].contains { name.hasPrefix($0) }
  }

  /// A clipboard that programs may write to; a terminal without one swallows the sequence.
  var hasClipboard: Bool { hasTitle || name.hasPrefix("screen") }

  /// A stack of titles as in xterm.
  var hasTitle: Bool {
    [
      "xterm", "tmux", "rxvt", "foot", "alacritty", "kitty", "vte", "gnome", "konsole", "wezterm",
      "ghostty",
    ].contains { name.hasPrefix($0) }
  }
}
