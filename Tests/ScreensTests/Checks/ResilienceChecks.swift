import BundledResources
import Cells
import Records
import SeededRandom
import Storage
import Testing

@testable import Screens

/// The checks of the terminal that are about what goes wrong, and who looks on, by their numbers.
@Suite struct ResilienceChecks {
  @Test(arguments: 1...4)
  func `33 a thousand sizes while typing lose nothing and never trap`(seed: UInt64) throws {
    var random = SplitMix64(seed: seed)
    var sitting = try Sitting()
    sitting.open("C0471")
    sitting.press(.character("v"))
    sitting.go(to: .childWords)
    let letters = Array("abc dé王👩‍👧n")
    var typed = ""
    for _ in 0..<250 {
      sitting.size = Size(
        rows: Int.random(in: 1...100, using: &random),
        columns: Int.random(in: 1...300, using: &random))
      let letter = letters.randomElement(using: &random) ?? "a"
      sitting.hurry(.character(letter))
      typed.append(letter)
      let (frame, size) = (sitting.frame, sitting.size)
      let isInside = frame.cursor.map { $0.row < size.rows && $0.column < size.columns }
      #expect(isInside == true, "seed \(seed)")
    }
    sitting.settle()
    sitting.size = Size(rows: 60, columns: 120)
    sitting.rest()
    let drafts = try sitting.store.drafts()
    #expect(drafts.first?.draft["childWords"] == typed)
  }

  @Test(arguments: [StoreError.full, .busy, .readOnly])
  func `35 a store that can't be written says so, keeps every word, and saves when it can`(
    error: StoreError
  ) throws {
    let failure = Failure()
    let store = try failure.store()
    var sitting = try Sitting(Size(rows: 40, columns: 100), on: store)
    sitting.open("C0471")
    sitting.press(.character("v"))
    sitting.fill(.seen, "y")
    sitting.go(to: .childWords)
    sitting.paste("Sang to the dog.")
    failure.error = error
    sitting.rest()
    #expect(sitting.text.contains("draft NOT kept on disk"), "\(sitting.text)")
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Sang to the dog."))
    #expect(!sitting.text.contains("Saved "))
    let sentence = "\(error.firstWords)"
    #expect(sitting.text.contains(sentence), "\(sitting.text)")
    failure.error = nil
    sitting.press(.control("s"))
    #expect(sitting.text.contains("Saved "), "\(sitting.text)")
    #expect(try store.drafts().isEmpty)
  }

  @Test func `35 a form that is left while the store refuses is kept as soon as it does not`()
    throws
  {
    let failure = Failure()
    let store = try failure.store()
    var sitting = try Sitting(Size(rows: 40, columns: 100), on: store)
    sitting.open("C0471")
    failure.error = .full
    sitting.press(.character("v"), .paste("thu"), .escape)
    #expect(sitting.text.contains("The draft is not on disk."), "\(sitting.text)")
    failure.error = nil
    sitting.rest(for: .seconds(60))
    #expect(try store.drafts().count == 1)
    #expect(!sitting.hasPatience)
  }
}

extension StoreError {
  fileprivate var firstWords: String {
    switch self {
    case .full: "The disk is full"
    case .busy: "Another program holds the store"
    default: "The store can't be written to"
    }
  }
}
