"""Types into a form of heed in a terminal of its own until the terminal goes away or heed is killed.

Usage: type_until_cut.py SEED hang-up|kill HEED. The store holds a child called Ann Example, and heed
opens it on the flagged list. Each key waits until it is on the screen, and then for up to 60 ms more;
after 20 to 150 keys, as the seed has it, the cut comes. Prints what had been typed.
"""
import fcntl
import os
import pty
import random
import select
import signal
import struct
import sys
import termios
import time


class Terminal:
    """What is typed, and what comes back."""

    def __init__(self, program):
        self.process, self.end = pty.fork()
        if self.process == 0:
            os.execv(program, [program])
        fcntl.ioctl(self.end, termios.TIOCSWINSZ, struct.pack("HHHH", 24, 80, 0, 0))
        self.fresh = b""

    def read(self, seconds):
        """Takes what comes within a time."""
        end = time.monotonic() + seconds
        while (left := end - time.monotonic()) > 0 and select.select([self.end], [], [], left)[0]:
            self.fresh += os.read(self.end, 65536)

    def wait(self, text):
        """Reads until a text was written since the last key; gives up after a minute."""
        end = time.monotonic() + 60
        while text not in self.fresh:
            left = end - time.monotonic()
            if left <= 0 or not select.select([self.end], [], [], left)[0]:
                sys.exit(f"{text!r} never came: {self.fresh[-2000:]!r}")
            self.fresh += os.read(self.end, 65536)

    def type(self, keys, until):
        self.fresh = b""
        os.write(self.end, keys)
        self.wait(until)


def main(seed, cut, program):
    chance = random.Random(int(seed))
    terminal = Terminal(program)
    terminal.wait(b"Flagged")
    terminal.type(b"cann", b"Example, Ann")
    terminal.type(b"\r", b"No rule has fired")
    terminal.type(b"v", b"Log a visit")
    os.write(terminal.end, b"\t" * 8)
    typed = ""
    for _ in range(chance.randint(20, 150)):
        key = chance.choice("bcdfghjklmnpqrstvwxyz")
        terminal.type(key.encode(), key.encode())
        typed += key
        terminal.read(chance.uniform(0, 0.06))
    if cut == "kill":
        os.kill(terminal.process, signal.SIGKILL)
    else:
        os.close(terminal.end)
    os.waitpid(terminal.process, 0)
    print(typed)


main(*sys.argv[1:])
