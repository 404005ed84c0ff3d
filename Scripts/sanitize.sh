#!/bin/sh
# Runs suites under a sanitizer, built in a folder of its own: sanitize.sh thread|address SUITES SWIFT...
# Says how many tests ran and how many reports there were; ends with 1 on a report or a failed test.
set -u
kind=$1
suites=$2
shift 2
log=$(mktemp)
known=$(mktemp)
trap 'rm -f "$log" "$known"' EXIT
# The standard library copies a value onto its neighbour when it reads a chain of key paths (6.3.1).
echo 'interceptor_via_fun:s7KeyPathC16_projectReadOnly' >"$known"
# Leaks are not looked for: what Swift's run time keeps for ever would be among them.
export ASAN_OPTIONS="detect_leaks=0:suppressions=$known" HEED_SANITIZE="$kind"
"$@" --sanitize="$kind" --scratch-path ".build/sanitize-$kind" --disable-xctest \
  --filter "$suites" >"$log" 2>&1
status=$?
tests=$(sed -n 's/.*Test run with \([0-9]*\) tests\{0,1\} in .* passed.*/\1/p' "$log" | tail -1)
reports=$(grep -cE '(WARNING: Thread|ERROR: Address)Sanitizer' "$log")
echo "sanitizer $kind: ${tests:-0} tests, $reports reports"
[ "$status" -eq 0 ] && [ "$reports" -eq 0 ] && [ "${tests:-0}" -gt 0 ] && exit 0
grep -A 30 -E '(WARNING: Thread|ERROR: Address)Sanitizer' "$log" | head -120
grep -E 'error:|recorded an issue' "$log" | head -20
exit 1
