import Cells
import Testing

@testable import Terminal

/// Colours that everybody can read, and weights that tell the bands apart without any.
@Suite struct PaletteTests {
  /// The contrast of two luminances; source: WCAG 2.2, "contrast ratio".
  private static func contrast(_ one: Double, _ other: Double) -> Double {
    (max(one, other) + 0.05) / (min(one, other) + 0.05)
  }

  /// Red, green and blue of a colour of the cube of 256; source: xterm's 256colres.
  private static func channels(_ number: Int16) -> [Double] {
    let place = Int(number) - 16
    return [place / 36, place / 6 % 6, place % 6].map { step -> Double in
      step == 0 ? 0 : Double(55 + 40 * step) / 255
    }
  }

  private static func luminance(_ channels: [Double]) -> Double {
    let linear = channels.map { channel -> Double in
      channel <= 0.04045 ? channel / 12.92 : power((channel + 0.055) / 1.055)
    }
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
  }

  /// To the power of 2.4, which is 12/5: the fifth root by Newton's method, then its twelfth power.
  private static func power(_ base: Double) -> Double {
    var root = 1.0
    for _ in 0..<60 {
      let fourth = root * root * root * root
      let step: Double = (fourth * root - base) / (5 * fourth)
      root -= step
    }
    return (0..<12).reduce(1.0) { product, _ in product * root }
  }

  @Test(arguments: [ColorChoice.auto, .twoFiftySix])
  func `39 every colour keeps 4.5 to 1 on white and on black`(choice: ColorChoice) {
    let inks = Palette.foregrounds(choice, among: 256)
    #expect(inks.count == 2)
    for ink in inks {
      let light = Self.luminance(Self.channels(ink.number))
      #expect(Self.contrast(light, 1) >= 4.5, "\(ink.number) on white")
      #expect(Self.contrast(light, 0) >= 4.5, "\(ink.number) on black")
    }
  }

  @Test func `39 the two colours differ in blue and yellow, which the commonest blindness sees`() {
    let inks = Palette.foregrounds(.auto, among: 256).map { Self.channels($0.number) }
    #expect(abs(inks[0][2] - inks[1][2]) > 0.5)
  }

  @Test func `24 the four bands have four looks without any colour`() {
    let weights = [Style.today, .week, .supervision, .record].map { Palette.meaning(of: $0).0 }
    #expect(Set(weights).count == 4)
  }
}
