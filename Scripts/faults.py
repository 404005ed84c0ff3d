"""Writes docs/FAULTS.md: each fault that was found in use, and the tests that name it.

A test names a fault by its number at the beginning of its own name: `1.1 a visit saved …`.
"""
import collections
import pathlib
import re

KINDS = {
    1: "Saved, and not saved",
    2: "One child, two truths",
    4: "Words decide what they should not",
    5: "Clocks",
    7: "Files as they come",
    8: "The terminal and the shell",
    9: "What takes too long",
}
NAME = re.compile(r"func `((\d)\.(\d+) [^`]*)`")

found = collections.defaultdict(list)
for path in sorted(pathlib.Path("Tests").rglob("*.swift")):
    for name, kind, number in NAME.findall(path.read_text()):
        found[int(kind), int(number)].append((name.split(" ", 1)[1], path.stem))

print("# Faults found in use, and what holds them\n")
print("Made by `make faults` from the names of the tests. A fault without a line has no test yet.")
kind = None
for key in sorted(found):
    if key[0] != kind:
        kind = key[0]
        print(f"\n## {kind}. {KINDS.get(kind, 'Others')}\n\n| Fault | Test | In |\n| --- | --- | --- |")
    for name, suite in found[key]:
        print(f"| {key[0]}.{key[1]} | {name} | `{suite}` |")
