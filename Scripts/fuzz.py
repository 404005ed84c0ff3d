#!/usr/bin/env python3
"""Runs every fuzz target and says how many inputs it tried.

Usage: fuzz.py PROGRAM [SECONDS]. With a time the inputs are new ones each time; without, they are so
many and always the same, which is what continuous integration runs. Ends with status 1 when any input
breaks a property; the input is then left in Tests/Fuzzing/Fixtures, where the suite replays it until
the defect is mended.
"""
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

# Each with the length of its longest inputs, since longer ones only make each try slower, and how
# many inputs are tried where no time is given.
TARGETS = {"csv": (1024, 20_000), "dates": (64, 60_000), "search": (64, 1_000),
           "toml": (1024, 20_000), "gate": (256, 10_000), "keys": (256, 60_000)}
# The inputs of a run without a time follow from this.
SEED = 26_11_2026
FOLDER = "Tests/Fuzzing"
# An input that takes so many seconds is a defect too.
SLOWEST = 10


def run(program, target, seconds):
    fixtures = f"{FOLDER}/Fixtures/{target}/"
    longest, inputs = TARGETS[target]
    extent = [f"-max_total_time={seconds}"] if seconds else [f"-runs={inputs}", f"-seed={SEED}"]
    os.makedirs(fixtures, exist_ok=True)
    with tempfile.TemporaryDirectory() as found:
        # What is new is kept in the first folder.
        done = subprocess.run(
            [program, *extent, f"-max_len={longest}",
             f"-timeout={SLOWEST}", "-rss_limit_mb=4096", "-print_final_stats=1",
             f"-artifact_prefix={fixtures}", found, f"{FOLDER}/Corpus/{target}", fixtures],
            # A backtrace of its own would hang among the sanitizer's.
            env={**os.environ, "HEED_FUZZ": target, "SWIFT_BACKTRACE": "enable=no",
                 "ASAN_OPTIONS": "detect_leaks=0"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors="replace")
    tried = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stdout)
    # One that tried nothing has shown nothing.
    failed = done.returncode != 0 or not tried or int(tried[1]) == 0
    print(f"fuzz {target}: {tried[1] if tried else 0} inputs, {int(failed)} crashes", flush=True)
    if failed:
        print(done.stdout[-4000:], file=sys.stderr, flush=True)
    return failed


def main(program, seconds):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = list(pool.map(lambda target: run(program, target, seconds), TARGETS))
    return 1 if any(failed) else 0


sys.exit(main(sys.argv[1], int(sys.argv[2]) if len(sys.argv) > 2 else None))
