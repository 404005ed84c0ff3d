internal import Records

extension AnswerForm {
  typealias Problems = [AnswerField: String]

  /// The decision as it would be saved, and what is wrong with each field of the way chosen.
  func check(_ now: Instant) -> (decision: Answer.Decision?, problems: Problems) {
    let (decision, problems) = checkWay(now)
    let faults = problems.merging(problemsInstead) { first, _ in first }
    return (faults.isEmpty ? decision : nil, faults)
  }

  private func checkWay(_ now: Instant) -> (decision: Answer.Decision?, problems: Problems) {
    switch way {
    case .escalate: checkPromise(now)
    case .decide: checkDecision(now)
    case .recordWrong, .disagree: (nil, problemsWithWords)
    case nil: (nil, [.answer: "Answer: press 1 to escalate, 2 to decide not to yet."])
    }
  }

  /// What is missing when the flag has an answer in force already.
  private var problemsInstead: Problems {
    guard isAnswered, way?.isAnswer == true else { return [:] }
    var problems: Problems = [:]
    let choices = [AnswerField.keepsIt, AnswerField.answersInstead]
    if form.chosen(.instead, of: choices) != AnswerField.answersInstead {
      problems[.instead] = "Answered already: choose \"answer instead\", or leave with Esc."
    }
    if !form.says(.because) {
      problems[.because] = "Because: say why yours is to stand instead of the answer above."
    }
    return problems
  }

  private var problemsWithWords: Problems {
    var problems: Problems = [:]
    let needed: [(AnswerField, String)] =
      way == .recordWrong
      ? [(.fault, "What is wrong: say which entry, and where the right one is.")]
      : [(.dissent, "With what, and why: say it in words."), (.wants, "What instead: say it.")]
    for (field, words) in needed where !form.says(field) { problems[field] = words }
    return problems
  }

  /// Returns the fact to record when the record is wrong or somebody disagrees; the flag itself stays open.
  func fact(_ now: Instant) -> Fact? {
    let about = "\(flag.rule) of \(flag.raisedOn)"
    var texts: [String: String]
    let kind: FactKind
    switch way {
    case .recordWrong:
      kind = .recordFault
      texts = ["about": about, "because": form.text(.fault)]
    case .disagree:
      kind = .challenge
      texts = [
        "about": "\(about): \(form.text(.dissent))", "wants": form.text(.wants), "stage": "1",
      ]
    case .escalate, .decide, nil: return nil
    }
    texts = texts.mapValues { $0.split(whereSeparator: \.isNewline).joined(separator: " ") }
    let step = kind == .challenge ? "opened" : "found"
    return try? Fact(kind: kind, step: step, on: now.londonDay, texts: texts)
  }

  private func checkPromise(_ now: Instant) -> (Answer.Decision?, Problems) {
    var problems: Problems = [:]
    let rung = form.chosen(.rung, of: rungs)
    let owner = form.lineFact(.owner)
    if rung == nil { problems[.rung] = "Escalate to: choose what will be held." }
    if owner == nil { problems[.owner] = "Owner: name who sees to it that it is held." }
    let due = check(.due, "By when", now: now, latest: nil)
    problems[.due] = due.problem
    guard problems.isEmpty, let rung, let owner, let day = due.day else { return (nil, problems) }
    let promise = Answer.Escalate(
      rung: rung, owner: owner, due: day, because: form.fact(.because))
    return (.escalate(promise), [:])
  }

  private func checkDecision(_ now: Instant) -> (Answer.Decision?, Problems) {
    var problems: Problems = [:]
    let reason = form.chosen(.reason, of: DecisionReason.allCases)
    if reason == nil { problems[.reason] = "Reason: choose why this is not escalated." }
    if !form.says(.because) { problems[.because] = "Because: say why, in your own words." }
    if !form.says(.wouldChange) {
      problems[.wouldChange] = "What would change this: say what would make you escalate."
    }
    let latest = Answer.Decide.latestReview(of: flag.band, on: now.londonDay, calendar: calendar)
    let review = check(.reviewBy, "Review by", now: now, latest: latest)
    problems[.reviewBy] = review.problem
    guard problems.isEmpty, let reason, let day = review.day else { return (nil, problems) }
    let decision = Answer.Decide(
      reason: reason, because: form.text(.because), wouldChange: form.text(.wouldChange),
      reviewBy: day)
    return (.decide(decision), [:])
  }

  private func check(
    _ field: AnswerField, _ label: String, now: Instant, latest: CalendarDate?
  ) -> (day: CalendarDate?, problem: String?) {
    guard form.fact(field) != nil else {
      return (nil, "\(label): type a day, such as +1wd, fri or 27/11.")
    }
    do throws(DateTypingError) {
      let day = try readDay(field)
      if day < now.londonDay {
        return (day, "\(label): that day has passed. Type today or a later day.")
      }
      if let latest, day > latest {
        return (
          day, "\(label): at the latest \(latest.long), since it is marked \(flag.band.word)."
        )
      }
      return (day, nil)
    } catch {
      return (nil, error.sentence(field: label, example: "+1wd, fri or 27/11"))
    }
  }
}
