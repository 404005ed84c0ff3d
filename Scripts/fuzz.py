#!/usr/bin/env python3
"""Runs every fuzz target for some seconds and says how many inputs it tried.

Usage: fuzz.py PROGRAM SECONDS. Ends with status 1 when any input breaks a property; the input is
then left in Tests/Fuzzing/Fixtures, where the suite replays it until the defect is mended.
"""
import os
import re
import subprocess
import sys
import tempfile
from concurrent.futures import ThreadPoolExecutor

# Each with the length of its longest inputs: longer ones only make each try slower.
TARGETS = {"csv": 1024, "dates": 64, "search": 64, "toml": 1024, "gate": 256, "keys": 256}
FOLDER = "Tests/Fuzzing"
# An input that takes so many seconds is a defect too.
SLOWEST = 10


def run(program, target, seconds):
    fixtures = f"{FOLDER}/Fixtures/{target}/"
    os.makedirs(fixtures, exist_ok=True)
    with tempfile.TemporaryDirectory() as found:
        # What is new is kept in the first folder.
        done = subprocess.run(
            [program, f"-max_total_time={seconds}", f"-max_len={TARGETS[target]}",
             f"-timeout={SLOWEST}", "-rss_limit_mb=4096", "-print_final_stats=1",
             f"-artifact_prefix={fixtures}", found, f"{FOLDER}/Corpus/{target}", fixtures],
            # A backtrace of its own would hang among the sanitizer's.
            env={**os.environ, "HEED_FUZZ": target, "SWIFT_BACKTRACE": "enable=no",
                 "ASAN_OPTIONS": "detect_leaks=0"}, stdout=subprocess.PIPE, stderr=subprocess.STDOUT, text=True,
            errors="replace")
    tried = re.search(r"stat::number_of_executed_units:\s*(\d+)", done.stdout)
    failed = done.returncode != 0
    print(f"fuzz {target}: {tried[1] if tried else 0} inputs, {int(failed)} crashes", flush=True)
    if failed:
        print(done.stdout[-4000:], file=sys.stderr, flush=True)
    return failed


def main(program, seconds):
    with ThreadPoolExecutor(os.cpu_count()) as pool:
        failed = list(pool.map(lambda target: run(program, target, seconds), TARGETS))
    return 1 if any(failed) else 0


sys.exit(main(sys.argv[1], int(sys.argv[2])))
