#!/bin/sh
# granary 11.0 (PyPI, what Bridgy turns pages into ActivityPub with), read on 2026-12-01.
# Behaviour: the days of publishing of an h-event are made times of the form that Activity Streams asks for; those of beginning and end
# keep the space between day and hour that microformats may have, and the colon of their distance to UTC goes, wherever it stood.
# Output seen: published "2026-03-01T18:30:00+01:00", startTime "2026-03-05 18:30+0100", of two elements written alike.
# One would have guessed: one form for both: Activity Streams 2.0 (§2.3) has each an xsd:dateTime, with a T and +01:00, and what reads it
# strictly has an event without an hour.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check granary==11.0 mf2py==2.0.2 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
from granary import as2, microformats2

PAGE = """<div class="h-event"><h1 class="p-name">Forum</h1>
<time class="dt-published" datetime="2026-03-01 18:30+01:00">1er mars</time>
<time class="dt-start" datetime="2026-03-05 18:30+01:00">5 mars</time></div>"""
(activity,) = microformats2.html_to_activities(PAGE, url="https://a.example/forum/")
event = as2.from_as1(activity["object"])
seen = {name: event[name] for name in ("published", "startTime")}
print(seen)
assert seen == {
    "published": "2026-03-01T18:30:00+01:00",
    "startTime": "2026-03-05 18:30+0100",
}, "the behaviour has changed"
PYTHON
