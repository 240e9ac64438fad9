#!/bin/sh
# msgspec 0.23.0, orjson 3.13.0, msgpack 1.2.4, pyromark 0.10.3 (PyPI), pickle and sqlite3 of CPython 3.11, read on 2026-11-30.
# Behaviour: a text with accents that one of these takes is larger ever after: CPython keeps the UTF-8 that they ask it for beside the
# text, as long as the text lives. json, marshal, str.encode and a file written leave it as it was; so does all of ASCII.
# Output seen: 1,914 bytes of a French text are 3,315 after one encoding, one pickle or one row of SQLite: 1.73 of before. sys.getsizeof tells.
# One would have guessed: who encodes does not change what is encoded. What keeps 100,000 summaries in memory and writes them once into its
# cache holds 1.7 times as much from then on.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  msgspec==0.23.0 orjson==3.13.0 msgpack==1.2.4 pyromark==0.10.3 2>/dev/null
cat > "$folder/sizes.py" <<'PYTHON'
import json
import marshal
import pickle
import sqlite3
import sys
from collections.abc import Callable

import msgpack
import msgspec
import orjson
import pyromark

FRENCH = ("« L’été », à l’École – " * 40).encode()
row = sqlite3.connect(":memory:")
row.execute("CREATE TABLE texts (text)")


def grown(take: Callable[[str], object], written: bytes = FRENCH) -> int:
    """Return by how many bytes a text is larger when *take* has had it."""
    text = written.decode()
    before = sys.getsizeof(text)
    take(text)
    return sys.getsizeof(text) - before


TAKERS = {
    "msgspec": msgspec.json.encode,
    "orjson": orjson.dumps,
    "msgpack": msgpack.packb,
    "pyromark": pyromark.html,
    "pickle": pickle.dumps,
    "sqlite3": lambda text: row.execute("INSERT INTO texts VALUES (?)", (text,)),
}
OTHERS = {"json": json.dumps, "marshal": marshal.dumps, "encode": str.encode}
seen = {name: grown(take) for name, take in (TAKERS | OTHERS).items()}
print(len(FRENCH), seen)
assert seen == dict.fromkeys(TAKERS, len(FRENCH) + 1) | dict.fromkeys(OTHERS, 0), "the behaviour has changed"
assert grown(pickle.dumps, b"L'ete" * 40) == 0, "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/sizes.py"
