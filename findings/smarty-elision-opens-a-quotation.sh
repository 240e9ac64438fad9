#!/bin/sh
# Markdown 3.11.3 with its extension smarty, smartypants 2.0.2 and typogrify 2.1.0 (PyPI), beside markdown-it 15.0.3 with typographer (npm),
# French, read on 2026-11-30.
# Behaviour: an apostrophe before a quotation mark is turned into an opening single quotation mark, as an English sentence would begin
# 'a "word"'.
# Output seen: l'"eau" and d'"élus" become l‘“eau” and d‘“élus” by all three of Python, l’“eau” and d’“élus” by markdown-it. An elision
# before a word (l'État) is right everywhere.
# One would have guessed: an apostrophe, since a letter stands before it; French elides before each quoted name that begins with a vowel, and
# the sign opens a quotation that nothing closes.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check Markdown==3.11.3 smartypants==2.0.2 typogrify==2.1.0 2>/dev/null
(cd "$folder" && npm install --silent --no-audit --no-fund markdown-it@15.0.3 >/dev/null)
cat > "$folder/write.py" <<'PYTHON'
import html

import markdown
import smartypants
from typogrify.filters import smartypants as typogrify

for text in ("l'\"eau\" et d'\"élus\"", "l'État"):
    print("smarty", html.unescape(markdown.markdown(text, extensions=["smarty"])))
    print("smartypants", html.unescape(smartypants.smartypants(f"<p>{text}</p>")))
    print("typogrify", html.unescape(typogrify(f"<p>{text}</p>")))
PYTHON
cat > "$folder/write.cjs" <<'JS'
const markdown = require("markdown-it")({ typographer: true });
for (const text of ["l'\"eau\" et d'\"élus\"", "l'État"]) console.log("markdown-it", markdown.render(text).trim());
JS
seen=$("$folder/venv/bin/python" "$folder/write.py"; node "$folder/write.cjs")
echo "$seen"
expected='smarty <p>l‘“eau” et d‘“élus”</p>
smartypants <p>l‘“eau” et d‘“élus”</p>
typogrify <p>l‘“eau” et d‘“élus”</p>
smarty <p>l’État</p>
smartypants <p>l’État</p>
typogrify <p>l’État</p>
markdown-it <p>l’“eau” et d’“élus”</p>
markdown-it <p>l’État</p>'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
