import Cells
import Records
import Storage
import Testing

/// What other record systems taught, held against the screens; the numbers are those of the
/// acceptance cases.
@Suite struct AcceptanceTests {
  /// Every version of every contact of a child.
  func versions(_ sitting: Sitting, _ ref: String) throws -> [Contact] {
    let child = try #require(try sitting.store.child(ref: ref))
    return try sitting.store.caseFile(of: child.id).record.versions
  }

  func lastSeen(_ sitting: Sitting, _ ref: String) throws -> CalendarDate? {
    try #require(try sitting.store.cases(.matching(ref)).first).summary.lastSeen
  }

  /// The visit form of Rafferty Quill, with nothing typed.
  func begun() throws -> Sitting {
    var sitting = try Sitting()
    sitting.open("C0471")
    sitting.press(.character("v"))
    return sitting
  }
}
