#!/bin/sh
# extruct 0.18.0 (PyPI), beside mf2py 2.0.2, read on 2026-11-30.
# Behaviour: in RDFa, the date of <time datetime> is what readers see, not what machines are told; the same element in microdata gives
# the datetime. And a <base> of the page is passed over in both, so that addresses lead beside the mark.
# Output seen: startDate "mardi 14" in RDFa and "2026-07-14" in microdata; https://example.org/concert/ in both for "concert/" below
# <base href="https://example.org/agenda/">; mf2py has https://example.org/agenda/concert/.
# One would have guessed: "2026-07-14" (HTML+RDFa 1.1 §3.1, rule 9), as schema.org's own examples in RDFa are written so; and the address to
# which a browser leads.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check extruct==0.18.0 mf2py==2.0.2 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
import extruct
import mf2py

PAGE = """<!doctype html><html lang="fr"><head><title>Agenda</title><base href="https://example.org/agenda/"></head><body>
<p vocab="https://schema.org/" typeof="Event"><a property="url" href="concert/">Concert</a>
<time property="startDate" datetime="2026-07-14">mardi 14</time></p>
<p itemscope itemtype="https://schema.org/Event"><a itemprop="url" href="concert/">Concert</a>
<time itemprop="startDate" datetime="2026-07-14">mardi 14</time></p>
<p class="h-event"><a class="u-url p-name" href="concert/">Concert</a></p></body></html>"""
read = extruct.extract(PAGE, base_url="https://example.org/", syntaxes=["rdfa", "microdata"])
(event,) = [item for item in read["rdfa"] if item.get("@type")]
(other,) = read["microdata"]
rdfa = event["https://schema.org/startDate"][0]["@value"], event["https://schema.org/url"][0]["@id"]
microdata = other["properties"]["startDate"], other["properties"]["url"]
mf2 = mf2py.parse(PAGE, url="https://example.org/")["items"][0]["properties"]["url"][0]
print(rdfa, microdata, mf2)
assert rdfa == ("mardi 14", "https://example.org/concert/"), "the behaviour has changed"
assert microdata == ("2026-07-14", "https://example.org/concert/"), "the behaviour has changed"
assert mf2 == "https://example.org/agenda/concert/", "the behaviour has changed"
PYTHON
