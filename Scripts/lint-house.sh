#!/bin/sh
# The house rules that no compiler knows. Prints each place that breaks one, and fails.
set -u
failed=0
report() {
  [ -z "$2" ] && return
  printf '%s\n%s\n' "$1" "$2"
  failed=1
}
sources=$(git ls-files --cached --others --exclude-standard 'Sources/*.swift' 'Resources/*.swift')
report 'Longer than 250 lines:' \
  "$(for file in $sources; do lines=$(wc -l <"$file"); [ "$lines" -gt 250 ] && echo "$file: $lines"; done)"
report 'Not for this house (public, unchecked Sendable, forced or fatal code, unfinished work):' \
  "$(grep -nE '\bpublic |@unchecked|fatalError\(|try!|as! |TODO|FIXME|nonisolated\(unsafe\)' $sources)"
report 'Tests that are off:' \
  "$(git ls-files 'Tests/*.swift' | xargs -r grep -nE '\.disabled\(|withKnownIssue|Task\.sleep|usleep\(')"
report 'Foundation where pure values live:' \
  "$(grep -rnE 'import (Foundation|Glibc)' Sources/Reading Sources/Records Sources/Flags Sources/Exchange Sources/Cells Sources/Screens \
    Sources/Rulebook Sources/Reports Sources/Fiction Sources/ErrorSentences/Records 2>/dev/null)"
report 'A report asks nothing and prints nothing:' \
  "$(grep -rnE 'CaseStore|Clock\.|\bprint\(|\bSession\b' Sources/Reports 2>/dev/null)"
exit $failed
