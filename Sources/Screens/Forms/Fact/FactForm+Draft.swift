package import Records

extension FactForm: DraftForm {
  package var draftKey: Draft.Key { Draft.Key(.fact, child.id) }

  var content: [Draft.Field] { [DraftMoment.field(typedAt)] + form.content }

  /// The kind first: it brings the rows that the rest stands in.
  mutating func restore(_ draft: Draft) {
    typedAt = DraftMoment.read(draft) ?? typedAt
    if let kind = draft[FactFormField.kind.key] {
      form.hold(.kind, kind)
      showRows()
    }
    form.restore(draft.fields)
    form.goToFirst()
    readBack()
  }
}
