/// The name of a row in a form, with its key in a draft on disk.
///
/// A key never changes once published: drafts of an earlier Heed are read by it.
protocol RowName: Hashable, Sendable {
  var key: String { get }
}

extension RowName where Self: RawRepresentable, RawValue == String {
  var key: String { rawValue }
}
