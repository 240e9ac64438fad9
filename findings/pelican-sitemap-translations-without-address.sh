#!/bin/sh
# pelican-sitemap 1.2.2 with Pelican 4.12.0 (PyPI), read on 2026-12-01.
# Behaviour: the sitemap names the translations of an article in <xhtml:link>, and writes their address under "ref", where search engines
# read "href": each is announced by its language and leads nowhere. Pelican's own page has the links right.
# Output seen: rel="alternate" hreflang="en" ref="https://a.example/eau-en.html"; no href in the whole sitemap; the page has one.
# One would have guessed: href; nothing fails, as to XML it is one attribute like another, and the versions are taken for two articles.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 pelican-sitemap==1.2.2 markdown==3.11.3 2>/dev/null
mkdir "$folder/content"
cat > "$folder/pelicanconf.py" <<'PYTHON'
SITEURL = "https://a.example"
SITENAME = "Hub"
TIMEZONE = "Europe/Paris"
DEFAULT_LANG = "fr"
PLUGINS = ["pelican.plugins.sitemap"]
SITEMAP = {"format": "xml"}
PYTHON
for lang in fr en; do
  printf '%s\n' 'Title: Eau' 'Date: 2026-07-14 10:00' 'Slug: eau' "Lang: $lang" '' 'Texte.' > "$folder/content/eau.$lang.md"
done
(cd "$folder" && venv/bin/pelican --quiet content -o out -s pelicanconf.py >/dev/null)
cat > "$folder/read.py" <<'PYTHON'
import sys
from pathlib import Path
from xml.etree import ElementTree

out = Path(sys.argv[1])
for link in ElementTree.parse(out / "sitemap.xml").iter("{http://www.w3.org/1999/xhtml}link"):
    print(*(f"{name}={value}" for name, value in sorted(link.attrib.items())))
print("page:", 'href="https://a.example/eau-en.html"' in (out / "eau.html").read_text(encoding="utf-8"))
PYTHON
seen=$("$folder/venv/bin/python" "$folder/read.py" "$folder/out")
echo "$seen"
expected='hreflang=fr ref=https://a.example/eau.html rel=alternate
hreflang=en ref=https://a.example/eau-en.html rel=alternate
page: True'
[ "$seen" = "$expected" ] || { echo "the behaviour has changed"; exit 1; }
