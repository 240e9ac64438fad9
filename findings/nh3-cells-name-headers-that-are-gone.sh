#!/bin/sh
# nh3 0.3.8 (PyPI), read on 2026-11-29.
# Behaviour: what clean() lets through without being told anything has both ends of nothing: the `headers` of a cell and the link to a note
# stay, the `id` that they name goes; an <ol> keeps its start and its <li> lose their value, <del> keeps its datetime and <time> loses it.
# Output seen: <th>Prix</th>, <td headers="prix">, <a href="#note">, <li>, <time>2 mars</time>; start="3" and the datetime of <del>.
# One would have guessed: `headers` and `id` to go together, as a cell that names headers has no others (HTML §4.9.12), so that a screen
# reader tells none; and one rule for numbers and for dates.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check nh3==0.3.8 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import nh3

PAGE = (
    '<table><tbody><tr><th id="prix">Prix</th><td headers="prix">5 euros</td></tr></tbody></table><a href="#note">1</a><p id="note">Note</p>'
    '<ol start="3"><li value="5">a</li></ol><time datetime="2026-03-02">2 mars</time><del datetime="2026-03-02">x</del>'
)
seen = nh3.clean(PAGE, link_rel=None)
print(seen)
assert seen == (
    '<table><tbody><tr><th>Prix</th><td headers="prix">5 euros</td></tr></tbody></table><a href="#note">1</a><p>Note</p>'
    '<ol start="3"><li>a</li></ol><time>2 mars</time><del datetime="2026-03-02">x</del>'
), "the behaviour has changed"
PYTHON
