#!/usr/bin/env python3
"""Prints what Heed is made of and what it needs: docs/PARTS.md.

Usage: parts.py [--check]. With --check it compares, and ends with status 1 when the page is not true.
"""
import json
import re
import sys

PAGE = "docs/PARTS.md"
# What each package of the system is for.
SYSTEM = {
    "git": "fetches the packages above", "ca-certificates": "fetches the packages above",
    "binutils": "links", "libc6-dev": "the C library", "libgcc-12-dev": "the compiler's run time",
    "libstdc++-12-dev": "the compiler's run time", "libncurses-dev": "the terminal (ncurses)",
    "libsqlite3-dev": "the store of one machine (SQLite)",
    "libcrypt-dev": "seals people's own secrets (yescrypt)", "zlib1g-dev": "Swift's Foundation",
    "libcurl4-openssl-dev": "Swift's Foundation", "libxml2-dev": "Swift's Foundation",
    "tzdata": "the time in London", "gocryptfs": "encrypted stores", "fuse3": "encrypted stores",
    "age": "encrypted backups", "tmux": "tests: a real terminal",
    "python3": "tests: what knows nothing of Heed",
}
# What each Swift package is for.
SWIFT = {
    "grdb.swift": "SQLite from Swift", "swift-argument-parser": "the command line",
    "swift-asn1": "part of swift-crypto", "swift-crypto": "hashes and signatures of the audit log",
    "tomlkit": "rulebooks in TOML",
}


def packages(name):
    with open("Makefile", encoding="utf-8") as makefile:
        text = makefile.read().replace("\\\n", " ")
    return re.search(rf"^{name} = (.*)$", text, re.M)[1].split()


def pins():
    with open("Package.resolved", encoding="utf-8") as file:
        return sorted(json.load(file)["pins"], key=lambda pin: pin["identity"])


def page():
    lines = ["# What Heed is made of", "",
             "Made by `Scripts/parts.py` from what a build has resolved, and from the Makefile. `make check`",
             "refuses a build of other parts, or of an older version of one.", "",
             "| Swift package | Built with | Revision | For |", "| --- | --- | --- | --- |"]
    for pin in pins():
        state = pin["state"]
        lines.append(f"| {pin['identity']} | {state['version']} | `{state['revision']}` | "
                     f"{SWIFT[pin['identity']]} |")
    lines += ["", "| Package of Debian 12 | For |", "| --- | --- |"]
    for name in packages("BUILD_PACKAGES") + packages("TEST_PACKAGES"):
        lines.append(f"| {name} | {SYSTEM[name]} |")
    return "\n".join(lines) + "\n"


def numbers(version):
    return [int(number) for number in version.split(".")]


def faults(text):
    """What the page says otherwise than the build and the Makefile do."""
    listed = dict(re.findall(r"^\| (\S+) \| ([\d.]+) \| `", text, re.M))
    built = {pin["identity"]: pin["state"]["version"] for pin in pins()}
    for name in sorted(listed.keys() ^ built.keys()):
        yield f"{name} is {'listed and not built' if name in listed else 'built and not listed'}"
    for name in listed.keys() & built.keys():
        if numbers(built[name]) < numbers(listed[name]):
            yield f"{name} is built in version {built[name]}, older than {listed[name]}"
    for name in packages("BUILD_PACKAGES") + packages("TEST_PACKAGES"):
        if f"| {name} |" not in text:
            yield f"{name} is installed and not listed"


def main(arguments):
    if arguments != ["--check"]:
        print(page(), end="")
        return 0
    with open(PAGE, encoding="utf-8") as file:
        found = list(faults(file.read()))
    for fault in found:
        print(f"{PAGE}: {fault}: python3 Scripts/parts.py > {PAGE}", file=sys.stderr)
    return 1 if found else 0


sys.exit(main(sys.argv[1:]))
