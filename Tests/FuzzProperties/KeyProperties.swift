import Cells

/// The first byte says how many bytes arrive at once, the second where a paste begins and ends.
func checkKeys(_ input: [UInt8]) throws(BrokenProperty) {
  guard input.count > 2 else { return }
  let burst = 1 + Int(input[0] % 16)
  let (pasteStart, pasteEnd) = (Int(input[1] % 16), Int(input[1] / 16) * 4)
  var assembler = KeyAssembler()
  var keys: [Key] = []
  for (index, byte) in input.dropFirst(2).enumerated() {
    if index == pasteStart { assembler.startPaste() }
    if index == pasteEnd { assembler.endPaste() }
    assembler.take(byte)
    guard index % burst == burst - 1 else { continue }
    keys += assembler.drain()
    try hold("keys are handed over once", input, assembler.drain().isEmpty)
  }
  assembler.endPaste()
  keys += assembler.drain()
  try hold("no more keys than bytes", (input, keys), keys.count <= input.count)
  for key in keys { try hold("no key carries a control", (input, key), key.isClean) }
}

extension Key {
  fileprivate var isClean: Bool {
    switch self {
    case .character(let character), .alt(let character):
      character.unicodeScalars.allSatisfy { !$0.isControlCode }
    case .control(let character): character.isASCII && character.unicodeScalars.count == 1
    case .paste(let text):
      !text.isEmpty
        && text.unicodeScalars.allSatisfy { $0 == "\n" || $0 == "\t" || !$0.isControlCode }
    case .press(let place): place.row >= 0 && place.column >= 0
    default: true
    }
  }
}

extension Unicode.Scalar {
  fileprivate var isControlCode: Bool { value < 0x20 || (0x7F...0x9F).contains(value) }
}
