#!/bin/sh
# extruct 0.18.0 with html-text 0.7.1 (PyPI), beside mf2py 2.0.2, read on 2026-11-29.
# Behaviour: the text of a property in microdata has a space on both sides of every element inside it, where a sign does not follow:
# ordinals, units and elided words fall apart. extruct takes it from html_text.extract_text, which makes it so everywhere.
# Output seen: name "Fête du 1 er mai", description "L’ eau à 5 m 3"; mf2py of the same page, as a microformat: "Fête du 1er mai".
# One would have guessed: "Fête du 1er mai" and "L’eau à 5 m3": the value of such an element is its text content (HTML §5.2.4).
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check \
  extruct==0.18.0 html-text==0.7.1 mf2py==2.0.2 lxml lxml_html_clean 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import extruct
import html_text
import mf2py

PAGE = """<div class="h-event" itemscope itemtype="https://schema.org/Event"><h1 class="p-name" itemprop="name">Fête du 1<sup>er</sup> mai</h1>
<p itemprop="description">L’<em>eau</em> à 5 m<sup>3</sup></p></div>"""
(event,) = extruct.extract(PAGE, syntaxes=["microdata"])["microdata"]
(other,) = mf2py.parse(doc=PAGE)["items"]
plain = html_text.extract_text("<p>Au XXI<sup>e</sup> siècle</p>")
print(event["properties"], other["properties"]["name"], plain)
assert event["properties"] == {"name": "Fête du 1 er mai", "description": "L’ eau à 5 m 3"}, "the behaviour has changed"
assert plain == "Au XXI e siècle", "the behaviour has changed"
assert other["properties"]["name"] == ["Fête du 1er mai"], "the behaviour has changed"
PYTHON
