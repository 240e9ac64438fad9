#!/bin/sh
# pelican 4.12.0 (PyPI) with feedgenerator 2.2.1, read on 2026-11-29.
# Behaviour: an article with `Authors: A; B` has both on its page and a page for each, and its entry in the
# Atom feed names the first alone.
# Output seen: page: Anne Dupont, Yann Le Gall; Atom: Anne Dupont.
# One would have guessed: an <author> for each, which RFC 4287 §4.1.2 allows and the page's own list suggests.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check pelican==4.12.0 feedgenerator==2.2.1 markdown==3.10 2>/dev/null
mkdir -p "$folder/site/content"
cd "$folder/site"
cat > pelicanconf.py <<'PYTHON'
SITENAME, SITEURL, PATH = "Actualités", "https://example.org", "content"
THEME, TIMEZONE, DEFAULT_LANG = "simple", "Europe/Paris", "fr"
FEED_ALL_ATOM = "all.atom.xml"
PYTHON
printf 'Title: Appel commun\nDate: 2026-01-01\nAuthors: Anne Dupont; Yann Le Gall\n\nTexte\n' > content/appel.md
"$folder/venv/bin/pelican" content -s pelicanconf.py >/dev/null 2>&1
atom=$(grep -oE '<author><name>[^<]*' output/all.atom.xml | sed 's/.*>//' | tr '\n' ';')
page=$(grep -oE '(Anne Dupont|Yann Le Gall)' output/appel-commun.html | sort -u | tr '\n' ';')
echo "page: $page Atom: $atom"
[ "$atom" = "Anne Dupont;" ] && [ "$page" = "Anne Dupont;Yann Le Gall;" ] || { echo "the behaviour has changed" >&2; exit 1; }
