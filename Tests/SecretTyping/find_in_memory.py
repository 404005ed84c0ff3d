"""Counts how often a text lies in the memory of a process, as whoever is root on a machine can read it.

Usage: find_in_memory.py PROCESS TEXT. Prints the count; memory that can't be read is passed over.
"""
import re
import sys


def main(process, text):
    wanted, found = text.encode(), 0
    with open(f"/proc/{process}/maps") as maps, open(f"/proc/{process}/mem", "rb", 0) as memory:
        for line in maps:
            start, end, rights = re.match(r"([0-9a-f]+)-([0-9a-f]+) (\S+)", line).groups()
            if not rights.startswith("r"):
                continue
            try:
                memory.seek(int(start, 16))
                found += memory.read(int(end, 16) - int(start, 16)).count(wanted)
            except (OSError, OverflowError, ValueError):
                continue  # Not memory of its own: the kernel's.
    print(found)


main(sys.argv[1], sys.argv[2])
