import ErrorSentences
import Records
import Storage
import Testing

/// What is said when a store refuses or fails.
@Suite struct StoreErrorWordsTests {
  private static let errors: [StoreError] = [
    .duplicateChild, .duplicatePerson, .unknownChild, .unknownContact, .unknownFact, .unknownFlag,
    .unknownPerson, .flagCleared, .openQuestions(1), .openQuestions(2), .changedElsewhere,
    .cancelled, .noStore, .alreadyExists, .notAStore, .programTooOld, .storeTooOld, .cannotCreate,
    .notPermitted, .locked, .vaultFailed, .busy, .held(by: Actor(account: "irowe")), .serverLost,
    .refusedByRights, .full, .readOnly, .uncertain, .damaged, .diskFailed(code: 4874),
    .failed(code: 21),
  ]

  @Test func `every error has a sentence of its own, begun small and without a full stop`() {
    #expect(Set(Self.errors.map(\.words)).count == Self.errors.count)
    for error in Self.errors {
      let words = error.words
      #expect(words.first?.isUppercase == false && words.last != ".", "\(words)")
      #expect(!words.contains("\n") && words.contains(" "), "\(words)")
    }
  }
}
