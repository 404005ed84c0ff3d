#!/usr/bin/env python3
"""Measures Heed beside other programs in the same run, and prints ratios.

Machines are shared and noisy: runs alternate, medians are shown, and only ratios mean anything.
Goals are those of the first issue of the interface; a goal missed ends with status 1.
"""
import os
import pty
import select
import shutil
import signal
import statistics
import subprocess
import sys
import tempfile
import time
import fcntl
import struct
import termios

HEED = os.path.abspath(".build/release/heed")
TOOL = os.path.abspath(".build/release/OrdinaryCaseloadTool")
ROUNDS = 21
missed = []


class Screen:
    """A program on a pseudo-terminal of 80x24."""

    def __init__(self, arguments, folder, environment):
        self.started = time.perf_counter()
        self.pid, self.terminal = pty.fork()
        if self.pid == 0:
            os.chdir(folder)
            os.execvpe(arguments[0], arguments, environment)
        fcntl.ioctl(self.terminal, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))

    def read(self, seconds):
        """What arrives until it has been silent for so long."""
        pieces = []
        while select.select([self.terminal], [], [], seconds)[0]:
            try:
                piece = os.read(self.terminal, 65536)
            except OSError:
                break
            if not piece:
                break
            pieces.append(piece)
        return pieces

    def until(self, text, seconds=10):
        """Milliseconds from the start until a text has been painted."""
        seen = b""
        end = self.started + seconds
        while time.perf_counter() < end:
            if select.select([self.terminal], [], [], 0.5)[0]:
                seen += os.read(self.terminal, 65536)
                if text in seen:
                    return (time.perf_counter() - self.started) * 1000
        sys.exit(f"never painted: {text!r}")

    def type(self, keys):
        os.write(self.terminal, keys)

    def peak_kilobytes(self):
        with open(f"/proc/{self.pid}/status") as status:
            return next(int(line.split()[1]) for line in status if line.startswith("VmHWM"))

    def leave(self):
        os.kill(self.pid, signal.SIGTERM)
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def report(what, figure, goal=None, holds=True):
    print(f"{what:<52} {figure:>18}  {goal or ''}{'' if holds else '  MISSED'}")
    if not holds:
        missed.append(what)


def environment(folder, **more):
    return {"PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color",
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **more}


def repository(folder):
    """A repository of 300 commits, for tig to list."""
    path = os.path.join(folder, "repository")
    commands = ["git init -q -b main ."]
    commands.append("git config user.email a@example.org; git config user.name Ada")
    commands.append("for n in $(seq 300); do git commit -q --allow-empty -m \"Change $n\"; done")
    os.mkdir(path)
    subprocess.run(["sh", "-c", "\n".join(commands)], cwd=path, check=True)
    return path


def start(folder):
    path = repository(folder)
    times = {"heed": [], "tig": []}
    for _ in range(ROUNDS):
        for name, arguments, text in (
            ("heed", [HEED, "demo"], b"Bethan"), ("tig", ["tig"], b"Change 285")):
            screen = Screen(arguments, path, environment(folder))
            times[name].append(screen.until(text))
            screen.leave()
    ours, theirs = (statistics.median(times[name]) for name in ("heed", "tig"))
    report("heed demo: start to flagged list painted", f"{ours:.1f} ms")
    report("tig on 300 commits: start to list painted", f"{theirs:.1f} ms")
    report("  ratio", f"{ours / theirs:.2f}", "goal 1.00", ours <= theirs)


def keys(folder, store):
    for name, arguments in (("fictional caseload", [HEED, "demo"]),
                            ("100,000 contacts", [HEED, "--store", store])):
        screen = Screen(arguments, folder, environment(folder))
        screen.until(b"Flagged")
        screen.read(0.6)
        sizes, waits = [], []
        for _ in range(8):
            began = time.perf_counter()
            screen.type(b"j")
            select.select([screen.terminal], [], [], 1)
            waits.append((time.perf_counter() - began) * 1000)
            sizes.append(sum(len(piece) for piece in screen.read(0.1)))
        report(f"one step down, {name}: bytes", max(sizes), "goal 500", max(sizes) <= 500)
        report(f"one step down, {name}: key to paint", f"{statistics.median(waits):.1f} ms")
        peak = screen.peak_kilobytes() / 1024
        report(f"peak memory, {name}", f"{peak:.0f} MB", "goal 64", peak <= 64)
        screen.leave()


def imports(folder):
    csv = os.path.join(folder, "caseload.csv")
    with open(csv, "w") as out:
        subprocess.run([TOOL, "4930", "1", "2026-11-01"], stdout=out, check=True)
    with open(csv) as lines:
        rows = sum(1 for _ in lines) - 1
    store = os.path.join(folder, "store.heed")
    times = {"heed": [], "sqlite3": []}
    for _ in range(3):
        for old in (store, os.path.join(folder, "plain.db")):
            if os.path.exists(old):
                os.remove(old)
        began = time.perf_counter()
        subprocess.run(["sqlite3", os.path.join(folder, "plain.db"), ".mode csv",
                        f".import {csv} contact", "CREATE INDEX by_child ON contact (child_ref)"],
                       check=True)
        times["sqlite3"].append(time.perf_counter() - began)
        subprocess.run([HEED, "init", store, "--allow-plaintext", "--me", "Ida Rowe",
                        "--role", "team manager"], check=True,
                       stdout=subprocess.DEVNULL)
        began = time.perf_counter()
        subprocess.run([HEED, "import", csv, "--store", store, "--as-of", "2026-11-01"],
                       check=True, stdout=subprocess.DEVNULL)
        times["heed"].append(time.perf_counter() - began)
    ours, theirs = (statistics.median(times[name]) for name in ("heed", "sqlite3"))
    report(f"heed import, {rows:,} contacts, flagged", f"{ours:.2f} s")
    report("sqlite3 .import and an index, the same file", f"{theirs:.2f} s")
    report("  ratio", f"{ours / theirs:.2f}", "goal 5.00", ours <= 5 * theirs)
    return store


def main():
    folder = tempfile.mkdtemp(prefix="heed-bench-")
    try:
        start(folder)
        store = imports(folder)
        keys(folder, store)
    finally:
        shutil.rmtree(folder)
    if missed:
        sys.exit(f"{len(missed)} missed: " + "; ".join(missed))


main()
