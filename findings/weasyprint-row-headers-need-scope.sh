#!/bin/sh
# weasyprint 70.0 with pdf_variant="pdf/ua-1", its tags read by pikepdf 10.18.0, on 2026-11-29.
# Behaviour: no /TH has a /Scope, not even where the page says scope="row"; headers are told by an /ID and the
# /Headers of each /TD. A <th> without scope is a header of its column alone: the cells on its right
# do not name it, where those right of a <th scope="row"> do.
# Output seen: /Scope of no header; "3 euros" has the headers Piscine and Prix, "5 euros" has Prix only.
# One would have guessed: Piscine and Prix, Stade and Prix, since HTML makes a <th> without scope the header
# of its row where its row has a <td> and its column has none; and /Scope beside them, for readers of
# tags that do not follow identifiers.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  weasyprint==70.0 pydyf==0.13.0 pillow==13.0.0 pikepdf==10.18.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import io

import pikepdf
import weasyprint

HTML = """<!doctype html><html lang="fr"><title>Tarifs</title><h1>Tarifs</h1><table>
<thead><tr><th scope="col">Lieu</th><th scope="col">Prix</th></tr></thead>
<tbody><tr><th scope="row">Piscine</th><td>3 euros</td></tr>
<tr><th>Stade</th><td>5 euros</td></tr></tbody></table></html>"""
pdf = pikepdf.open(io.BytesIO(weasyprint.HTML(string=HTML).write_pdf(pdf_variant="pdf/ua-1")))


def cells(node):
    kids = node.get("/K")
    for kid in kids if isinstance(kids, pikepdf.Array) else [kids]:
        if isinstance(kid, pikepdf.Dictionary) and "/S" in kid:
            if kid.S in ("/TH", "/TD"):
                yield kid
            else:
                yield from cells(kid)


found = list(cells(pdf.Root.StructTreeRoot))
headers = [cell for cell in found if cell.S == "/TH"]
names = dict(zip((str(cell.ID) for cell in headers), ["Lieu", "Prix", "Piscine", "Stade"], strict=True))
scopes = [cell for cell in headers if "/Scope" in cell.A]
told = [sorted(names[str(one)] for one in cell.A.Headers) for cell in found if cell.S == "/TD"]
print("with /Scope:", len(scopes), "of", len(headers), "\nheaders of the cells:", told)
assert not scopes and told == [["Piscine", "Prix"], ["Prix"]], "the behaviour has changed"
PYTHON
