# Heed's commands. `make run` and `make test` do all set-up themselves on Debian 12 with Swift 6.3.

SWIFT ?= swift
STRICT = --explicit-target-dependency-import-check error
RELEASE = $(STRICT) -c release --static-swift-stdlib
BUILD_PACKAGES = git ca-certificates binutils libc6-dev libgcc-12-dev libstdc++-12-dev \
  libncurses-dev libsqlite3-dev libcrypt-dev zlib1g-dev libcurl4-openssl-dev libxml2-dev tzdata
TEST_PACKAGES = tmux python3 gocryptfs fuse3 age
BENCH_PACKAGES = tig sqlite3 python3

.PHONY: help setup setup-test setup-bench build run test lint format check bench judgement reading faults evidence soak fuzz sanitize parts clean

help:
	@echo 'make run       builds Heed and opens it'
	@echo 'make test      installs what the tests need and runs them all'
	@echo 'make build     builds .build/release/heed'
	@echo 'make check     lint, build and test: what continuous integration runs'
	@echo 'make bench     start, keys, import and memory, beside other programs in the same run'
	@echo 'make evidence  all tests, fuzzers and sanitizers, and docs/EVIDENCE.md from what they print'
	@echo 'make soak      kills and power losses for MINUTES=30'
	@echo 'make fuzz      any bytes at all into what reads; for SECONDS=60 each, if given'
	@echo 'make sanitize  tests under the thread and the address sanitizer'
	@echo 'make judgement how the rules judge known cases and caseloads, and what that costs'
	@echo 'make reading   how labelled phrases are read, beside the goals; SHOW=--wrong names each that is not'
	@echo 'make format    formats the sources'

setup:
	@sh Scripts/install-packages.sh $(BUILD_PACKAGES)

setup-test: setup
	@sh Scripts/install-packages.sh $(TEST_PACKAGES)

setup-bench: setup-test
	@sh Scripts/install-packages.sh $(BENCH_PACKAGES)

build: setup
	$(SWIFT) build $(RELEASE) --product heed

# Without a terminal the fictional caseload's flagged list is printed in sentences.
run: build
	@if [ -t 0 ] && [ -t 1 ]; then .build/release/heed; else .build/release/heed demo --plain </dev/null; fi

test: setup-test build
	@sh Scripts/run-tests.sh $(SWIFT) test $(STRICT) --disable-xctest --parallel

lint:
	$(SWIFT) format lint --strict --recursive --parallel Package.swift Sources Tests Resources
	@sh Scripts/lint-house.sh

format:
	$(SWIFT) format --in-place --recursive --parallel Package.swift Sources Tests Resources

check: setup-test lint test parts fuzz

# Whether docs/PARTS.md lists what the build was made of.
parts:
	@python3 Scripts/parts.py --check

# Runs all tests, fuzzers and sanitizers and writes docs/EVIDENCE.md from what they printed.
evidence: setup-test build
	@$(SWIFT) test $(STRICT) --disable-xctest --parallel 2>&1 | tee .build/evidence.log
	@$(MAKE) --no-print-directory fuzz sanitize 2>&1 | tee -a .build/evidence.log
	@python3 Scripts/evidence.py .build/evidence.log > docs/EVIDENCE.md

# A longer run of what is left to chance: kills, power losses and cut typing, for about so many minutes.
MINUTES = 30
soak: setup-test build
	KILLS=$$(( $(MINUTES) * 300 )) IMAGES=$$(( $(MINUTES) * 12 )) CUTS=$$(( $(MINUTES) * 7 )) \
	  $(SWIFT) test $(STRICT) --disable-xctest --filter 'KillTests|PowerLossTests|CutTypingTests'

# What reads text from outside is given any bytes at all, each part for about so many SECONDS, or for as
# many inputs as continuous integration tries. What breaks it is left in Tests/Fuzzing/Fixtures.
SECONDS =
fuzz: setup
	HEED_FUZZ=1 $(SWIFT) build $(STRICT) --product Fuzzing --scratch-path .build/fuzz \
	  -Xswiftc -sanitize=fuzzer,address -Xswiftc -use-ld=lld
	@python3 Scripts/fuzz.py .build/fuzz/debug/Fuzzing $(SECONDS)

# Those suites that stay in their own process: what waits for other threads, and what lends memory to C
# or is read from outside. A wider choice: THREADED=. or LENT=.
THREADED = DraftRaceTests|DraftTests|ResilienceChecks|SQLiteStoreTests|RecallingTests
LENT = ^(FuzzingTests|RecordsTests|CellsTests|ExchangeTests|RulebookTests|SecretsTests|AuditLogTests)\.|SQLiteStoreTests
sanitize: setup
	@sh Scripts/sanitize.sh thread '$(THREADED)' $(SWIFT) test $(STRICT)
	@sh Scripts/sanitize.sh address '$(LENT)' $(SWIFT) test $(STRICT)

bench: setup-bench build
	$(SWIFT) build $(RELEASE) --product OrdinaryCaseloadTool
	@python3 Scripts/bench.py

# More files by ARGUMENTS, such as ARGUMENTS='--caseload contacts.csv'.
judgement: setup
	$(SWIFT) build $(RELEASE) --product JudgementTool
	@.build/release/JudgementTool $(ARGUMENTS)

# Writes docs/FAULTS.md from the names of the tests.
faults:
	@python3 Scripts/faults.py > docs/FAULTS.md

# How labelled phrases are read: those that were given and those of our own.
SHOW =
reading: setup
	$(SWIFT) build $(STRICT) --product ReadingTool
	@.build/debug/ReadingTool $(SHOW) Tests/ReadingTests/Fixtures/phrasesDev.csv Tests/ReadingTests/Fixtures/phrasesOwn.csv

clean:
	rm -rf .build
