#!/bin/sh
# num2words 0.5.14 (PyPI), French, read on 2026-11-30.
# Behaviour: the ordinal of a number that ends in the s of a plural keeps that s in the middle of the word; of a currency, round millions
# lack their « d' », and nothing is a plural.
# Output seen: « quatre-vingtsième », « deux centsième », « deux millionsième », in short « 80me »; « un million euros », « zéro euros ».
# One would have guessed: quatre-vingtième, deux centième, deux millionième, 80e; un million d'euros, zéro euro. The cardinal numbers are
# right to their last s: quatre-vingts, quatre-vingt-un, quatre-vingt mille.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check num2words==0.5.14 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from num2words import num2words


def french(number, **form):
    return num2words(number, lang="fr", **form)


cardinals = [french(number) for number in (80, 81, 80_000, 200)]
ordinals = [french(number, to="ordinal") for number in (80, 81, 200, 2_000_000)]
others = [french(80, to="ordinal_num"), *(french(sum, to="currency", currency="EUR") for sum in (1_000_000.0, 0.05))]
print(cardinals, ordinals, others)
assert cardinals == ["quatre-vingts", "quatre-vingt-un", "quatre-vingt mille", "deux cents"], "the behaviour has changed"
assert ordinals == [
    "quatre-vingtsième",
    "quatre-vingt-unième",
    "deux centsième",
    "deux millionsième",
], "the behaviour has changed"
assert others[0] == "80me", "the behaviour has changed"
assert others[1] == "un million euros et zéro centimes", "the behaviour has changed"
assert others[2] == "zéro euros et cinq centimes", "the behaviour has changed"
PYTHON
