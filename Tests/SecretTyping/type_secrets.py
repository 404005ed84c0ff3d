"""Runs a command in a terminal of its own and types a line whenever it asks.

Usage: type_secrets.py LINE ... -- COMMAND. What is preloaded into the command, and into it alone,
is named by PRELOAD. Prints what the command wrote and ends as it ended.
"""
import os
import pty
import sys


def main(arguments):
    split = arguments.index("--")
    lines, command = arguments[:split], arguments[split + 1:]
    process, terminal = pty.fork()
    if process == 0:
        if "PRELOAD" in os.environ:
            os.environ["LD_PRELOAD"] = os.environ["PRELOAD"]
        os.execvp(command[0], command)
    written, answered = b"", 0
    while True:
        try:
            chunk = os.read(terminal, 4096)
        except OSError:
            break  # The command has closed its terminal.
        if not chunk:
            break
        written += chunk
        if lines and written[answered:].endswith(b": "):
            answered = len(written)
            os.write(terminal, lines.pop(0).encode() + b"\n")
    sys.stdout.write(written.decode(errors="replace"))
    sys.stdout.flush()
    return os.waitstatus_to_exitcode(os.waitpid(process, 0)[1])


sys.exit(main(sys.argv[1:]))
