import ErrorSentences
import Flags
import Records
import Reports
import Storage
import StorageMemory

/// An opened store, the clock of the command, and who uses it.
struct Session {
  /// What the command asks; under `--as-of` a view of how things stood then.
  let store: any CaseStore
  let now: Instant
  /// The person whose account this is; nil when the store does not know them.
  let me: Person?

  var today: CalendarDate { now.londonDay }

  /// Where the store lies and what protects it; nil for one in memory.
  var access: StoreAccess?

  /// What the first screen says of the store.
  var description: String {
    var words = access?.words ?? ""
    if isClockSet { words += " · clock set to \(today.shortWithYear)" }
    return words + (isAhead ? " · clock? heed doctor" : "")
  }

  /// Whether screens and prompts stand still at a moment that was given, by which what is written is
  /// stamped.
  var isClockSet = false

  /// Whether cases were judged for a day that has not come, so that the clock was wrong or is.
  var isAhead = false

  /// The thresholds in force: of the last rulebook that was adopted.
  let parameters: Parameters

  /// What is written down as the author of a record.
  var author: String { me?.name ?? Environment.account }

  init(
    store: any CaseStore, options: StoreOptions, access: StoreAccess? = nil
  ) throws(StoreError) {
    self.access = access
    self.store = store
    now = options.asOf?.moment ?? store.clock()
    parameters = Judgement.parameters(of: try store.rulebooks()) ?? Judgement.parameters
    me = try store.me()
  }

  init(
    store: any CaseStore, now: Instant, me: Person?, parameters: Parameters = Judgement.parameters
  ) {
    self.store = store
    self.parameters = parameters
    self.now = now
    self.me = me
  }

  /// Working days, and the times within which flags are answered here.
  var calendar: WorkingCalendar { parameters.calendar }

  /// What reports are made by.
  var context: ReportContext { ReportContext(now: now, parameters: parameters) }

  /// Remembers in the audit log that something was read.
  ///
  /// A store that can't be written now is read all the same, and it is said that this could not be
  /// logged.
  func logAccess(_ access: Access) throws(CommandError) {
    store.remember(access)
    do {
      try store.writeAccesses()
    } catch {
      guard error == .readOnly || error == .busy else {
        throw CommandError(error, doing: "What is read can't be logged")
      }
      Output.complain("What is read here could not be logged: \(error.words).")
    }
  }

  /// The agencies that the store knows by a name of their own.
  func namedAgencies() throws(CommandError) -> [String: Agency] {
    let known = try asking("The agencies can't be read") { () throws(StoreError) in
      try store.agencies(on: today).map(\.agency)
    }
    let agencies = known + (me.map { [$0.agency] } ?? [])
    return Dictionary(
      agencies.compactMap { agency in agency.name.map { ($0, agency) } },
      uniquingKeysWith: { first, _ in first })
  }

  /// How every rule has fared in this store.
  func ledger() throws(StoreError) -> Ledger {
    try store.ledger(at: now, calendar: calendar)
  }

  /// The session of a command that reads at an earlier moment or not at all.
  /// - Throws: why it can't be read.
  func reading(asOf moment: Instant?) throws(CommandError) -> Session {
    try asking("The store can't be read") { () throws(StoreError) in
      moment == nil ? self : try forReading(asOf: moment)
    }
  }

  /// The session as a command that only reads sees it: up to date, or, at an earlier moment, as
  /// things stood then.
  ///
  /// Bringing the evaluations up to date is not what was asked for: a store that can't be written
  /// is read as it stands.
  func forReading(asOf moment: Instant?, child: String? = nil) throws(StoreError) -> Session {
    guard let moment else {
      do {
        _ = try LongWork.run("Judging what time has changed") { progress throws(StoreError) in
          try store.refresh(to: now, progress: progress)
        }
      } catch {
        guard error == .readOnly || error == .busy else { throw error }
      }
      return self
    }
    let past = try PastJudges(of: store, at: moment)
    let view = try past.recalled(try store.caseFiles(about: child), from: store)
    return Session(store: view, now: moment, me: me, parameters: past.parameters)
  }

  /// The session as screens and prompts use it under `--as-of`: what is read is as things stood at the
  /// moment, and what is written is stored and stamped with it.
  /// - Throws: why the store can't be read.
  func withClockSet(to moment: Instant) throws(StoreError) -> Session {
    let (store, past) = (store, try PastJudges(of: store, at: moment))
    let view = try StoreAsOf(store) { child throws(StoreError) in
      guard let child else {
        return try past.recalled(try store.caseFiles(about: nil), from: store)
      }
      return try past.recalled([try store.caseFile(of: child)], from: store)
    }
    var session = Session(store: view, now: moment, me: me, parameters: past.parameters)
    session.access = access
    session.isAhead = isAhead
    session.isClockSet = true
    return session
  }
}

extension CaseStore {
  /// Every case, or that of one child and none when the reference is unknown.
  func caseFiles(about ref: String?) throws(StoreError) -> [CaseFile] {
    var children: [Child] = []
    if let ref {
      if let child = try child(ref: ref) { children = [child] }
    } else {
      children = try cases(.matching("")).map(\.child)
    }
    var files: [CaseFile] = []
    for child in children { files.append(try caseFile(of: child.id)) }
    return files
  }
}
