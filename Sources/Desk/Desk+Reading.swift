import Records
import Screens
import Storage
import Synchronization

// Reading from a store.

extension Desk {
  /// How many rows of the log are read before the order of all is known.
  private static let logPage = 100

  /// Reads the flagged list before stale cases are judged again, so that it is there at once.
  func listFlagged() throws(StoreError) -> [Reply] {
    if hasListed.withLock({ !$0 }) {
      post(.read(.flaggedToday(try store.cases(.flaggedToday))))
    }
    hasListed.withLock { $0 = true }
    post(.read(.flagged(try store.cases(.flagged))))
    remember(.listed)
    let isJudging = isJudging.withLock { judging in
      defer { judging = true }
      return judging
    }
    return isJudging ? [] : try refreshed()
  }

  func read(_ request: ReadRequest) throws(StoreError) -> ReadReply {
    let reply = try answer(to: request)
    if let access = request.access { remember(access) }
    return reply
  }

  private func answer(to request: ReadRequest) throws(StoreError) -> ReadReply {
    switch request {
    case .flagged: return .flagged(try store.cases(.flagged))
    case .children(let words):
      return .children(try store.cases(.matching(words)), matching: words)
    case .find(let words):
      return .found(try store.find(words, limit: SearchReading.most), matching: words)
    case .search(let words):
      return .hits(try store.search(words, limit: SearchReading.most), matching: words)
    case .child(let child): return .child(try store.caseFile(of: child))
    case .log(let request): return .log(try answer(to: request))
    case .agencies: return .agencies(try store.agencies(on: now().londonDay))
    case .ledger: return .ledger(try store.ledger(at: now(), calendar: calendar))
    case .unfinished: return .unfinished(try store.drafts())
    }
  }

  private func answer(to request: LogRequest) throws(StoreError) -> LogReply {
    switch request {
    case .newest: return .newest(try store.log(after: nil, limit: Desk.logPage))
    case .index(let query, let selected):
      let index = try stoppably { () throws(StoreError) in try store.logIndex(query) }
      return .index(index, of: query, place: try selected.map(store.place))
    case .matches(let query): return .matches(try store.logIndex(query), of: query)
    case .rows(let places, let block, let generation):
      return .rows(try store.log(at: places), block: block, generation: generation)
    }
  }

  private func stoppably<Answer>(
    _ work: () throws(StoreError) -> Answer
  ) throws(StoreError) -> Answer {
    isStoppable.withLock { $0 = true }
    defer { isStoppable.withLock { $0 = false } }
    return try work()
  }
}
