extension Unicode.Scalar.Properties {
  /// C0, DEL and C1.
  var isControl: Bool { generalCategory == .control }
}
