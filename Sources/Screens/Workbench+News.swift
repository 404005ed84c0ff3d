package import Records

extension Workbench {
  package mutating func handle(_ news: News, now: Instant) -> [Wish] {
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
    case .recorded(let recorded, let draft): return close(recorded, draft)
    case .noted(let noted, let draft): return close(noted, draft)
    case .answered(let flag):
      var child: Child?
      if let form = top as? AnswerForm, form.flag.id == flag.id { child = form.child }
      close(Draft.Key(.answer, flag.id))
      return say(flag, child)
    case .signed(let flag):
      var child: Child?
      if let form = top as? SignForm, form.flag.id == flag.id {
        child = form.child
        screens.removeLast()
      }
      return say(flag, child)
    case .notSaved(let key, let sentence): return hear(notSaved: key, sentence)
    case .conflict(let theirs, let key): return hear(conflict: theirs, key)
    case .notSigned(let sentence):
      guard var form = top as? SignForm else { break }
      form.refused(sentence)
      top = form
      return []
    case .unfinishedUnknown(let sentence):
      isStarting = false
      notice = sentence
      return []
    case .refused(let sentence):
      resuming = nil
      notice = sentence
      lock?.say(sentence)
      return []
    case .hasSecret(let isSet):
      hasSecret = isSet
      if !hasPassphrase { lock?.asksFor = isSet ? .secret : .nothing }
      return []
    case .letGo(let isWhole):
      if !isWhole { lock?.say("The store stays unlocked: another program has it open.") }
      return []
    case .unlocked(let isOpen): return hear(unlocked: isOpen)
    case .kept(let draft):
      hear(kept: draft)
      return []
    case .unkept(let key, let sentence):
      hear(unkept: key, sentence)
      return []
    case .edited(let text):
      draftForm?.useEdited(text, now: now)
      return saveDraft()
    case .notEdited(let sentence):
      draftForm?.refused(sentence)
      return []
    case .changed:
      // Nobody is there to read: what changed is asked for when the screen is unlocked.
      return lock == nil ? screens.flatMap(\.requests) : []
    case .unfinished(let forms) where isStarting: return offer(forms)
    case .flagged, .flaggedToday, .found, .foundChild, .hits, .opened, .newest, .logIndex,
      .logMatches, .logRows,
      .stopped, .agencies, .ledger, .unfinished, .slow, .judging:
      remember(news)
      // What a screen below asks for is asked; only the one on top may open another.
      var wishes: [Wish] = []
      for index in screens.indices {
        let steps = screens[index].handle(news, situation)
        if index == screens.count - 1 {
          wishes += follow(steps)
          break
        }
        for case .request(let wish) in steps { wishes.append(wish) }
      }
      if case .opened(let file) = news { wishes += resume(file) }
      return wishes
    }
    return []
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

  private mutating func close(_ recorded: [Recorded], _ key: Draft.Key) -> [Wish] {
    close(key)
    lastSaved = recorded.first?.contact.facts ?? lastSaved
    return say(Receipt(recorded))
  }

  private mutating func close(_ noted: Noted, _ key: Draft.Key) -> [Wish] {
    close(key)
    return say(Receipt(noted))
  }

  private mutating func say(_ receipt: Receipt?) -> [Wish] {
    notice = receipt?.line(today: now.londonDay)
    return screens.flatMap(\.requests)
  }

  private mutating func say(_ flag: Flag, _ child: Child?) -> [Wish] {
    let until = flag.answer?.holdsUntil.londonDay.shortWithWeekday ?? ""
    let whose = child.map { " of \($0.displayName)" } ?? ""
    notice =
      flag.answer?.awaitsSignature == true
      ? "Saved. \(flag.rule)\(whose) awaits the signature of a \(flag.answer?.signer?.title ?? "")."
      : "Saved. \(flag.rule)\(whose) is answered until \(until)."
    return screens.flatMap(\.requests)
  }
}
