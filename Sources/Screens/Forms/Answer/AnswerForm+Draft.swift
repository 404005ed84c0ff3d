package import Records

extension AnswerForm: DraftForm {
  package var draftKey: Draft.Key { Draft.Key(.answer, flag.id) }

  var content: [Draft.Field] {
    [AnswerField.due, .reviewBy].compactMap { name in
      dayTyped[name].map { DraftMoment.field($0, of: name.key) }
    } + form.content
  }

  mutating func restore(_ draft: Draft) {
    for name in [AnswerField.due, .reviewBy] {
      dayTyped[name] = DraftMoment.read(draft, of: name.key) ?? dayTyped[name]
    }
    form.restore(draft.fields)
    form.goToFirst()
    readBack()
  }
}
