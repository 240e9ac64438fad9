#!/bin/sh
# WeasyPrint 70.0 and pypdf 7.1.1 (PyPI), dejavu-fonts-ttf 2.37.3 (npm), with Debian's Pango, read on 2026-11-30.
# Behaviour: small capitals that an installed font lacks are drawn with its capitals, made smaller, and a shape in a PDF has one letter for
# those who copy or search: where a word of the same run begins with that capital, the small one is a capital too.
# Output seen: « Préfecture de police » in small capitals is copied « Préfecture de Police », « Petites capitales » « Petites caPitales »; « la
# police » stays as it is. The same font by @font-face gives « police » each time.
# One would have guessed: the letters of the source; names of offices come out of a press kit with capitals that nobody wrote.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check weasyprint==70.0 pypdf==7.1.1 2>/dev/null
npm install --silent --no-audit --no-fund --prefix "$folder" dejavu-fonts-ttf@2.37.3 >/dev/null
cat > "$folder/fonts.conf" <<XML
<?xml version="1.0"?>
<fontconfig><dir>$folder/node_modules/dejavu-fonts-ttf/ttf</dir><cachedir>$folder/cache</cachedir></fontconfig>
XML
cat > "$folder/capitals.py" <<'PYTHON'
import io
import sys
from pathlib import Path

import pypdf
import weasyprint

FILE = Path(sys.argv[1], "node_modules/dejavu-fonts-ttf/ttf/DejaVuSans.ttf").as_uri()


def copied(words: str, family: str) -> str:
    made = weasyprint.HTML(
        string=f"""<style>@font-face {{ font-family: Declared; src: url({FILE}) }}
        p {{ font-family: {family}; font-variant: small-caps }}</style><p>{words}</p>"""
    ).write_pdf()
    return pypdf.PdfReader(io.BytesIO(made)).pages[0].extract_text().strip()


texts = ("Préfecture de police", "Petites capitales", "la police")
seen = {family: [copied(text, family) for text in texts] for family in ("DejaVu Sans", "Declared")}
print(seen)
assert seen == {
    "DejaVu Sans": ["Préfecture de Police", "Petites caPitales", "la police"],
    "Declared": ["Préfecture de police", "Petites capitales", "la police"],
}, "the behaviour has changed"
PYTHON
FONTCONFIG_FILE="$folder/fonts.conf" "$folder/venv/bin/python" "$folder/capitals.py" "$folder"
