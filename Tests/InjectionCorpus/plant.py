"""Writes a text into every column of a child's rows that holds free text, past all that keeps a row.

Usage: plant.py STORE TEXTS, a list in JSON: the first goes to child C0, the next to C1, and so on.
"""
import json, sqlite3, sys
store = sqlite3.connect(sys.argv[1])
texts = json.load(open(sys.argv[2]))
for (name,) in store.execute("SELECT name FROM sqlite_master WHERE type = 'trigger'").fetchall():
    store.execute(f'DROP TRIGGER "{name}"')
everywhere = {
    "child": "name household worker address", "contact": "role professional "
    "presenting_concern child_words injuries explanation_given other_adults_noted outcome "
    "source recorded_by ref agency_name", "flag": "line",
}
for number, text in enumerate(texts):
    (child,) = store.execute("SELECT id FROM child WHERE ref = ?", (f"C{number}",)).fetchone()
    for table, columns in everywhere.items():
        key = "id" if table == "child" else "child_id"
        for column in columns.split():
            value = "t" + text.replace("\x1f", " ") if column == "line" else text
            store.execute(f"UPDATE {table} SET {column} = ? WHERE {key} = ?", (value, child))
every = " ".join(text for text in texts if len(text) < 99)
for table, columns in {
    "person": "name", "answer": "because would_change owner answered_by",
    "legal_hold": "because set_by", "removal": "because proposer proposer_role child_ref source",
    "fact": "recorded_by",
}.items():
    for column in columns.split():
        store.execute(f"UPDATE {table} SET {column} = ?", (every,))
for key, content in store.execute("SELECT rowid, content FROM fact").fetchall():
    # A fact whose text holds a control is refused as damage when it is read.
    shown = "".join(c for c in every if c >= " " and not 0x7F <= ord(c) <= 0x9F)
    fields = json.loads(content) | {"adult": shown}
    store.execute("UPDATE fact SET content = ? WHERE rowid = ?",
                  (json.dumps(fields), key))
store.commit()
