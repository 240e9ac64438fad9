#!/bin/sh
# docx2txt 0.9 and docx2python 3.7.1 (PyPI), word-extractor 1.0.4 and officeparser 7.8.0 (npm), beside mammoth 1.13.0, of a file that
# python-docx 1.2.0 wrote; on 2026-12-01.
# Behaviour: the hyphen at which Word does not break a line (Ctrl, shift and hyphen) is no sign in the file but an element of its own,
# <w:noBreakHyphen/>. Four readers pass over it and join what stands on both sides of it; none says anything.
# Output seen: « le souspréfet de SaintMalo », from 2026-2027 « 20262027 »; mammoth has the hyphen, as U+2011.
# One would have guessed: a hyphen, as all four write a space for a tab and a line's end for a break, which are elements too.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 python-docx==1.2.0 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" word-extractor@1.0.4 officeparser@7.8.0 >/dev/null
cat > "$folder/write.py" <<'PYTHON'
import sys

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = docx.Document()
run = document.add_paragraph().add_run("le sous")
for text in ("préfet de Saint", "Malo, budget 2026", "2027"):
    run._r.append(parse_xml(f"<w:noBreakHyphen {nsdecls('w')}/>"))
    run.add_text(text)
document.save(sys.argv[1])
PYTHON
cat > "$folder/read.py" <<'PYTHON'
import sys

import docx2txt
import mammoth
from docx2python import docx2python

with docx2python(sys.argv[1]) as document:
    print("docx2python:", document.text.strip())
print("docx2txt:", docx2txt.process(sys.argv[1]).strip())
with open(sys.argv[1], "rb") as file:
    print("mammoth:", mammoth.extract_raw_text(file).value.strip().replace("\N{NON-BREAKING HYPHEN}", "[2011]"))
PYTHON
cat > "$folder/read.mjs" <<'JAVASCRIPT'
import { parseOffice } from "officeparser";
import WordExtractor from "word-extractor";

const [path] = process.argv.slice(2);
const office = await parseOffice(path);
console.log("officeparser:", office.toText().trim());
console.log("word-extractor:", (await new WordExtractor().extract(path)).getBody().trim());
JAVASCRIPT
"$folder/venv/bin/python" "$folder/write.py" "$folder/a.docx"
seen=$("$folder/venv/bin/python" "$folder/read.py" "$folder/a.docx"; node "$folder/read.mjs" "$folder/a.docx")
echo "$seen"
joined='le souspréfet de SaintMalo, budget 20262027'
expected="docx2python: $joined
docx2txt: $joined
mammoth: le sous[2011]préfet de Saint[2011]Malo, budget 2026[2011]2027
officeparser: $joined
word-extractor: $joined"
[ "$seen" = "$expected" ] || { echo "the behaviour has changed" >&2; exit 1; }
