package import Records

extension Workbench {
  package mutating func take(_ news: News, now: Instant) -> [Wish] {
    self.now = now
    if news == .slow {
      isWaiting = true
      return []
    }
    isWaiting = false
    if case .judging(let left) = news {
      unjudged = left
      return []
    }
    switch news {
    case .recorded(let recorded): return close(recorded)
    case .noted(let noted): return close(noted)
    case .answered(let flag), .signed(let flag): return close(flag)
    case .refused(let sentence):
      refuse(sentence)
      return []
    case .hasSecret(let isSet):
      hasSecret = isSet
      return []
    case .unlocked(let isOpen): return hear(unlocked: isOpen)
    case .kept(let draft):
      hear(kept: draft)
      return []
    case .unkept(let key, let sentence):
      hear(unkept: key, sentence)
      return []
    case .edited(let text):
      top.draftForm?.take(edited: text, now: now)
      return keep()
    case .notEdited(let sentence):
      top.draftForm?.refused(sentence)
      return []
    case .changed: return screens.flatMap(\.wishes)
    case .unfinished(let forms) where isStarting: return offer(forms)
    case .flagged, .found, .foundChild, .hits, .opened, .newest, .logIndex, .logMatches, .logRows,
      .stopped, .agencies, .ledger, .unfinished, .slow, .judging:
      remember(news)
      // What a screen below asks for is asked; only the one on top may open another.
      var wishes: [Wish] = []
      for index in screens.indices {
        let steps = screens[index].hear(news, situation)
        if index == screens.count - 1 {
          wishes += follow(steps)
          break
        }
        for case .wish(let wish) in steps { wishes.append(wish) }
      }
      if case .opened(let file) = news { wishes += resume(file) }
      return wishes
    }
  }

  /// What was left unfinished is offered when Heed is opened.
  private mutating func offer(_ forms: [UnfinishedForm]) -> [Wish] {
    isStarting = false
    remember(.unfinished(forms))
    guard let latest = forms.first else { return [] }
    let (day, time) = latest.draft.keptAt.london
    let count = forms.count == 1 ? "" : " and \(counted(forms.count - 1, "other"))"
    notice = """
      Unfinished: \(latest.child.displayName), \(latest.draft.key.form.words) of \
      \(day.written(today: now.londonDay)) \(time)\(count). u lists \(forms.count == 1 ? "it" : "them").
      """
    return []
  }

  private mutating func remember(_ news: News) {
    guard case .unfinished(let forms) = news else { return }
    drafts = Dictionary(
      forms.map { ($0.draft.key, $0) }, uniquingKeysWith: { first, _ in first })
  }

  private mutating func close(_ recorded: [Recorded]) -> [Wish] {
    guard let first = recorded.first else { return [] }
    if case .visit(let form) = top, form.child.id == first.contact.child {
      finish(form.draftKey)
      screens.removeLast()
    }
    lastSaved = first.contact.facts
    let receipts = recorded.map(\.contact.id.receipt).joined(separator: ", ")
    let raised = recorded.flatMap(\.raised).map { "\($0.band.word) \($0.rule)" }
    notice =
      "Saved \(receipts)." + (raised.isEmpty ? "" : " Raised: \(raised.joined(separator: ", ")).")
    return screens.flatMap(\.wishes)
  }

  private mutating func close(_ noted: Noted) -> [Wish] {
    let child = noted.record.child
    if case .fact(let form) = top, form.child.id == child {
      finish(form.draftKey)
      screens.removeLast()
    } else if case .answer(let form) = top, form.child.id == child {
      finish(form.draftKey)
      screens.removeLast()
    }
    let raised = noted.raised.map { "\($0.band.word) \($0.rule)" }.joined(separator: ", ")
    notice =
      "Saved \(noted.record.id.receipt)." + (raised.isEmpty ? "" : " Raised: \(raised).")
    return screens.flatMap(\.wishes)
  }

  private mutating func close(_ flag: Flag) -> [Wish] {
    finish(Draft.Key(.answer, flag.id))
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
    if case .sign(var form) = top {
      form.refused(sentence)
      top = .sign(form)
    } else if top.draftForm != nil {
      top.draftForm?.refused(sentence)
    } else {
      notice = sentence
    }
  }
}
