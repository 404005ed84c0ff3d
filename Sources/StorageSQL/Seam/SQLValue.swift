package import Records

/// A value of a column, the same in every engine, as the audit log hashes it.
package enum SQLValue: Hashable, Sendable {
  case null
  case number(Int64)
  case text(String)
  /// Sixteen bytes.
  case identifier(Identifier)
  /// Bytes of any other length.
  case bytes([UInt8])
}

/// A type that is stored in a column in exactly one way.
///
/// Days are numbers of days and moments numbers of seconds since 1 January 1970, words those of the canonical
/// file.
package protocol SQLConvertible {
  var sqlValue: SQLValue { get }
}

extension SQLValue: SQLConvertible {
  package var sqlValue: SQLValue { self }
}

extension Optional: SQLConvertible where Wrapped: SQLConvertible {
  package var sqlValue: SQLValue {
    switch self {
    case let value?: value.sqlValue
    case nil: .null
    }
  }
}

extension Int: SQLConvertible {
  package var sqlValue: SQLValue { .number(Int64(self)) }
}

extension Int64: SQLConvertible {
  package var sqlValue: SQLValue { .number(self) }
}

extension Bool: SQLConvertible {
  package var sqlValue: SQLValue { .number(self ? 1 : 0) }
}

extension String: SQLConvertible {
  package var sqlValue: SQLValue { .text(self) }
}

extension Identifier: SQLConvertible {
  package var sqlValue: SQLValue { .identifier(self) }
}

extension CalendarDate: SQLConvertible {
  package var sqlValue: SQLValue { dayNumber.sqlValue }
}

extension Instant: SQLConvertible {
  package var sqlValue: SQLValue { seconds.sqlValue }
}

extension TimeOfDay: SQLConvertible {
  package var sqlValue: SQLValue { minutes.sqlValue }
}

extension Role: SQLConvertible {
  package var sqlValue: SQLValue { .text(title) }
}

extension SQLConvertible where Self: RawRepresentable, RawValue == String {
  package var sqlValue: SQLValue { .text(rawValue) }
}

extension Band: SQLConvertible {}
extension ContactKind: SQLConvertible {}
extension DatePrecision: SQLConvertible {}
extension DecisionReason: SQLConvertible {}
extension Draft.Form: SQLConvertible {}
extension Flag.Clearing.Reason: SQLConvertible {}
extension Observed: SQLConvertible {}
extension PlanStatus: SQLConvertible {}
extension Rung: SQLConvertible {}
extension Sector: SQLConvertible {}
