/// The place of each key of a TOML text, and of each element of its lists.
///
/// The parser gives the place of a syntax error and of nothing else, so the text is read a second time for
/// its headers and keys.
struct KeyPlaces {
  /// A place in a text, both counted from 1, columns in characters.
  struct Place: Hashable {
    var line = 1
    var column: Int?
  }

  private let places: [[String]: Place]

  init(_ scan: KeyScan) {
    places = scan.places
  }

  /// The place of a key, or of the nearest table around it for one that was written with escapes.
  ///
  /// An element of a list has its number, from 0, as its key.
  subscript(_ path: [String]) -> Place {
    var path = path[...]
    while !path.isEmpty {
      if let place = places[Array(path)] { return place }
      path = path.dropLast()
    }
    return Place()
  }
}
