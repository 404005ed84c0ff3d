import Foundation
import Records

extension Identifier {
  /// Its sixteen bytes, as GRDB binds them where a statement is SQLite's own.
  var blob: Data { Data(bytes) }
}
