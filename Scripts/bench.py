#!/usr/bin/env python3
"""Measures Heed beside other programs in the same run, and prints ratios.

Machines are shared and noisy: runs alternate, medians are shown, and only ratios mean anything.
A goal missed ends with status 1. BENCH_CONTACTS sets the size of the store, a million if unset.
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
ROUNDS = 11
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

    def settle(self, silence=0.25):
        """Waits until nothing has been painted for a while, and gives how long that took in ms."""
        last = began = time.perf_counter()
        count = 0
        while select.select([self.terminal], [], [], silence)[0]:
            count += len(os.read(self.terminal, 65536))
            last = time.perf_counter()
        return (last - began) * 1000, count

    def press(self, keys, silence=0.06):
        """Presses a key; milliseconds to the last paint, and bytes."""
        began = time.perf_counter()
        self.type(keys)
        if not select.select([self.terminal], [], [], 2)[0]:
            return 2000.0, 0
        last, count = began, 0
        while select.select([self.terminal], [], [], silence)[0]:
            count += len(os.read(self.terminal, 65536))
            last = time.perf_counter()
        return (last - began) * 1000, count

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

    def wakeups(self):
        """How often each of its threads has gone to sleep and come back."""
        counts = {}
        for thread in os.listdir(f"/proc/{self.pid}/task"):
            with open(f"/proc/{self.pid}/task/{thread}/status") as status:
                counts[thread] = sum(
                    int(line.split()[1]) for line in status if "ctxt_switches" in line)
        return counts

    def leave(self):
        os.kill(self.pid, signal.SIGTERM)
        os.close(self.terminal)
        os.waitpid(self.pid, 0)


def report(what, figure, goal=None, holds=True):
    print(f"{what:<52} {figure:>18}  {goal or ''}{'' if holds else '  MISSED'}")
    if not holds:
        missed.append(what)


def environment(folder, **more):
    return {"HEED_ALLOW_PLAINTEXT": "1", "PATH": os.environ["PATH"], "HOME": folder, "TERM": "xterm-256color",
            "LANG": "C.UTF-8", "LC_ALL": "C.UTF-8", **more}


def repository(folder, commits=18000):
    """A repository of many commits, for tig to list."""
    path = os.path.join(folder, "repository")
    subprocess.run(["git", "init", "-q", "-b", "main", path], check=True)
    lines = []
    for number in range(1, commits + 1):
        words = f"Change {number} of the visits and of what was said"
        lines.append(f"commit refs/heads/main\ncommitter Ada <a@example.org> {1600000000 + number} +0000\n"
                     f"data {len(words)}\n{words}\n")
    subprocess.run(["git", "fast-import", "--quiet"], cwd=path, input="\n".join(lines).encode(),
                   check=True)
    return path


def start(path, store):
    times = {"demo": [], "heed": [], "tig": []}
    for _ in range(ROUNDS):
        for name, arguments, text in (
                ("demo", [HEED, "demo"], b"Bethan"), ("heed", [HEED, "--store", store], b"TODAY"),
                ("tig", ["tig"], b"Change 17985")):
            screen = Screen(arguments, path, environment(path))
            times[name].append(screen.until(text))
            screen.leave()
    demo, ours, theirs = (statistics.median(times[name]) for name in ("demo", "heed", "tig"))
    report("heed demo: start to flagged list painted", f"{demo:.1f} ms")
    report("heed: start to flagged list painted", f"{ours:.1f} ms", "goal 100", ours <= 100)
    report("tig on 18,000 commits: start to list painted", f"{theirs:.1f} ms")
    report("  ratio to tig", f"{ours / theirs:.2f}", "goal 1.00", ours <= theirs)


def percentile(values, share):
    return sorted(values)[min(len(values) - 1, int(len(values) * share))]


def keys(path, store):
    table = []
    for name, arguments, opening in (
            ("heed, flagged", [HEED, "--store", store], b""), ("heed, log", [HEED, "--store", store], b"l"),
            ("tig", ["tig"], b"")):
        screen = Screen(arguments, path, environment(path))
        screen.until(b"Flagged" if name != "tig" else b"Change 17985", 30)
        screen.settle(1.5)
        if opening:
            screen.press(opening, 1.5)
        down = [screen.press(b"j") for _ in range(200)]
        page = [screen.press(b"\x1b[6~") for _ in range(15)]
        table.append((name, down, page, screen.press(b"G", 0.4), screen))
    for name, down, page, end, _ in table:
        waits = [wait for wait, _ in down]
        ours = name != "tig"
        p50, p99 = percentile(waits, 0.5), percentile(waits, 0.99)
        report(f"{name}: step down to paint, p50", f"{p50:.2f} ms")
        report(f"{name}: step down to paint, p99", f"{p99:.2f} ms", "goal 4" if ours else None,
               not ours or p99 <= 4)
        size = max(count for _, count in down)
        report(f"{name}: step down, bytes", size, "goal 500" if ours else None,
               not ours or size <= 500)
        size = max(count for _, count in page)
        report(f"{name}: page, bytes", size, "goal 4096" if ours else None,
               not ours or size <= 4096)
        report(f"{name}: page, p50", f"{percentile([wait for wait, _ in page], 0.5):.2f} ms")
        report(f"{name}: End", f"{end[0]:.1f} ms")
    log = table[1][4]
    for what, key in (("Home", b"g"), ("order by child", b"o")):
        report(f"heed, log: {what}", f"{log.press(key, 1.5)[0]:.1f} ms")
    log.press(b"O", 1.5)
    report("heed, log: Esc back", f"{log.press(bytes([27]), 0.2)[0]:.1f} ms", "goal 40")
    log.press(b"c", 1.5)
    waits = [log.press(bytes([letter]), 0.3)[0] for letter in b"tob"]
    report("heed: a letter in the child finder", f"{max(waits):.1f} ms", "goal 50", max(waits) <= 50)
    log.press(bytes([27]), 0.3)
    log.press(b"&", 0.3)
    for letter in b"police":
        log.press(bytes([letter]), 0.05)
    report("heed: narrow the flagged list", f"{log.press(bytes([13]), 0.5)[0]:.1f} ms")
    # Threads that have nothing to do end after a while: they are given the time.
    log.settle(10)
    began, silent = log.wakeups(), 60 if not os.environ.get("BENCH_SHORT") else 5
    count = log.settle(silent)[1]
    woke = sum(
        switches - began.get(thread, 0) for thread, switches in log.wakeups().items())
    report(f"heed: {silent} s idle, bytes", count, "goal 0", count == 0)
    report(f"heed: {silent} s idle, wake-ups", woke, "goal 0", woke == 0)
    peak = table[1][4].peak_kilobytes() / 1024
    report("heed: peak memory, list, log, orders and finder", f"{peak:.0f} MB", "goal 64", peak <= 64)
    report("heed: peak memory, flagged list", f"{table[0][4].peak_kilobytes() / 1024:.0f} MB")
    report("tig: peak memory", f"{table[2][4].peak_kilobytes() / 1024:.0f} MB")
    for row in table:
        row[4].leave()


def imports(folder, children=4930, rounds=3):
    today = time.strftime("%Y-%m-%d")
    csv = os.path.join(folder, "caseload.csv")
    with open(csv, "w") as out:
        subprocess.run([TOOL, str(children), "1", today], stdout=out, check=True)
    with open(csv) as lines:
        rows = sum(1 for _ in lines) - 1
    store = os.path.join(folder, "store.heed")
    times = {"heed": [], "sqlite3": []}
    for _ in range(rounds):
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
        subprocess.run([HEED, "import", csv, "--store", store],
                       check=True, stdout=subprocess.DEVNULL)
        times["heed"].append(time.perf_counter() - began)
    ours, theirs = (statistics.median(times[name]) for name in ("heed", "sqlite3"))
    report(f"heed import, {rows:,} contacts, flagged", f"{ours:.2f} s")
    report("sqlite3 .import and an index, the same file", f"{theirs:.2f} s")
    report("  ratio", f"{ours / theirs:.2f}", "goal 5.00", ours <= 5 * theirs)
    return store


def saves(folder, store):
    """One contact logged by command, in a store of one child and in the large one."""
    small = os.path.join(folder, "small.heed")
    subprocess.run([HEED, "init", small, "--allow-plaintext", "--me", "Ida Rowe"], check=True,
                   stdout=subprocess.DEVNULL)
    times = {small: [], store: []}
    for place in times:
        subprocess.run([HEED, "add", "X1", "--store", place], check=True, stdout=subprocess.DEVNULL)
    for _ in range(11):
        for place in times:
            began = time.perf_counter()
            subprocess.run([HEED, "log", "X1", "--contact-type", "phone", "--store", place],
                           check=True, stdout=subprocess.DEVNULL)
            times[place].append((time.perf_counter() - began) * 1000)
    ours, theirs = statistics.median(times[store]), statistics.median(times[small])
    report("heed log: one contact, large store", f"{ours:.1f} ms")
    report("heed log: one contact, store of one child", f"{theirs:.1f} ms")
    report("  ratio", f"{ours / theirs:.2f}", "goal 1.50", ours <= 1.5 * theirs)


def flags(store, contacts):
    """The flagged list in sentences and in JSON, beside a whole read of the file by sqlite3."""
    most = 300 if contacts <= 200_000 else 1500
    times = {"": [], " --json": [], "sqlite3": []}
    for _ in range(5):
        for kind in times:
            began = time.perf_counter()
            command = ["sqlite3", store, "SELECT * FROM contact"] if kind == "sqlite3" else \
                [HEED, "flags", "--store", store] + kind.split()
            subprocess.run(command, check=True, stdout=subprocess.DEVNULL)
            times[kind].append((time.perf_counter() - began) * 1000)
    for kind in ("", " --json"):
        ours = statistics.median(times[kind])
        report(f"heed flags{kind}, {contacts:,} contacts", f"{ours:.0f} ms", f"goal {most}", ours <= most)
    report(f"sqlite3: read {contacts:,} contacts", f"{statistics.median(times['sqlite3']):.0f} ms")


def main():
    os.environ["HEED_ALLOW_PLAINTEXT"] = "1"
    folder = tempfile.mkdtemp(prefix="heed-bench-")
    try:
        contacts = int(os.environ.get("BENCH_CONTACTS", "1000000"))
        # A caseload has about 20.5 contacts a child.
        flags(imports(folder), 100_000)
        store = imports(folder, round(contacts / 20.5), rounds=1)
        path = repository(folder)
        flags(store, contacts)
        saves(folder, store)
        start(path, store)
        keys(path, store)
    finally:
        shutil.rmtree(folder)
    if missed:
        sys.exit(f"{len(missed)} missed: " + "; ".join(missed))


main()
