package import Records

extension Workbench {
  package mutating func take(_ news: News, now: Instant) -> [Wish] {
    self.now = now
    switch news {
    case .recorded(let recorded): return close(recorded)
    case .noted(let noted): return close(noted)
    case .answered(let flag), .signed(let flag): return close(flag)
    case .refused(let sentence):
      refuse(sentence)
      return []
    case .changed: return screens.flatMap(\.wishes)
    case .flagged, .found, .opened, .log, .agencies, .ledger:
      // What a screen below asks for is asked; only the one on top may open another.
      var wishes: [Wish] = []
      for index in screens.indices {
        let steps = screens[index].hear(news, situation)
        if index == screens.count - 1 { return wishes + follow(steps) }
        for case .wish(let wish) in steps { wishes.append(wish) }
      }
      return wishes
    }
  }

  private mutating func close(_ recorded: Recorded) -> [Wish] {
    let child = recorded.contact.child
    if case .visit(let form) = top, form.child.id == child {
      visitDrafts[form.draftKey] = nil
      screens.removeLast()
    }
    let raised = recorded.raised.map { "\($0.band.word) \($0.rule)" }.joined(separator: ", ")
    notice = "Saved \(recorded.contact.id.receipt)." + (raised.isEmpty ? "" : " Raised: \(raised).")
    return screens.flatMap(\.wishes)
  }

  private mutating func close(_ noted: Noted) -> [Wish] {
    let child = noted.record.child
    if case .fact(let form) = top, form.child.id == child {
      factDrafts[child] = nil
      screens.removeLast()
    } else if case .answer(let form) = top, form.child.id == child {
      answerDrafts[form.flag.id] = nil
      screens.removeLast()
    }
    let raised = noted.raised.map { "\($0.band.word) \($0.rule)" }.joined(separator: ", ")
    notice =
      "Saved \(noted.record.id.receipt)." + (raised.isEmpty ? "" : " Raised: \(raised).")
    return screens.flatMap(\.wishes)
  }

  private mutating func close(_ flag: Flag) -> [Wish] {
    answerDrafts[flag.id] = nil
    switch top {
    case .answer(let form) where form.flag.id == flag.id: screens.removeLast()
    case .sign(let form) where form.flag.id == flag.id: screens.removeLast()
    default: break
    }
    let until = flag.answer?.holdsUntil.londonDay.shortWithWeekday ?? ""
    notice =
      flag.answer?.awaitsSignature == true
      ? "Saved. It awaits the signature of a \(flag.answer?.signer?.title ?? "")."
      : "Saved. \(flag.rule) is answered until \(until)."
    return screens.flatMap(\.wishes)
  }

  private mutating func refuse(_ sentence: String) {
    switch top {
    case .visit(var form):
      form.refused(sentence)
      top = .visit(form)
    case .answer(var form):
      form.refused(sentence)
      top = .answer(form)
    case .fact(var form):
      form.refused(sentence)
      top = .fact(form)
    case .sign(var form):
      form.refused(sentence)
      top = .sign(form)
    default: notice = sentence
    }
  }
}
