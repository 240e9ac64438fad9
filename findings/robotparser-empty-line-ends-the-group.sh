#!/bin/sh
# urllib.robotparser of CPython 3.11, beside Protego 0.7.0 (PyPI, what Scrapy asks), read on 2026-12-01.
# Behaviour: an empty line ends what is said to a robot. Names that stand above one, as in lists of robots grouped by who runs them, are
# dropped, and so are rules below one; a second group for all robots is dropped whole.
# Output seen: GPTBot may read everything where it stands above CCBot with an empty line between, or above its rule; Protego: nothing.
# One would have guessed: one group for both: RFC 9309 §2.2 has empty lines without meaning and groups of one name read as one.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check protego==0.7.0 2>/dev/null
"$folder/venv/bin/python" - <<'PYTHON'
from urllib.robotparser import RobotFileParser

from protego import Protego

ROBOTS = {
    "names apart": ["User-agent: GPTBot", "", "# Common Crawl", "User-agent: CCBot", "Disallow: /"],
    "rule apart": ["User-agent: GPTBot", "", "Disallow: /"],
    "names together": ["User-agent: GPTBot", "User-agent: CCBot", "Disallow: /"],
    "two groups": ["User-agent: *", "Disallow: /a", "", "User-agent: *", "Disallow: /"],
}
seen = {}
for name, lines in ROBOTS.items():
    parser = RobotFileParser()
    parser.parse(lines)
    other = Protego.parse("\n".join(lines))
    seen[name] = (parser.can_fetch("GPTBot", "https://a.example/b"), other.can_fetch("https://a.example/b", "GPTBot"))
print(*seen.items(), sep="\n")
assert seen == {
    "names apart": (True, False),
    "rule apart": (True, False),
    "names together": (False, False),
    "two groups": (True, False),
}, "the behaviour has changed"
PYTHON
