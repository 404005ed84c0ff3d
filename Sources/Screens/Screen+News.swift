import Records

extension Screen {
  /// Takes news that it asked for, and says what comes of it.
  mutating func hear(_ news: News, _ situation: Situation) -> [Step] {
    switch self {
    case .log(var screen):
      defer { self = .log(screen) }
      return screen.hear(news, situation)
    case .picker(var picker):
      guard case .foundChild(let found, let words) = news, words == picker.words else { return [] }
      return change(&picker, Screen.picker) { $0.hear(found, situation) }
    case .search(var screen):
      guard case .hits(let hits, let words) = news, words == screen.words else { return [] }
      screen.hear(hits, situation)
      self = .search(screen)
      return []
    default: return hearLists(news, situation)
    }
  }

  private mutating func hearLists(_ news: News, _ situation: Situation) -> [Step] {
    switch (self, news) {
    case (.flagged(var screen), .flagged(let lines)):
      return change(&screen, Screen.flagged) { $0.hear(lines, situation) }
    case (.flagged(var screen), .flaggedToday(let lines)):
      screen.hear(head: lines, situation)
      self = .flagged(screen)
    case (.flagged(var screen), .opened(let file)):
      screen.hear(file)
      self = .flagged(screen)
    case (.children(var screen), .found(let lines, let words)) where words == screen.words:
      screen.hear(lines, situation)
      self = .children(screen)
    case (.child(var screen), .opened(let file)) where file.id == screen.id:
      screen.hear(file, situation)
      self = .child(screen)
    case (.flagPage(var page), .opened(let file)) where file.id == page.child.id:
      page.hear(file)
      self = .flagPage(page)
    case (.agencies(var screen), .agencies(let agencies)):
      screen.hear(agencies, situation)
      self = .agencies(screen)
    case (.unfinished(var screen), .unfinished(let forms)):
      screen.hear(forms, situation)
      self = .unfinished(screen)
    case (.answer(var form), .opened(let file)) where file.id == form.child.id:
      form.learn(from: file)
      self = .answer(form)
    case (.visit(var form), .opened(let file)) where file.id == form.child.id:
      form.learn(from: file)
      self = .visit(form)
    case (.rules(var screen), .ledger(let ledger)):
      screen.hear(ledger, situation)
      self = .rules(screen)
    default: break
    }
    return []
  }
}

extension LogScreen {
  fileprivate mutating func hear(_ news: News, _ situation: Situation) -> [Step] {
    switch news {
    case .newest(let entries): hear(newest: entries, situation)
    case .logIndex(let index, let query, let place):
      return hear(index, of: query, place: place, situation)
    case .logMatches(let index, let query):
      return hear(matches: index, of: query, situation)
    case .logRows(let entries, let block, let generation):
      hear(entries, block: block, generation: generation)
    case .stopped(let query): return hear(stopped: query)
    default: break
    }
    return []
  }
}
