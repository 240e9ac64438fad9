#!/bin/sh
# mammoth 1.13.0, pandoc 3.9 (pypandoc-binary 1.17) and python-docx 1.2.0, which wrote the files, beside docx2txt 0.9 (PyPI), on 2026-12-01.
# Behaviour: a field (a date, a name from a mail merge, a link) stands in a .docx in one of two forms, in five pieces or as one
# <w:fldSimple>, both with the words that Word shows. Of the second form the words are left out, also those of a link; mammoth says in its
# messages that it ignored something, the other two say nothing.
# Output seen: « La séance du est publique. » from the short form, « La séance du 3 mars est publique. » from the long one; docx2txt
# has the date in both.
# One would have guessed: the same words of both (ECMA-376, part 1, §17.16.19 has the short form as the other one written shorter).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  mammoth==1.13.0 python-docx==1.2.0 pypandoc-binary==1.17 docx2txt==0.9 2>/dev/null
"$folder/venv/bin/python" - "$folder/a.docx" <<'PYTHON'
import sys

import docx
import docx2txt
import mammoth
import pypandoc
from docx.oxml import parse_xml
from docx.oxml.ns import nsdecls


def read(path):
    with open(path, "rb") as file:
        raw = mammoth.extract_raw_text(file).value
    texts = [raw, pypandoc.convert_file(path, "plain"), docx.Document(path).paragraphs[0].text, docx2txt.process(path)]
    return [" ".join(text.split()) for text in texts]


def written(*pieces):
    document = docx.Document()
    paragraph = document.add_paragraph("La séance du ")
    for piece in pieces:
        paragraph._p.append(parse_xml(piece))
    paragraph.add_run(" est publique.")
    document.save(sys.argv[1])
    return read(sys.argv[1])


def run(inside):
    return f"<w:r {nsdecls('w')}>{inside}</w:r>"


DAY = "<w:t>3 mars</w:t>"
marks = {kind: run(f'<w:fldChar w:fldCharType="{kind}"/>') for kind in ("begin", "separate", "end")}
long = written(marks["begin"], run("<w:instrText>SAVEDATE</w:instrText>"), marks["separate"], run(DAY), marks["end"])
short = written(f'<w:fldSimple {nsdecls("w")} w:instr="SAVEDATE"><w:r>{DAY}</w:r></w:fldSimple>')
link = 'HYPERLINK &quot;https://a.example/&quot;'
linked = written(f'<w:fldSimple {nsdecls("w")} w:instr="{link}"><w:r>{DAY}</w:r></w:fldSimple>')
print(*long, *short, *linked, sep="\n")
whole, bare = "La séance du 3 mars est publique.", "La séance du est publique."
assert long == [whole] * 4, "the behaviour has changed"
assert short == linked == [bare] * 3 + [whole], "the behaviour has changed"
PYTHON
