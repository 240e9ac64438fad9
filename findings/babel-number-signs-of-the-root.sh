#!/bin/sh
# Babel 2.19.0 (PyPI), read on 2026-11-29.
# Behaviour: Occitan and Corsican are locales that Babel knows, with months and days of their own, and numbers
# are written as in English, because CLDR has no number signs for them and the root's are taken without a word.
# Output seen: oc '1,234.5', co '1,234.5' beside "1 de mai de 2026" and "1 di maghju di u 2026"; fr '1 234,5'.
# One would have guessed: the signs of the countries where they are spoken, or an error as for an unknown locale.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check babel==2.19.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from datetime import date

from babel.dates import format_date
from babel.numbers import format_decimal

seen = {
    locale: (format_date(date(2026, 5, 1), "long", locale), format_decimal(1234.5, locale=locale))
    for locale in ("oc", "co", "fr")
}
print(seen)
assert seen["oc"] == ("1 de mai de 2026", "1,234.5"), "the behaviour has changed"
assert seen["co"] == ("1 di maghju di u 2026", "1,234.5"), "the behaviour has changed"
assert seen["fr"][1] == "1\u202f234,5"
PYTHON
