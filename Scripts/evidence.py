#!/usr/bin/env python3
"""Writes docs/EVIDENCE.md from what a run of all tests printed: each promise, its test, the figure.

Usage: evidence.py LOG > docs/EVIDENCE.md. Ends with status 1 when a test named here did not pass.
"""
import re
import sys
import time

# What is promised, and the tests that hold it, by the words of their names; then how a figure is
# read from what they print, if they print one.
PROMISES = [
    ("T1", "What was said to be saved is there after a kill, once",
     ["no contact that was said to be saved is lost, doubled or halved by a kill"],
     (r"killed (\d+) times; (\d+) were said to be saved, 0 lost", "{0} kills, {1} acknowledged, 0 lost")),
    ("T2", "A command ended at any write, sync, removal or renaming leaves the store as before or after",
     ["wherever a command is ended, the store is as before or as after"],
     (r"crash points of .*: (\d+), each before and after", "{sum} points, each before and after")),
    ("T3", "A power loss during a save leaves all of it or nothing",
     ["what a power loss leaves of a save is all of it or nothing"],
     (r"power loss during .*: (\d+) images, 0 lost, 0 broken", "{sum} images, 0 lost, 0 broken")),
    ("T3", "The same without syncs fails: the control",
     ["without syncs the same images show that saves are lost: the test can fail"],
     (r"power loss without syncs: (\d+) images, (\d+) lost, (\d+) broken",
      "{0} images, {1} lost, {2} broken")),
    ("T4", "Whichever write fails, it is said or made good, and nothing is half saved",
     ["whichever write fails, the command says so or goes on, and nothing is half saved"], None),
    ("T6", "A hang-up or a kill loses nothing that was typed a second ago",
     ["10 a hang-up loses nothing that was typed",
      "10 after kill -9 the draft is offered with its time, and holds what was typed"], None),
    ("T7", "Two who amend one contact both see it",
     ["two who amend one contact both see it, and neither's words are written over"], None),
    ("T8", "Saving again after a save whose end was not known saves once",
     ["whichever write fails, saving again saves the visit once"], None),
    ("T12", "A backup makes the same store again; a wrong key, a cut and a changed byte are refused",
     ["either recipient makes the same store of it, whose log and records are as they were",
      "another's key, a file that was cut and a byte that was changed are refused in words",
      "a backup from before a checkpoint does not pass for the store of today"], None),
    ("T13", "A store is kept as it was before its tables change",
     ["a store is kept as it was before its tables change"], None),
    ("T14", "An older program refuses a newer store", ["a store of a later version is refused"], None),
    ("T16", "Storage on which a save can be lost is refused",
     ["only what encrypts is attested, and what may lose a save is told"], None),
    ("T17", "Every changed byte of the audit log is found; so is a cut, a rewriting or an older file, by an anchor",
     ["every byte of the log that is changed is found",
      "a record or an entry that was changed, added or taken away is found",
      "two entries that changed their places are found",
      "a log that was cut, written anew or is of an earlier day does not match an anchor",
      "a program that knows nothing of Heed comes to the same head"], None),
    ("T18", "Another log's checkpoint is no anchor",
     ["another log's checkpoint, and one with a changed head, are no anchors"], None),
    ("T23", "At rest nothing of 200 markers is to be found; a store that nothing encrypts is refused",
     ["of two hundred markers none lies outside the vault, in any writing",
      "a store that nothing encrypts is refused in a sentence, unless that is waived"], None),
    ("T24, T25", "A locked screen shows nothing and lets go of the store",
     ["a locked screen lets go of the store, and its passphrase brings the screen back",
      "of two Heeds on one vault the last one lets go"], None),
    ("T26", "Nothing stored acts on a terminal",
     ["nothing of the injection corpus gets through",
      "free text cannot carry an escape sequence into a frame"], None),
    ("T31", "Whatever is searched for is words",
     ["whatever is typed into a search or a finder is words and never an error"], None),
]

NOT_YET = """\
Not held by a test yet: T5 beyond a write that finds no space (a disk that fills at fifty offsets), T15
bit flips of the whole file, T22 the alarm on mass reading, T27 a log of all that an editor opens, T28 links
planted at every path, T29 and T30 bounds of imports and cells that a spreadsheet would run, T32 a scan of
the process's own memory of its arguments, T34 clocks that go wrong, T35 and T37 disposal and erasure, T36
merging, T40 a list of parts, T41 sanitizers.

What cannot be tested here: a real power cut and disks that lie; dm-crypt, fscrypt and a TPM, which
are attested by what the kernel says of them; whoever is root on an unlocked machine; people.
"""


def main(path):
    with open(path, encoding="utf-8", errors="replace") as file:
        log = file.read()
    passed = set(re.findall(r'✔ Test "(.*?)" (?:with \d+ test cases )?passed', log))
    skipped = dict(re.findall(r'➜ Test "?(.*?)"? skipped: "(.*)"', log))
    run = re.search(r"Test run with (\d+) tests in (\d+) suites passed", log)
    print("# What is promised of a personal store, and what shows it\n")
    print("Made by `make evidence` from a run of all tests; nothing here is written by hand but the")
    print("promises' names. The numbers are those of the safety plan.\n")
    print(f"Run of {time.strftime('%-d %B %Y')}: " +
          (f"{run[1]} tests in {run[2]} suites passed.\n" if run else "not all tests passed.\n"))
    print("| | Promise | Held by | Figure |\n| --- | --- | --- | --- |")
    missing = []
    for number, promise, tests, figure in PROMISES:
        left = [name for name in tests if name not in passed]
        missing += left
        found = ""
        if figure:
            pattern, text = figure
            hits = [tuple(int(n) for n in (hit if isinstance(hit, tuple) else (hit,)))
                    for hit in re.findall(pattern, log)]
            if hits:
                found = text.format(*hits[0], sum=f"{sum(hit[0] for hit in hits):,}")
            else:
                missing.append(f"the figure of {promise}")
        state = "passed" if not left else "NOT PASSED: " + "; ".join(left)
        held = "<br>".join(f"“{name}”" for name in tests)
        print(f"| {number} | {promise} | {held} | {found or state} |")
    print(f"\nSkipped for want of a device or a right: {len(skipped)}.")
    for name, why in skipped.items():
        print(f"- “{name}”: {why}")
    print("\n" + NOT_YET, end="")
    for name in missing:
        print(f"did not pass: {name}", file=sys.stderr)
    return 1 if missing else 0


sys.exit(main(sys.argv[1]))
