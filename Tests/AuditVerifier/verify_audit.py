"""Recomputes the head of a store's audit log, knowing nothing of Heed but its format.

Prints the size and the head in base64, and ends with 1 when a leaf or an entry's records differ.
"""
import base64
import hashlib
import sqlite3
import sys


def netstring(value):
    data = value if isinstance(value, bytes) else str(value).encode()
    return b"%d:%s," % (len(data), data)


def leaf(data):
    return hashlib.sha256(b"\0" + data).digest()


def head(leaves):
    """The head as RFC 9162 defines it, by halves."""
    if not leaves:
        return hashlib.sha256(b"").digest()
    level = list(leaves)
    # Pairs from the left; one left over goes up as it is: the same tree, without recursion.
    while len(level) > 1:
        up = [hashlib.sha256(b"\1" + level[i] + level[i + 1]).digest()
              for i in range(0, len(level) - 1, 2)]
        level = up + (level[-1:] if len(level) % 2 else [])
    return level[0]


def main(path):
    store = sqlite3.connect(f"file:{path}?mode=ro", uri=True)
    leaves, fault = [], False
    rows = store.execute("SELECT sequence, at, account, action, subject, records, leaf "
                         "FROM audit_entry ORDER BY sequence")
    for sequence, at, account, action, subject, records, kept in rows:
        entry = b"".join(netstring(field) for field in
                         ("heed audit 1", sequence, at, account, action, subject, records))
        digests = store.execute("SELECT digest FROM audit_record WHERE sequence = ? "
                                "ORDER BY ordinal", (sequence,))
        if sequence != len(leaves) or leaf(entry) != kept \
                or head([leaf(digest) for (digest,) in digests]) != records:
            fault = True
        leaves.append(leaf(entry))
    print(len(leaves), base64.b64encode(head(leaves)).decode())
    return 1 if fault else 0


sys.exit(main(sys.argv[1]))
