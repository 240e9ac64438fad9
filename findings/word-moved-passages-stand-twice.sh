#!/bin/sh
# docx2txt 0.9 and docx2python 3.7.1 (PyPI), word-extractor 1.0.4 and officeparser 7.8.0 (npm), beside mammoth 1.13.0 and pandoc 3.9
# (pypandoc-binary 1.17), of a file that python-docx 1.2.0 wrote; on 2026-12-01.
# Behaviour: under « track changes », a passage that is dragged elsewhere stands in the file at both places, as <w:moveFrom> and
# <w:moveTo>. The four take both for text, though what was deleted under the same marks is left out by each of them.
# Output seen: « Le vote a lieu. Le débat. Le vote a lieu. »; mammoth and pandoc: « Le débat. Le vote a lieu. »
# One would have guessed: the passage where it is now: Word writes the words of a deletion in <w:delText>, those of a move in <w:t>.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  docx2txt==0.9 docx2python==3.7.1 mammoth==1.13.0 python-docx==1.2.0 pypandoc-binary==1.17 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" word-extractor@1.0.4 officeparser@7.8.0 >/dev/null
cat > "$folder/write.py" <<'PYTHON'
import sys

import docx
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

VOTE = '<w:r><w:t xml:space="preserve">Le vote a lieu. </w:t></w:r>'
document = docx.Document()
paragraph = document.add_paragraph()
for marked in (
    f'<w:moveFrom {nsdecls("w")} w:id="1" w:author="A">{VOTE}</w:moveFrom>',
    f'<w:r {nsdecls("w")}><w:t xml:space="preserve">Le débat. </w:t></w:r>',
    f'<w:del {nsdecls("w")} w:id="2" w:author="A"><w:r><w:delText xml:space="preserve">Ou non. </w:delText></w:r></w:del>',
    f'<w:moveTo {nsdecls("w")} w:id="3" w:author="A">{VOTE}</w:moveTo>',
):
    paragraph._p.append(parse_xml(marked))
document.save(sys.argv[1])
PYTHON
cat > "$folder/read.py" <<'PYTHON'
import sys

import docx2txt
import mammoth
import pypandoc
from docx2python import docx2python

with docx2python(sys.argv[1]) as document:
    print("docx2python:", document.text.strip())
print("docx2txt:", docx2txt.process(sys.argv[1]).strip())
with open(sys.argv[1], "rb") as file:
    print("mammoth:", mammoth.extract_raw_text(file).value.strip())
print("pandoc:", pypandoc.convert_file(sys.argv[1], "plain").strip())
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
now='Le débat. Le vote a lieu.'
expected="docx2python: Le vote a lieu. $now
docx2txt: Le vote a lieu. $now
mammoth: $now
pandoc: $now
officeparser: Le vote a lieu. $now
word-extractor: Le vote a lieu. $now"
[ "$seen" = "$expected" ] || { echo "the behaviour has changed" >&2; exit 1; }
