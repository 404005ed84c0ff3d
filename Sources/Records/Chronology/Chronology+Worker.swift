/// When a worker was allocated to the child.
struct WorkerSpan: Hashable, Sendable {
  let name: PersonName
  /// Nil for the worker named in the child's row, whose first day is not known.
  let from: CalendarDate?
  /// The day on which they left; nil while they are allocated.
  let left: CalendarDate?

  func includes(_ day: CalendarDate) -> Bool {
    (from.map { $0 <= day } ?? true) && (left.map { day <= $0 } ?? true)
  }
}

extension Chronology {
  /// The workers allocated by facts, each from their first day; without such facts, the worker named in the
  /// child's row.
  static func workers(of child: Child, _ matters: [Matter]) -> [WorkerSpan] {
    let spans = matters.filter { $0.kind == .involvement }.compactMap { matter in
      matter.fact.text(.worker).map {
        WorkerSpan(name: PersonName($0), from: matter.date, left: matter.first("left")?.date)
      }
    }
    guard spans.isEmpty else { return spans }
    return child.worker.map { [WorkerSpan(name: PersonName($0), from: nil, left: nil)] } ?? []
  }

  /// Whether the contact was made by the social worker allocated to the child on its day.
  ///
  /// Any social worker counts when no allocation is known or the contact names nobody.
  package func isByChildsWorker(_ reading: ContactReading) -> Bool {
    guard reading.isSocialCare else { return false }
    let allocated = workers.last { $0.includes(reading.date) }
    if let allocated, let professional = reading.professional {
      return allocated.name.agrees(with: professional)
    }
    return reading.isSocialWorker
  }
}
