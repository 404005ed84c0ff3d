/// A question that a form asks before it goes on; any key but the one named changes nothing.
enum FormQuestion: Hashable, Sendable {
  /// Whether to discard everything typed.
  case discard
  /// Whether a long paste was meant.
  case paste(String)

  /// Pastes of more bytes than this are asked about: 32 KiB.
  static let longPaste = 32_768

  var sentence: String {
    switch self {
    case .discard:
      "Discard everything typed here? y discards it for good; any other key keeps it."
    case .paste(let text):
      "That paste is \(text.utf8.count / 1024) kB. y takes it in; any other key leaves it out."
    }
  }
}
