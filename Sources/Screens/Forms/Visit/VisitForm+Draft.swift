package import Records

extension VisitForm: DraftForm {
  static let lineName = "line"
  static let siblingName = "sibling"

  package var draftKey: Draft.Key {
    original.map { Draft.Key(.amendment, $0.id) } ?? Draft.Key(.visit, child.id)
  }

  var content: [Draft.Field] {
    let sector = form.chosen(.agency, of: agencies).map {
      [Draft.Field("agency sector", $0.sector.rawValue)]
    }
    let version = original.map { [Draft.Field("version", String($0.version))] }
    return [DraftMoment.field(whenTyped)] + (sector ?? []) + (version ?? [])
      + lines.map { Draft.Field(VisitForm.lineName, $0.id) }
      + present.map { Draft.Field(VisitForm.siblingName, $0.id.description) }
      + awaited + form.content.filter { $0.name != VisitField.line.key }
  }

  /// Restores the added lines at once, and siblings once the record has been read.
  mutating func restore(_ draft: Draft) {
    whenTyped = DraftMoment.read(draft) ?? whenTyped
    for field in draft.fields where field.name == VisitForm.lineName {
      if let kind = FactKind.of(field.text) { add(kind) }
    }
    if let name = draft["agency"], let sector = draft["agency sector"].flatMap(Sector.init) {
      offer([Agency(sector, name: name == sector.rawValue ? nil : name)])
    }
    awaited = draft.fields.filter { $0.name.hasPrefix(VisitForm.siblingName) }
    form.restore(draft.fields)
    form.goToFirst()
    readBack()
    takeAwaited()
    if let original, let version = draft["version"], version != String(original.version) {
      form.hold(.because, "")
      marks = differences(from: original)
      form.show(marks)
      form.refused(
        "Somebody has amended this contact since: compare what stands here with it, and say why.")
    }
  }

  /// Moves a draft's words about a child who is no longer in the household into What you did.
  mutating func giveUpAwaited() {
    let words = awaited.filter { $0.name.hasSuffix(SiblingField.words.key) }.map(\.text)
    awaited = []
    guard !words.isEmpty else { return }
    let text = ([form.text(.outcome)] + words).filter { !$0.isEmpty }.joined(separator: "\n")
    form.hold(.outcome, text)
    form.refused(
      "A child of the draft is no longer in this household: the words stand under What you did.")
  }

  /// Restores what a draft says of siblings, as far as the record knows them.
  mutating func takeAwaited() {
    guard !awaited.isEmpty else { return }
    let ids = awaited.filter { $0.name == VisitForm.siblingName }.map(\.text)
    let focused = form.focusedName
    for sibling in absentSiblings where ids.contains(sibling.id.description) {
      add(sibling)
      let rows = awaited.filter { $0.name.contains(sibling.id.description) }
      for part in SiblingField.allCases {
        let name = VisitField.sibling(sibling.id, part)
        if let text = rows.first(where: { $0.name == name.key })?.text {
          form.hold(name, text)
        }
      }
      awaited.removeAll {
        $0.text == sibling.id.description || $0.name.contains(sibling.id.description)
      }
    }
    form.go(to: focused)
  }
}
