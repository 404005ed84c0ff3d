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


def page():
    with open("Package.resolved", encoding="utf-8") as file:
        pins = json.load(file)["pins"]
    lines = ["# What Heed is made of", "",
             "Made by `Scripts/parts.py` from Package.resolved and the Makefile; `make lint` refuses a",
             "page that is not true.", "", "| Swift package | Version | Revision | For |",
             "| --- | --- | --- | --- |"]
    for pin in sorted(pins, key=lambda pin: pin["identity"]):
        state = pin["state"]
        lines.append(f"| {pin['identity']} | {state['version']} | `{state['revision']}` | "
                     f"{SWIFT[pin['identity']]} |")
    lines += ["", "| Package of Debian 12 | For |", "| --- | --- |"]
    for name in packages("BUILD_PACKAGES") + packages("TEST_PACKAGES"):
        lines.append(f"| {name} | {SYSTEM[name]} |")
    return "\n".join(lines) + "\n"


def main(arguments):
    if arguments != ["--check"]:
        print(page(), end="")
        return 0
    with open(PAGE, encoding="utf-8") as file:
        if file.read() == page():
            return 0
    print(f"{PAGE} is not true: python3 Scripts/parts.py > {PAGE}", file=sys.stderr)
    return 1


sys.exit(main(sys.argv[1:]))
