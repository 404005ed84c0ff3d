package import Cells
package import Records

/// A field of the form for signatures.
enum SignField: String, RowName {
  case account, secret
}

/// The form in which somebody signs another's decision: their account and their own secret.
package struct SignForm: FormScreen, Hashable {
  package let flag: Flag
  package let child: Child
  var form: Form<SignField>

  package init(flag: Flag, child: Child, me: Person) {
    self.flag = flag
    self.child = child
    let isAuthor = flag.answer.map { folded($0.answeredBy) == folded(me.name) } ?? false
    form = Form([
      FormRow(
        .account, "Signer's account", .text(TextField(isAuthor ? "" : me.account)),
        hint: "Whoever signs types their own account and their own secret."),
      FormRow(
        .secret, "Their secret", .text(TextField(isSecret: true)),
        hint: "Not shown and not kept. heed secret sets it, under the signer's own login."),
    ])
  }

  package mutating func refused(_ sentence: String) {
    form[.secret]?.field = .text(TextField(isSecret: true))
    form.refused(sentence)
  }

  package func draw(size: Size, now: Instant) -> Frame {
    let needed = flag.answer?.signer?.title ?? "another"
    let decision = flag.answer.map { Span($0.written(in: flag, now: now)) }
    let surround = FormSurround(
      title: "Sign   \(child.displayName)   \(flag.rule)",
      preamble: [Span(flag.reason(on: now.londonDay))] + [decision].compactMap { $0 }
        + [Span("Signed by a \(needed) or above, and never by its author.", .dim)])
    return form.draw(surround, size: size)
  }

  mutating func save(_ now: Instant) -> FormOutcome {
    var problems: [SignField: String] = [:]
    if form.lineFact(.account) == nil { problems[.account] = "Signer's account: whose signature?" }
    if form.text(.secret).isEmpty { problems[.secret] = "Their secret: the signer types it." }
    form.show(problems)
    guard problems.isEmpty, let account = form.lineFact(.account), let answer = flag.answer else {
      return .staying
    }
    form.startSaving()
    return .saving(
      .sign(flag: flag.id, answer: answer.id, account: account, secret: form.text(.secret)))
  }
}
