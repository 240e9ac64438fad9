#!/bin/sh
# PyRSS2Gen 1.1 and rfeed 1.1.1, beside feedgenerator 2.2.1 (PyPI), read on 2026-11-30.
# Behaviour: a date with a zone is written with the hour of that zone and the letters GMT behind it.
# Output seen: 10:00 of 14 July in Paris is "Tue, 14 Jul 2026 10:00:00 GMT" in both; feedgenerator, which Pelican uses, writes
# "10:00:00 +0200". Neither says anything.
# One would have guessed: 08:00:00 GMT, or a refusal as for a date of another type; a release of Paris is two hours late in summer, one of
# Martinique stands four hours before it was written.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check PyRSS2Gen==1.1 rfeed==1.1.1 feedgenerator==2.2.1 tzdata 2>/dev/null
cat > "$folder/write.py" <<'PYTHON'
import re
from datetime import datetime
from zoneinfo import ZoneInfo

import feedgenerator
import PyRSS2Gen
import rfeed

when = datetime(2026, 7, 14, 10, tzinfo=ZoneInfo("Europe/Paris"))
item = PyRSS2Gen.RSSItem(title="Dotations", pubDate=when)
feed = feedgenerator.Rss201rev2Feed("Hub", "https://a.example/", "Hub")
feed.add_item("Dotations", "https://a.example/dotations/", "Texte", pubdate=when)
written = {
    "PyRSS2Gen": PyRSS2Gen.RSS2("Hub", "https://a.example/", "Hub", items=[item]).to_xml(),
    "rfeed": rfeed.Feed("Hub", "https://a.example/", "Hub", items=[rfeed.Item(title="Dotations", pubDate=when)]).rss(),
    "feedgenerator": feed.writeString("utf-8"),
}
seen = {name: re.findall("<pubDate>(.*?)</pubDate>", rss)[-1] for name, rss in written.items()}
print(seen)
assert seen == {
    "PyRSS2Gen": "Tue, 14 Jul 2026 10:00:00 GMT",
    "rfeed": "Tue, 14 Jul 2026 10:00:00 GMT",
    "feedgenerator": "Tue, 14 Jul 2026 10:00:00 +0200",
}, "the behaviour has changed"
PYTHON
"$folder/venv/bin/python" "$folder/write.py"
