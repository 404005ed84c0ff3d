/// What a form calls a row, and the name that stands for it in a draft on disk.
///
/// A name is never changed once published: a draft of an earlier Heed is read by it.
protocol RowName: Hashable, Sendable {
  var key: String { get }
}

extension RowName where Self: RawRepresentable, RawValue == String {
  var key: String { rawValue }
}
