package import Records

extension Workbench {
  /// Handles the reply to a request, and returns the requests that follow from it.
  package mutating func handle(_ reply: Reply, now: Instant) -> [Request] {
    self.now = now
    isWaiting = false
    switch reply {
    case .read(let reply): return show(reply)
    case .form(let reply): return handle(reply)
    case .draft(let reply): return handle(reply)
    case .lock(let reply): return handle(reply)
    case .status(let status): return handle(status)
    }
  }

  private mutating func show(_ reply: ReadReply) -> [Request] {
    if case .unfinished(let forms) = reply {
      remember(forms)
      if isStarting { return offer(forms) }
    }
    let requests = tell(reply)
    guard case .child(let file) = reply else { return requests }
    return requests + resume(file)
  }

  /// Passes a reply to every screen; those below may only make requests, the one on top may also open another.
  private mutating func tell(_ reply: ReadReply) -> [Request] {
    var requests: [Request] = []
    for index in screens.indices.dropLast() {
      for case .request(let request) in screens[index].handle(reply, situation) {
        requests.append(request)
      }
    }
    return requests + follow(top.handle(reply, situation))
  }

  private mutating func handle(_ status: StoreStatus) -> [Request] {
    switch status {
    case .slow: isWaiting = true
    case .judging(let left): unjudged = left
    case .changed:
      // Nobody is reading: what changed is read when the screen is unlocked.
      return lock == nil ? readAll() : []
    case .refused(let sentence):
      resuming = nil
      notice = sentence
      lock?.say(sentence)
    }
    return []
  }
}
