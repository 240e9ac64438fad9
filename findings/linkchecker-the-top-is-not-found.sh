#!/bin/sh
# LinkChecker 10.6.0 (PyPI) with its plugin AnchorCheck, read on 2026-12-01.
# Behaviour: the link back to the top of a page, #top, is told as an anchor that is not found, while « # » is not; the picture that stands
# for a film until it is played (poster) is not looked for, where the source of a quotation (cite), to which no browser leads, is.
# Output seen: a warning for #top; of two files that are not there, an error for that of <q cite>, none for that of <video poster>.
# One would have guessed: no warning, as HTML (§7.4.6.4) has the fragment top lead there where no element is called so; and both files told.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check LinkChecker==10.6.0 2>/dev/null
mkdir "$folder/site"
chmod 755 "$folder" # run as root, LinkChecker reads as nobody
cat > "$folder/site/index.html" <<'HTML'
<!doctype html><html lang="fr"><head><meta charset="utf-8"><title>Forum</title></head><body>
<p><a href="#top">Haut de page</a> <a href="#">Haut</a> <q cite="source.html">Oui</q></p><video poster="affiche.png" controls></video></body></html>
HTML
printf '[AnchorCheck]\n' > "$folder/settings.ini"
HOME="$folder" "$folder/venv/bin/linkchecker" --config "$folder/settings.ini" --output csv "file://$folder/site/index.html" \
  > "$folder/told.csv" 2>/dev/null || true
cat > "$folder/read.py" <<'PYTHON'
import csv
import sys

with open(sys.argv[1], encoding="utf-8") as file:
    for row in csv.DictReader((line for line in file if not line.startswith("#") or line.startswith("#top")), delimiter=";"):
        print(row["urlname"], row["result"].partition(":")[0], row["warningstring"].partition("(")[0].strip())
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py" "$folder/told.csv" | LC_ALL=C sort)
echo "$seen"
expected="#top  Anchor \`top'
source.html URLError "
[ "$seen" = "$expected" ] || { echo "the behaviour has changed" >&2; exit 1; }
