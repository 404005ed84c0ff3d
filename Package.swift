// swift-tools-version: 6.2
import PackageDescription

let package = Package(
  name: "heed",
  products: [
    .executable(name: "heed", targets: ["heed"]),
    // Loaded before the C library, ends a program at a chosen point of its writing.
    .library(name: "CrashShim", type: .dynamic, targets: ["CrashShim"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
    .package(url: "https://github.com/LebJe/TOMLKit", from: "0.6.0"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
  ],
  targets: [
    // The words that the reader knows, as data: phrase, class, why.
    .target(
      name: "ReadingWords", path: "Resources/reading",
      resources: [
        "marks", "figures", "sites", "innocent", "people", "triggers", "ordinary", "opinions",
        "steps",
        "seen", "cancel", "concerns", "explanations", "adults", "placeholders",
      ].map { .embedInCode("\($0).csv") }),
    // What people write in a field, turned into mentions and facts: standard library only.
    .target(name: "Reading", dependencies: ["ReadingWords"]),
    // The words of the trade: pure values, standard library only.
    .target(name: "Records", dependencies: ["Reading"]),
    // The rules, one file each: a chronology and a day in, findings out.
    .target(name: "Flags", dependencies: ["Reading", "Records"]),
    // Every threshold in a TOML text, read with all its faults and written with its reasons.
    .target(
      name: "Rulebook",
      dependencies: ["Flags", "Records", .product(name: "TOMLKit", package: "TOMLKit")]),
    // Text in and out: the canonical CSV.
    .target(name: "Exchange", dependencies: ["Records"]),
    // A grid of characters, and the one gate for text; knows no terminal and no children.
    .target(name: "Cells"),
    // ncurses, its macros and every signal, behind a small typed API.
    .target(
      name: "CTermShim",
      linkerSettings: [.linkedLibrary("ncursesw"), .linkedLibrary("tinfo")]),
    // Puts a grid on a real terminal and reads its keys.
    .target(name: "Terminal", dependencies: ["Cells", "CTermShim"]),
    // What the C library can do for a process and Swift's overlay does not show.
    .target(name: "CProcess"),
    // Encrypted folders of gocryptfs, and what protects the storage that a path lies on.
    .target(name: "Vaults", dependencies: ["Secrets"]),
    // What may be asked of a store, and why it may refuse.
    .target(name: "Storage", dependencies: ["Records"]),
    // People's own secrets, sealed by the system's crypt library.
    .systemLibrary(name: "CCrypt"),
    .target(name: "Secrets", dependencies: ["CCrypt"]),
    // The tree of hashes that shows whether a record or an entry was changed: no store, no children.
    .target(
      name: "AuditLog", dependencies: [.product(name: "Crypto", package: "swift-crypto")]),
    // Every change of a store as a script over rows, whatever engine keeps them.
    .target(name: "StorageCore", dependencies: ["Storage", "Records", "Secrets"]),
    // Answers from memory.
    .target(name: "StorageMemory", dependencies: ["StorageCore", "Storage", "Records", "Secrets"]),
    // Statements and rows, written once for every engine of SQL.
    .target(
      name: "StorageSQL",
      dependencies: ["AuditLog", "StorageCore", "Storage", "Records", "Secrets"]),
    // Answers with SQLite.
    .target(
      name: "StorageSQLite",
      dependencies: [
        "AuditLog", "CProcess", "StorageSQL", "StorageCore", "Storage", "Records", "Secrets",
        .product(name: "GRDB", package: "GRDB.swift"),
        .product(name: "GRDBSQLite", package: "GRDB.swift"),
        .product(name: "Crypto", package: "swift-crypto"),
      ]),
    // Why a fact, an answer or a removal can't be, in sentences: pure, since screens say them too.
    .target(
      name: "RecordErrorSentences", dependencies: ["Records"],
      path: "Sources/ErrorSentences/Records"),
    // Every other refusal in sentences: of a store, a file, a rulebook, an encrypted folder.
    .target(
      name: "ErrorSentences",
      dependencies: [
        "RecordErrorSentences", "Records", "Exchange", "Flags", "Rulebook", "Storage", "Vaults",
      ],
      exclude: ["Records"]),
    // What is printed: pure functions from cases to lines, JSON, HTML and CSV.
    .target(
      name: "Reports",
      dependencies: [
        "ErrorSentences", "Reading", "Records", "Flags", "Exchange", "Storage", "Cells",
      ]),
    // Invented children in a store in memory, for the demo and for tests of screens.
    .target(
      name: "Fiction",
      dependencies: [
        "Records", "Flags", "Exchange", "Storage", "StorageMemory", "BundledResources",
      ]),
    // What each screen shows, and what it does with a key.
    .target(
      name: "Screens",
      dependencies: ["RecordErrorSentences", "Reading", "Records", "Secrets", "Flags", "Cells"]),
    // What the screens request of the store, asked on a thread of its own.
    .target(
      name: "Desk",
      dependencies: [
        "CProcess", "ErrorSentences", "Screens", "Secrets", "Storage", "Records", "Flags",
        "Cells",
      ]),
    // Data files, embedded in the binary.
    .target(
      name: "BundledResources", dependencies: ["Records"], path: "Resources", exclude: ["reading"],
      resources: [
        .embedInCode("bankHolidaysEngland.csv"), .embedInCode("fictionalCaseload.csv"),
        .embedInCode("retentionSchedule.csv"),
      ]),
    .executableTarget(
      name: "heed",
      dependencies: [
        "CProcess", "ErrorSentences", "RecordErrorSentences", "Reports", "Fiction",
        "Vaults", "Secrets", "Reading", "Records", "Flags", "Rulebook", "Exchange",
        "Storage",
        "StorageMemory",
        "StorageSQLite",
        "Cells", "Screens", "Terminal", "Desk", "BundledResources",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ]),

    // Random numbers that come again, and where the build has put the program.
    .target(name: "SeededRandom", path: "Tests/SeededRandom"),
    .target(name: "BuiltProgram", path: "Tests/BuiltProgram"),
    // Texts that have driven terminals before.
    .target(name: "InjectionCorpus", path: "Tests/InjectionCorpus", exclude: ["plant.py"]),
    // A seeded caseload of ordinary children, for tests and benchmarks.
    .target(
      name: "OrdinaryCaseload", dependencies: ["Records", "SeededRandom"],
      path: "Tests/OrdinaryCaseload"),
    .executableTarget(
      name: "OrdinaryCaseloadTool",
      dependencies: ["OrdinaryCaseload", "Records", "BundledResources"],
      path: "Tests/OrdinaryCaseloadTool"),
    // Prints how the rules judge known cases and ordinary caseloads, and what that costs.
    .executableTarget(
      name: "JudgementTool",
      dependencies: [
        "Flags", "Records", "Exchange", "OrdinaryCaseload", "SeededRandom", "BundledResources",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/JudgementTool"),
    // How well labelled phrases are read, and a tool that prints it.
    .target(name: "ReadingScore", dependencies: ["Reading"], path: "Tests/ReadingScore"),
    .executableTarget(
      name: "ReadingTool", dependencies: ["ReadingScore"], path: "Tests/ReadingTool"),
    .testTarget(
      name: "ReadingTests",
      dependencies: ["Reading", "ReadingScore", .product(name: "Crypto", package: "swift-crypto")],
      exclude: ["Fixtures"]),
    .target(name: "CrashShim", path: "Tests/CrashShim"),
    .testTarget(
      name: "SafetyTests",
      dependencies: [
        "heed", "BuiltProgram", "CrashShim", "Records", "Storage", "StorageSQLite",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]
    ),
    .testTarget(
      name: "CellsTests", dependencies: ["Cells", "InjectionCorpus", "SeededRandom"]),
    .testTarget(
      name: "OrdinaryCaseloadTests",
      dependencies: ["OrdinaryCaseload", "Records", "BundledResources"]),
    .testTarget(
      name: "CommandTests",
      dependencies: [
        "heed", "BuiltProgram", "InjectionCorpus", "OrdinaryCaseload", "Records",
        "BundledResources", "Vaults",
      ]),
    .testTarget(
      name: "ReportsTests",
      dependencies: [
        "BundledResources", "Exchange", "Fiction", "Flags", "Records", "Reports", "Storage",
      ]),
    .testTarget(
      name: "StorageTests",
      dependencies: [
        "AuditLog", "Storage", "StorageCore", "StorageMemory", "StorageSQL", "StorageSQLite",
        "Flags",
        "Records",
        "BundledResources", "OrdinaryCaseload", .product(name: "GRDB", package: "GRDB.swift"),
      ],
      resources: [.copy("Fixtures")]),
    .testTarget(
      name: "RecordsTests", dependencies: ["Records", "BundledResources", "SeededRandom"]),
    .testTarget(
      name: "FlagsTests",
      dependencies: ["Flags", "Records", "Exchange", "BundledResources", "OrdinaryCaseload"],
      resources: [.copy("Cases")]),
    .testTarget(
      name: "ScreensTests",
      dependencies: [
        "Desk", "ErrorSentences", "Fiction", "Reports", "Terminal", "CTermShim", "Storage",
        "StorageMemory", "Screens", "Records", "Flags", "Cells",
        "BundledResources",
        "SeededRandom",
      ],
      exclude: ["Frames"]),
    .testTarget(
      name: "TerminalTests",
      dependencies: [
        "heed", "BuiltProgram", "CrashShim", "InjectionCorpus", "Terminal", "Cells", "Vaults",
        .product(name: "GRDB", package: "GRDB.swift"),
      ]),
    .testTarget(
      name: "RulebookTests",
      dependencies: [
        "ErrorSentences", "Rulebook", "Flags", "Records", "BundledResources", "SeededRandom",
      ]),
    .testTarget(
      name: "ExchangeTests",
      dependencies: ["Exchange", "InjectionCorpus", "Records", "SeededRandom"]),
    .testTarget(name: "AuditLogTests", dependencies: ["AuditLog"]),
    .testTarget(name: "VaultsTests", dependencies: ["Secrets", "Vaults"]),
    .testTarget(name: "SecretsTests", dependencies: ["Secrets"]),
    // What must hold of any bytes at all, for libFuzzer and for the suite.
    .target(
      name: "FuzzProperties",
      dependencies: [
        "Cells", "Exchange", "Flags", "Records", "Rulebook", "Storage", "StorageMemory",
        "StorageSQLite",
      ],
      path: "Tests/FuzzProperties"),
    .testTarget(name: "FuzzingTests", dependencies: ["FuzzProperties"]),
  ],
  swiftLanguageModes: [.v6]
)

// Only a build with the fuzzer's sanitizer can link libFuzzer: `make fuzz`.
if Context.environment["HEED_FUZZ"] != nil {
  package.targets += [
    .systemLibrary(name: "CFuzzer", path: "Tests/CFuzzer"),
    .executableTarget(
      name: "Fuzzing", dependencies: ["CFuzzer", "FuzzProperties"], path: "Tests/Fuzzing",
      exclude: ["Corpus", "Fixtures"]),
  ]
}

// Under a sanitizer only the suites that run in their own process are built: `make sanitize`.
if Context.environment["HEED_SANITIZE"] != nil {
  package.targets.removeAll {
    ["SafetyTests", "CommandTests", "TerminalTests", "OrdinaryCaseloadTests", "VaultsTests"]
      .contains($0.name)
  }
  package.targets.append(.target(name: "CMutexOrder", path: "Tests/CMutexOrder"))
  for target in package.targets where target.name == "StorageTests" {
    target.dependencies.append("CMutexOrder")
  }
}

for target in package.targets
where !["CTermShim", "CCrypt", "CrashShim", "CProcess", "CFuzzer", "CMutexOrder"].contains(
  target.name)
{
  target.swiftSettings =
    (target.swiftSettings ?? []) + [
      .treatAllWarnings(as: .error),
      .enableUpcomingFeature("ExistentialAny"),
      .enableUpcomingFeature("InternalImportsByDefault"),
      .enableUpcomingFeature("MemberImportVisibility"),
    ]
}
