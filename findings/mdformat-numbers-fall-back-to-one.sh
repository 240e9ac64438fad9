#!/bin/sh
# mdformat 1.0.0, run on 2026-11-29.
# Behaviour: of an ordered list only the first number stays; the others are written 1, with zeros before it
# up to the width of the first. A reader of the text itself (mail, a difference, a plain copy) is told
# wrong numbers, though HTML counts on. With --number they count, and single ones get a zero where the
# last has two digits.
# Output seen: 10. 11. 12. become 10. 01. 01.; 2026. 2027. become 2026. 0001.; with --number 9. 10. are 09. 10.
# One would have guessed: that numbers which already count are left, or the first number repeated, 10. 10. 10.,
# as « always the same » is usually meant where differences shall be small.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mdformat==1.0.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import mdformat


def numbers(text, **options):
    return [line.split()[0] for line in mdformat.text(text, options=options).splitlines()]


seen = [
    numbers("10. Vœux\n11. Budget\n12. Questions\n"),
    numbers("2026. Fouilles\n2027. Ouverture\n"),
    numbers("9. Budget\n10. Questions\n", number=True),
]
print(*seen, sep="\n")
assert seen == [["10.", "01.", "01."], ["2026.", "0001."], ["09.", "10."]], "the behaviour has changed"
PYTHON
