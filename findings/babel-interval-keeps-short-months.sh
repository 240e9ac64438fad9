#!/bin/sh
# Babel 2.19.0 (Python) beside ICU as Node has it, read on 2026-11-29.
# Behaviour: format_interval asked for a skeleton with whole names (yMMMMd, yMMMMEEEEd) takes the nearest
# pattern that the locale has, which is the one with short names, and leaves them short. ICU takes the
# same pattern and widens its fields to what was asked for, as CLDR's LDML part 4 says of intervals.
# Output seen: Babel "30 janv. – 2 févr. 2026" and "ven. 1 – dim. 3 mai 2026"; Node "30 janvier – 2 février 2026".
# One would have guessed: the same text from both, since both read the same CLDR and format_skeleton and
# format_date do write whole names.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0 2>/dev/null
node -e '
const long = new Intl.DateTimeFormat("fr", { day: "numeric", month: "long", year: "numeric" });
console.log(long.formatRange(new Date(2026, 0, 30), new Date(2026, 1, 2)));' > "$folder/icu"
"$folder/venv/bin/python" - "$folder/icu" <<'PYTHON'
import pathlib
import re
import sys
from datetime import date

from babel.dates import format_interval


def plain(text):
    return re.sub(r"\s", " ", text).strip()


months = plain(format_interval(date(2026, 1, 30), date(2026, 2, 2), "yMMMMd", locale="fr"))
days = plain(format_interval(date(2026, 5, 1), date(2026, 5, 3), "yMMMMEEEEd", locale="fr"))
icu = plain(pathlib.Path(sys.argv[1]).read_text())
print(months, "|", days, "|", icu)
assert months == "30 janv. – 2 févr. 2026", "the behaviour has changed"
assert days == "ven. 1 – dim. 3 mai 2026", "the behaviour has changed"
assert icu == "30 janvier – 2 février 2026", "the behaviour has changed"
PYTHON
