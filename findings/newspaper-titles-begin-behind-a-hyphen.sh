#!/bin/sh
# newspaper4k 0.9.6 and goose3 3.1.22, of which it was made once (PyPI), with lxml_html_clean 0.4.5, read on 2026-12-01.
# Behaviour: a page's <title> is cut where a hyphen or a closing French quotation mark stands, as if a site's name began there, and the
# longest piece is kept. newspaper4k does so where <h1> or og:title do not decide, inside words too; of goose3, a mark at the end goes.
# Output seen: "Les maires disent « non » à la réforme – Hub des maires" is "à la réforme – Hub des maires", though the <h1> of the page is
# its first half; "Le sous-préfet reçoit les élus" is "préfet reçoit les élus"; goose3: "Les maires disent « non".
# One would have guessed: the words of the <h1>, as they stand in the title; a hyphen without spaces is no end of a title.
set -eu
folder=$(mktemp -d)
trap 'rm -rf "$folder"' EXIT
python3 -m venv "$folder/venv"
"$folder/venv/bin/pip" install --quiet --disable-pip-version-check newspaper4k==0.9.6 goose3==3.1.22 lxml_html_clean==0.4.5 2>/dev/null
"$folder/venv/bin/python" -W ignore - <<'PYTHON'
import newspaper
from goose3 import Goose


def page(title, heading):
    text = "<p>Les maires du département se sont réunis à Bourg, à la veille de leur congrès, pour en parler ensemble.</p>" * 4
    return f"<!doctype html><html lang='fr'><title>{title}</title><body><article><h1>{heading}</h1>{text}</article></body></html>"


PAGES = [
    page("Les maires disent « non » à la réforme – Hub des maires", "Les maires disent « non » à la réforme"),
    page("Le sous-préfet reçoit les élus", "Le sous-préfet reçoit les élus de l’Ain"),
    page("Les maires disent « non »", "Les maires disent « non »"),
]
seen = [newspaper.article("https://a.example/", input_html=one, language="fr").title for one in PAGES]
other = Goose().extract(raw_html=PAGES[2]).title
print(*seen, other, sep="\n")
assert seen == ["à la réforme – Hub des maires", "préfet reçoit les élus", "Les maires disent « non »"], "the behaviour has changed"
assert other == "Les maires disent « non", "the behaviour has changed"
PYTHON
