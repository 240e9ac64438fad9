#!/bin/sh
# addok-france 1.2.0 with addok 1.3.2 (PyPI, which the national base of addresses is searched with), read on 2026-12-01.
# Behaviour: the code of a Cedex is replaced by its first two digits, which are the department it is in; overseas they are 97 for all of
# them, and in Corsica 20, which has been no department since 1976. And of two numbers of one house, the second is kept.
# Output seen: « 97200 Fort-de-France Cedex » is "97 Fort-de-France", « 97400 Saint-Denis Cedex 9 » "97 Saint-Denis", « 20000 Ajaccio
# Cedex 1 » "20 Ajaccio"; without Cedex the code stays. « Mairie, 1 et 3 rue du Port » is "3 rue du Port", « 10-12 rue … » "12 rue …".
# One would have guessed: 972 and 974, as overseas three digits tell the department, and the first number of a house.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check addok-france==1.2.0 addok==1.3.2 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from addok_france.utils import clean_query, extract_address

QUERIES = {
    "2 rue du Port 97200 Fort-de-France Cedex": "2 rue du Port 97 Fort-de-France",
    "2 rue du Port 97400 Saint-Denis Cedex 9": "2 rue du Port 97 Saint-Denis",
    "2 rue du Port 20000 Ajaccio Cedex 1": "2 rue du Port 20 Ajaccio",
    "2 rue du Port 35000 Rennes Cedex 7": "2 rue du Port 35 Rennes",
    "2 rue du Port 97200 Fort-de-France": "2 rue du Port 97200 Fort-de-France",
    "Mairie, 1 et 3 rue du Port": "3 rue du Port",
    "10-12 rue du Port": "12 rue du Port",
}
seen = {query: clean_query(extract_address(query)) for query in QUERIES}
print(*seen.items(), sep="\n")
assert seen == QUERIES, "the behaviour has changed"
PYTHON
