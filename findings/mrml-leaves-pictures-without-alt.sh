#!/bin/sh
# mjml-python 1.4.2 (PyPI), whose letters are made by MRML, beside mjml 5.4.1 (npm), whose place it takes, read on 2026-12-01.
# Behaviour: a picture for which the author gives no alternative has no alt at all, where MJML writes an empty one: programs that read a letter
# aloud spell out the name of the file, also for the signs beside links to networks. And a style with inline="inline" stays a
# rule of <style>, as if inline were not there.
# Output seen: <img> without alt, a second beside the words « Suivre », class="vert" without style; MJML: alt twice, style="color: green;".
# One would have guessed: what MJML makes of the same text; nothing is refused or said.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check mjml-python==1.4.2 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" mjml@5.4.1 >/dev/null 2>&1
cat > "$folder/letter.mjml" <<'MJML'
<mjml><mj-head><mj-style inline="inline">.vert { color: green }</mj-style></mj-head><mj-body><mj-section><mj-column>
<mj-image src="filet.png"/><mj-text><b class="vert">Oui</b></mj-text>
<mj-social><mj-social-element name="mastodon" src="m.png" href="https://a.example/">Suivre</mj-social-element></mj-social>
</mj-column></mj-section></mj-body></mjml>
MJML
cat > "$folder/make.py" <<'PYTHON'
import sys

import mjml

with open(sys.argv[1], encoding="utf-8") as file:
    print(mjml.mjml2html(file.read()))
PYTHON
cat > "$folder/make.mjs" <<'JAVASCRIPT'
import { readFileSync } from "node:fs";
import mjml from "mjml";

const { html } = await mjml(readFileSync(process.argv[2], "utf8"));
console.log(html);
JAVASCRIPT
cat > "$folder/look.py" <<'PYTHON'
import re
import sys

html = sys.stdin.read()
pictures = re.findall(r"<img\b[^>]*>", html)
print(*(re.findall(r"\balt(?:=\"[^\"]*\")?(?=[ />])", one) for one in pictures), re.search(r"<b [^>]*>", html)[0])
PYTHON
seen=$("$folder/venv/bin/python" "$folder/make.py" "$folder/letter.mjml" | python3 "$folder/look.py")
other=$(node "$folder/make.mjs" "$folder/letter.mjml" | python3 "$folder/look.py")
printf 'MRML: %s\nMJML: %s\n' "$seen" "$other"
[ "$seen" = "[] [] <b class=\"vert\">" ] || { echo "the behaviour has changed" >&2; exit 1; }
[ "$other" = "['alt'] ['alt'] <b class=\"vert\" style=\"color: green;\">" ] || { echo "the behaviour has changed" >&2; exit 1; }
