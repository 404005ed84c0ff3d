import BundledResources
import Records
import Testing

@Suite struct FactTests {
  @Test(arguments: FactKind.all)
  func `every step of every kind reads back from its texts`(kind: FactKind) throws {
    let most = kind.fields.map(\.samples.count).max() ?? 1
    for step in kind.steps {
      for index in 0..<most {
        let texts = kind.texts(index)
        let fact = try Fact(kind: kind, step: step.name, on: today, texts: texts)
        let written = fact.texts
        #expect(written.map(\.field) == kind.fields)
        #expect(written.allSatisfy { texts[$0.field.name] == $0.text })
        let again = try Fact(
          kind: kind, step: fact.step.name, on: today,
          texts: Dictionary(uniqueKeysWithValues: written.map { ($0.field.name, $0.text) }))
        #expect(again == fact)
      }
    }
  }

  @Test(arguments: FactKind.all)
  func `a step takes its needed fields alone, and none of them may be missing or blank`(
    kind: FactKind
  ) throws {
    for step in kind.steps {
      let needed = kind.neededTexts(step)
      let fact = try Fact(kind: kind, step: step.name, on: today, texts: needed)
      #expect(fact.texts.count == needed.count)
      for field in kind.key + step.required {
        for text in [nil, "", "  "] {
          var texts = needed
          texts[field.name] = text
          #expect(throws: FactFault.missing(field)) {
            try Fact(kind: kind, step: step.name, on: today, texts: texts)
          }
        }
      }
    }
  }

  @Test func `ids, titles, steps and fields are unique, and every kind can begin`() {
    #expect(Set(FactKind.all.map(\.id)).count == FactKind.all.count)
    #expect(Set(FactKind.all.map { $0.title.lowercased() }).count == FactKind.all.count)
    for kind in FactKind.all {
      #expect(Set(kind.fields.map(\.name)).count == kind.fields.count, "\(kind.id)")
      #expect(Set(kind.steps.map(\.name)).count == kind.steps.count, "\(kind.id)")
      #expect(kind.steps.allSatisfy { $0.name == $0.name.lowercased() }, "\(kind.id)")
      #expect(kind.steps.contains { $0.opens }, "\(kind.id)")
      #expect(kind.words.hasSuffix("."), "\(kind.id)")
      let needed = Set(kind.key + kind.steps.flatMap(\.required))
      #expect(needed.isSubset(of: kind.fields), "\(kind.id)")
      // What stands alone has nothing that could be closed.
      #expect(!kind.key.isEmpty || !kind.steps.contains { $0.closes }, "\(kind.id)")
    }
  }

  @Test func `a kind is found by its id or title, whatever the case`() {
    for kind in FactKind.all {
      #expect(FactKind.of(kind.id.uppercased()) == kind)
      #expect(FactKind.of(kind.title) == kind)
    }
    #expect(FactKind.of("weather") == nil)
    #expect(FactKind.of("") == nil)
  }

  @Test func `a step is found whatever the case, and may be left out where there is only one`()
    throws
  {
    let texts = FactKind.condition.texts()
    let fact = try Fact(kind: .condition, step: "Imposed", on: today, texts: texts)
    #expect(fact.step.name == "imposed")
    for step in ["escaped", "", nil] {
      #expect(throws: FactFault.unknownStep(.condition)) {
        try Fact(kind: .condition, step: step, on: today, texts: texts)
      }
    }
    for kind in FactKind.all where kind.steps.count == 1 {
      let alone = try Fact(kind: kind, step: nil, on: today, texts: kind.texts())
      #expect(alone.step == kind.steps[0])
      #expect(throws: FactFault.unknownStep(kind)) {
        try Fact(kind: kind, step: "escaped", on: today, texts: kind.texts())
      }
    }
  }

  @Test func `a field that the kind does not have is refused, unless nothing is said in it`() throws
  {
    #expect(throws: FactFault.unknownField("sites", .adult)) {
      try Fact(kind: .adult, step: "sighted", on: today, texts: ["adult": "Danny", "sites": "ear"])
    }
    let fact = try Fact(
      kind: .adult, step: "sighted", on: today, texts: ["adult": "Danny", "sites": " "])
    #expect(fact.texts.map(\.text) == ["Danny"])
  }

  @Test(
    arguments: [
      (.overnight, ["yes", "no", " yes "], ["maybe", "y", "1"]),
      (.visitEvery, ["1", "130"], ["0", "131", "2.5", "ten"]),
      (.percent, ["0", "100"], ["-1", "101"]), (.stage, ["1", "4"], ["0", "5"]),
      (.schoolDays, ["1", "400"], ["0", "401"]), (.marks, ["1", "100"], ["0", "101"]),
      (.ends, ["2026-02-28", "2028-02-29"], ["2026-02-29", "28/02/2026", "tomorrow"]),
      (.from, ["00:00", "23:59"], ["24:00", "23:60", "evening"]),
      (.level, ["low", "High"], ["highest", "very high"]),
      (.raisedBy, ["1a", "10"], ["11", "1E"]),
    ] as [(FactField, [String], [String])])
  func `a field takes what it allows and refuses the nearest that it does not`(
    field: FactField, allowed: [String], refused: [String]
  ) throws {
    for text in allowed { #expect(throws: Never.self) { try field.read(text) } }
    for text in refused {
      #expect(throws: FactFault.notAllowed(field)) { try field.read(text) }
    }
  }

  @Test func `words are kept as the list has them, texts without blanks around them`() throws {
    let fact = try Fact(
      kind: .concern, step: "raised", on: today,
      texts: ["concern": "  thin  ", "raised_by": "1a", "level": "HIGH"])
    #expect(fact.text(.concern) == "thin")
    #expect(fact.text(.raisedBy) == "1A")
    #expect(fact.text(.level) == "high")
    #expect(fact.day(.concern) == nil && fact.number(.level) == nil)
  }

  @Test(arguments: [
    ("police; health", ["police", "health"]), (" police ;; health; ", ["police", "health"]),
    ("police", ["police"]), (";", []),
  ])
  func `a list is parted by semicolons`(text: String, expected: [String]) throws {
    let fact = try Fact(
      kind: .meeting, step: "held", on: today, texts: ["meeting": "checks", "agencies": text])
    #expect(fact.list(.agencies) == expected)
  }
}
