package import Records

extension FactForm: DraftForm {
  package var draftKey: Draft.Key { Draft.Key(.fact, child.id) }

  var content: [Draft.Field] { [DraftMoment.field(typedAt)] + form.content }

  /// Restores the kind first, since it adds the rows that the rest is typed in.
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
