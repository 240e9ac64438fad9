#!/bin/sh
# snowballstemmer 3.0.1, language French (what Lunr, Elasticlunr, Orama, Pagefind, Sphinx and PostgreSQL
# search French with), read on 2026-11-28.
# Behaviour: the s of a plural goes only after some letters, never after i, o or u. So plurals in -us,
# -is, -os and -ous are not joined to their singular, and those in -es, -ts, -rs are.
# Output seen: loi/loi lois/lois élu/élu élus/élus, but commune/commun communes/commun.
# One would have guessed: that the first thing a French stemmer does is to join « lois » to « loi ».
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check snowballstemmer==3.0.1
"$folder/venv/bin/python" - <<'PYTHON'
import snowballstemmer

stem = snowballstemmer.stemmer("french").stemWord
joined = {
    pair: stem(pair[0]) == stem(pair[1])
    for pair in [
        ("loi", "lois"), ("élu", "élus"), ("emploi", "emplois"), ("menu", "menus"),
        ("clou", "clous"), ("vélo", "vélos"),
        ("commune", "communes"), ("enfant", "enfants"), ("maire", "maires"),
    ]
}
for (one, other), is_joined in joined.items():
    print(one, other, stem(one), stem(other), is_joined)
apart = {one for (one, _), is_joined in joined.items() if not is_joined}
assert {"loi", "élu", "emploi", "menu"} <= apart, "the behaviour has changed"
assert joined["commune", "communes"] and joined["enfant", "enfants"]
PYTHON
