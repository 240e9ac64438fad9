"""French spacing of what stands under keys: of `site.yaml`, of documents, of `_data/`."""

import re
from html import unescape

import msgspec

from sitegen.border.moments import parse_moment
from sitegen.markup import typeset
from sitegen.model import Contact, EventFields, FrontMatter, Image, Location
from tests.support import SiteFolder

SITE = """\
title: "L'Union : communes d'ici"
url: https://hub.example.org/
description: Que fait-on le 1er mars ?
organisation:
  name: L'Union
  legal_form: Association de la loi du 1er juillet 1901
  contacts: {l'accueil: {name: Léna Guivarc'hec, role: Chargée de l'accueil}}
sections: {news: {title: "Quoi de neuf ?"}}
menus: {main: [{title: "D'où venons-nous ?", url: /histoire/}]}
theme_options: {tagline: "Plus proche ? Oui !"}
"""
EVENT = """\
---
title: Réunion
date: 2026-03-02
author: l'équipe
tags: [l'eau]
contact: l'accueil
event: {start: 2026-04-02 10:00, location: l'arsenal, organizer: l'atelier}
---
Texte.
"""
DATA = {
    "authors": "l'équipe: {name: L'équipe d'ici, role: À l'écoute}\n",
    "venues": "l'arsenal: {name: L'Arsenal, address: 1 rue de l'Arche}\n",
    "organisations": "l'atelier: {name: L'Atelier, short: L'A}\n",
}


def shown(site: SiteFolder, lines: str = "") -> str:
    """Return what readers of the event's page read, built with *lines* in `site.yaml` too."""
    site.write("site.yaml", SITE + lines)
    site.write("content/news/reunion.md", EVENT)
    site.write("content/histoire.md", "---\ntitle: Histoire\n---\nTexte.\n")
    for name, text in DATA.items():
        site.write(f"content/_data/{name}.yaml", text)
    assert not site.build().errors
    body = site.page("news/reunion/index.html").partition("<body")[2]
    return unescape(re.sub("<[^>]+>", "", body))


def test_no_page_shows_a_straight_apostrophe_that_stands_under_a_key(site: SiteFolder) -> None:
    text = shown(site)

    for words in (
        "L’Union\u00a0: communes d’ici",
        "Quoi de neuf\u202f?",
        "D’où venons-nous\u202f?",
        "L’équipe d’ici",
        "L’eau",
        "Léna Guivarc’hec",
        "Chargée de l’accueil",
        "L’Arsenal",
        "1 rue de l’Arche",
        "L’Atelier",
    ):
        assert words.casefold() in text.casefold(), words
    assert "'" not in text


def test_a_site_without_french_spacing_keeps_what_was_typed(site: SiteFolder) -> None:
    text = shown(site, "typography: off\n")

    assert "L'Union : communes d'ici" in text
    assert "L'équipe d'ici" in text
    assert "1 rue de l'Arche" in text


def test_addresses_and_keys_of_programs_stay_as_they_are() -> None:
    front = FrontMatter(
        title="L'eau : où ?",
        slug="l'eau",
        aliases=("/l'eau ?",),
        attachments=("l'eau.pdf",),
        image=Image(src="l'eau.jpg", alt="L'eau !", focus=None),
        contact=Contact(name="l'accueil", email="o'neil@hub.example.org"),
        event=EventFields(
            start=parse_moment("2026-03-02"), id="l'eau", location=Location(name="L'Arsenal")
        ),
        extra={"x": "l'eau"},
    )

    spaced = typeset(front)

    assert spaced.title == "L’eau\u00a0: où\u202f?"
    assert spaced.image == Image(src="l'eau.jpg", alt="L’eau\u202f!")
    assert spaced.contact == Contact(name="l’accueil", email="o'neil@hub.example.org")
    assert isinstance(spaced.event, EventFields)
    assert (spaced.event.id, spaced.event.location) == ("l'eau", Location(name="L’Arsenal"))
    same = ("slug", "aliases", "attachments", "extra", "date")
    assert [getattr(spaced, name) for name in same] == [getattr(front, name) for name in same]
    assert typeset(spaced) is spaced


def test_what_needs_no_space_is_not_made_again() -> None:
    front = FrontMatter(title="Forum", tags=("eau", "air"))

    assert typeset(front) is front
    assert msgspec.json.encode(typeset(front)) == msgspec.json.encode(front)
