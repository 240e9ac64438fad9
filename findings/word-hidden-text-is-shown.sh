#!/bin/sh
# mammoth 1.13.0 (PyPI), beside pandoc 3.9 (pypandoc-binary 1.17), of a file that python-docx 1.2.0 wrote; on 2026-11-29.
# Behaviour: text that is marked as hidden in Word (Font, Hidden: neither shown nor printed) is text like any other in
# what both make of the file, with nothing that tells it apart; what was struck out under "track changes" is left out.
# Output seen: <p>Le forum a lieu. Le ministre viendra.</p> and the same words of pandoc; of the deleted word nothing.
# One would have guessed: what a reader of the document sees, as both do with changes: the hidden sentence left out.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  mammoth==1.13.0 python-docx==1.2.0 pypandoc-binary==1.17 2>/dev/null
"$folder/venv/bin/python" - "$folder/a.docx" <<'PYTHON'
import sys

import docx
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls

document = docx.Document()
paragraph = document.add_paragraph("Le forum a lieu.")
paragraph.add_run(" Le ministre viendra.").font.hidden = True
deleted = '<w:del {} w:id="1" w:author="A"><w:r><w:delText> Ou non.</w:delText></w:r></w:del>'
paragraph._p.append(parse_xml(deleted.format(nsdecls("w"))))
document.save(sys.argv[1])

with open(sys.argv[1], "rb") as file:
    html = mammoth.convert_to_html(file)
markdown = pypandoc.convert_file(sys.argv[1], "gfm").strip()
print(html.value, html.messages, "|", markdown)
assert html.value == "<p>Le forum a lieu. Le ministre viendra.</p>" and not html.messages, "the behaviour has changed"
assert markdown == "Le forum a lieu. Le ministre viendra.", "the behaviour has changed"
PYTHON
