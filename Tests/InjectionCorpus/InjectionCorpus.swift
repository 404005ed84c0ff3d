/// Text that has driven terminals before, one entry for each line of the threat model.
package enum InjectionCorpus {
  package static let texts: [String] =
    sequences + invisible + [
      "\u{1B}c\u{1B}[!p\u{1B}[?1049l\u{1B}[3J", "\u{1B}[2J\u{1B}[Hfake\u{1B}[8m",
      "\u{1B}[?1000h\u{1B}[?2004l\u{1B}[>4;2m", "\u{1B}[5i\u{1B}]777;notify;a;b\u{7}",
      // Raw, overlong, surrogate and truncated bytes, as decoding leaves them.
      String(decoding: [0x9B, 0x31, 0x6D, 0x9D, 0xC0, 0x9B, 0xE0, 0x80, 0x9B], as: UTF8.self),
      String(decoding: [0xED, 0xA0, 0x80, 0xF4, 0x90, 0x80, 0x80, 0xE2, 0x82], as: UTF8.self),
      "Sаrah Ѕmith", "Ｓａｒａｈ", "𝓢𝓪𝓻𝓪𝓱",
      "e" + String(repeating: "\u{301}", count: 10_000),
      String(repeating: "👩\u{200D}", count: 5_000),
      "a\rb\u{8}c\u{B}d\u{C}e\tf\u{0}g\u{7F}h\u{85}i\u{2028}j\u{2029}k\r\nl",
      "%n%s%x ${x} $(id) `id` ;rm ../../ -rf =cmd|'/c calc'!A1",
    ]

  private static let sequences = [
    "\u{1B}]0;x\u{7}", "\u{1B}]2;x\u{1B}\\", "\u{1B}[21t\u{1B}[20t", "\u{1B}]52;c;QQ==\u{7}",
    "\u{1B}]52;c;?\u{7}", "\u{1B}]8;;http://evil\u{1B}\\text", "\u{1B}P$qm\u{1B}\\",
    "\u{1B}P+q544e\u{1B}\\", "\u{1B}[c\u{1B}[>c\u{1B}[5n\u{1B}[6n\u{5}", "\u{1B}]50;f\u{7}",
    "\u{1B}]4;1;?\u{7}\u{1B}]10;?\u{7}", "\u{1B}Pq#0\u{1B}\\", "\u{1B}_Ga=T\u{1B}\\",
    "\u{1B}]1337;File=:QQ==\u{7}", "\u{9B}31m\u{9D}0;x\u{9C}\u{90}q",
  ]

  private static let invisible = [
    "no \u{202E}not\u{202C} seen \u{2066}alone\u{2069} \u{200E}\u{200F}\u{61C}",
    "a\u{200B}b\u{200C}c\u{200D}d\u{2060}e\u{FEFF}f\u{AD}g\u{115F}h\u{3164}i\u{FFA0}j\u{34F}",
    "x\u{E0001}\u{E0041}\u{E007F}", "🏴\u{E0067}\u{E0062}\u{E0065}\u{E006E}\u{E0067}\u{E007F}",
    "a\u{FE00}b\u{FE0F}c\u{E0100}d\u{180B}", "\u{FE0F}", "\u{200D}", "🏽", "a🏽", "🇬", "🇬🇧🇬",
    "\u{E000}\u{F8FF}\u{F0000}", noncharacters, "\u{301}alone", "\u{1B}\u{301}",
  ]

  /// Not literals: the compiler refuses them.
  private static let noncharacters = [0xFFFE, 0xFDD0, 0x1FFFF, 0x10FFFF]
    .compactMap { Unicode.Scalar(UInt32($0)).map(String.init) }.joined()
}

extension InjectionCorpus {
  /// Whether a code point may never reach a terminal outside an emoji cluster: the gate's allow-list,
  /// written a second time and from the other side.
  package static func isForbidden(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 0..<0x20, 0x7F...0x9F, 0xAD, 0x34F, 0x61C, 0x115F...0x1160, 0x180B...0x180F,
      0x200B...0x200F, 0x2028...0x202E, 0x2060...0x206F, 0x3164, 0xFDD0...0xFDEF,
      0xFE00...0xFE0F, 0xFEFF, 0xFFA0, 0xE000...0xF8FF, 0x1F1E6...0x1F1FF,
      0x1F3FB...0x1F3FF, 0xE0000...0x10FFFF:
      true
    default: scalar.value & 0xFFFE == 0xFFFE
    }
  }

  /// Whether a code point is a control: C0 but for the tab and line ends, DEL or C1.
  package static func isControl(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar.value {
    case 9, 10, 13: false
    case 0..<0x20, 0x7F...0x9F: true
    default: false
    }
  }
}
