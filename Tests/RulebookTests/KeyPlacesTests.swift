import Testing

@testable import Rulebook

/// Where keys stand in texts that are hard to read.
struct KeyPlacesTests {
  @Test(arguments: [
    ("a = 1", ["a"], 1, 1), ("\n  a = 1", ["a"], 2, 3), ("# a = 1\r\na = 1", ["a"], 2, 1),
    ("[t]\na = 1", ["t", "a"], 2, 1), ("[ t ] # [u]\na = 1", ["t"], 1, 3),
    ("[t.u]\na = 1", ["t", "u", "a"], 2, 1), ("[t.u]\na = 1", ["t"], 1, 2),
    ("[[t]]\na = 1", ["t", "a"], 2, 1), ("t.a = 1", ["t", "a"], 1, 3),
    ("\"t\" . 'a' = 1", ["t", "a"], 1, 7), ("t = { b = 1, a = 2 }", ["t", "a"], 1, 14),
    ("b = \"# a = 1\"\na = 1", ["a"], 2, 1), ("b = \"\\\"\"\na = 1", ["a"], 2, 1),
    ("b = '\\'\na = 1", ["a"], 2, 1), ("b = \"\"\na = 1", ["a"], 2, 1),
    ("b = \"\"\"\na = 0\n\\\"\"\"\"\"\"\na = 1", ["a"], 4, 1),
    ("b = '''\na = 0\n'''\na = 1", ["a"], 4, 1), ("b = '''\na'''''\na = 1", ["a"], 3, 1),
    ("b = [\n \"]\", # ]\n [1, {c = 2}],\n]\na = 1", ["a"], 5, 1),
    ("a = [\n  1,\n  2 ]", ["a", "1"], 3, 3), ("é = 1; \nb = 2", ["b"], 2, 1),
    ("b = 2026-11-23 09:00:00 # x\na = 1", ["a"], 2, 1),
  ])
  func `a key is found where it stands`(text: String, path: [String], line: Int, column: Int) {
    #expect(KeyPlaces(KeyScan(text))[path] == KeyPlaces.Place(line: line, column: column))
  }

  @Test func `a key that is not found has the place of its table`() {
    let places = KeyPlaces(KeyScan("\n[t]\n\"\\u0061\" = 1"))
    #expect(places[["t", "a"]] == KeyPlaces.Place(line: 2, column: 2))
    #expect(places[["u"]] == KeyPlaces.Place(line: 1, column: nil))
  }

  @Test(arguments: [
    ("a = 12 # 0x12\nb = 2036-01-01\n", "a = 12 # 0x12\nb = 2036-01-01\n"),
    ("a = 0x12 # b\nb = [1.5, x y ]", "a = false # b\nb = [false, false ]"),
    ("a = \nb = 2036-02-30T", "a = false\nb = false"),
    ("a = 1\n[=]\nb = 2", "a = 1\n"), ("a = x\nb = [[[[[[[[[[[[[[[[[[1", "a = false\n"),
  ])
  func `the parser sees no word and no statement that it could not bear`(
    text: String, shown: String
  ) {
    #expect(KeyScan(text).parsable == shown)
  }
}
