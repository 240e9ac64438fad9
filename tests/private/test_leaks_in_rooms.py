"""Nothing of a private page in other languages, plugins, letters, kits and the editing page."""

import random
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from tests.private.keys import USUAL
from tests.private.test_leaks import LENGTH, lay_out_private, pieces
from tests.support import SiteFolder

pytestmark = pytest.mark.slow
PUBLIC = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
search: true
private: {rounds: 100000}
publishing: {host: nginx}
languages: {en: {title: Hub, sections: {news: {title: News}}}}
plugins: [./plugins/everything.py]
editing: {service: gitlab, repository: a/hub, client_id: x1}
press: {contact: presse, licence: CC BY 4.0}
organisation:
  name: Association
  boilerplate: Qui nous sommes.
  address: 1, rue des Lilas, 37000 Tours
  contacts: {presse: {name: Ana, email: ana@example.org}}
letter:
  lists:
    hebdo:
      title: Hebdo
      to: hebdo@listes.example.org
      sender: hub@example.org
      unsubscribe: https://listes.example.org/quitter
-- plugins/everything.py --
from sitegen.plugins import Facts, PlannedPage, Plugin

PAGE = "{% for entry in site.everything %}{{ entry }}{% endfor %}"
plugin = Plugin(version="1", templates={"everything.html": PAGE})

@plugin.question
def everything(facts: Facts) -> tuple[str, ...]:
    return tuple(map(repr, facts.entries))

@plugin.pages("everything", template="everything.html", in_sitemap=True)
def pages(facts: Facts) -> PlannedPage:
    return PlannedPage("/tout/", "Tout")
-- content/_data/press.yaml --
sections: [news]
contacts: [{contact: presse}]
-- content/_data/coverage.yaml --
- {medium: Le Courrier, title: Un titre, date: 2026-11-21, release: news/public.md}
COVERAGE
-- content/_data/letters/2026-11-01-hebdo.yaml --
list: hebdo
state: sent
subject: Hebdo
message_id: 1@hub.example.org
date: 2026-11-01
articles: [news/public.md, TOLD]
dates:
- {event: forum, start: 2026-12-10, status: confirmed}
DATE
-- content/_data/venues.yaml --
hall: {name: Halle}
VENUE
-- content/_data/authors.yaml --
ana: {name: Ana}
AUTHOR
-- content/_data/organisations.yaml --
amf: {name: AMF}
ORGANISATION
-- content/news/public.md --
---
title: Public
date: 2026-10-21
tags: [commun]
authors: [ana]
press: {kit: true}
event: {id: forum, start: 2026-12-10, name: Forum, location: hall, organizer: amf}
---
Un texte pour tous.

::: events limit=5
-- content/news/public.en.md --
---
title: Public in English
press: {kit: true}
---
A text for all.
"""
LINES = ("COVERAGE", "DATE", "VENUE", "AUTHOR", "ORGANISATION")


def lay_out_rooms(site: SiteFolder) -> list[bytes]:
    """Write the site, private documents and all that may tell of them; return their words."""
    chance = random.Random(7)
    site.lay_out(PUBLIC)
    told = lay_out_private(site, chance)
    originals = sorted(path.stem for path in (site.root / "content/news").glob("*.md"))

    def words(number: int) -> str:
        letters = "bcdfghjklmnpqrstvwxz"
        made = " ".join("".join(chance.choices(letters, k=9)) for _ in range(number))
        told.append(made.encode())
        return made

    for name in (stem for stem in originals if not stem.startswith("public")):
        site.write(
            f"content/news/{name}.en.md",
            f"---\ntitle: {words(3)}\nsummary: {words(3)}\ntags: [{words(1)}]\n---\n{words(12)}\n",
        )
    event, venue, author, organisation = (words(1) for _ in range(4))
    release = f"news/{words(1)}.md"
    site.write(
        f"content/{release}",
        f"---\ntitle: {words(3)}\ndate: 2026-10-20\nembargo: 2027-01-01\npreview: press\n"
        f"press: {{kit: true, issuer: {organisation}}}\nauthors: [{author}]\n"
        f"event: {{id: {event}, start: 2026-12-12, location: {venue}, organizer: {organisation},"
        f" programme: [{{start: 2026-12-12 09:00, name: {words(2)}}}]}}\n---\n{words(20)}\n",
    )
    written = {
        "COVERAGE": f"- {{medium: {words(1)}, title: {words(2)}, date: 2026-11-22,"
        f" release: {release}}}",
        "DATE": f"- {{event: {event}, start: 2026-12-12, status: confirmed, place: {words(1)}}}",
        "VENUE": f"{venue}: {{name: {words(2)}, city: {words(1)}}}",
        "AUTHOR": f"{author}: {{name: {words(2)}, role: {words(1)}}}",
        "ORGANISATION": f"{organisation}: {{name: {words(2)}, boilerplate: {words(4)}}}",
    }
    for path in sorted((site.root / "content/_data").rglob("*.yaml")):
        text = path.read_text(encoding="utf-8").replace("TOLD", release)
        for name in LINES:
            text = text.replace(f"\n{name}\n", f"\n{written[name]}\n")
        path.write_text(text, encoding="utf-8")
    return told


@pytest.mark.parametrize("keys", [True, False])
def test_no_room_tells_of_a_private_page(
    make_site: Callable[[str], SiteFolder],
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    keys: bool,
) -> None:
    site = make_site("")
    told = lay_out_rooms(site)
    alone = SiteFolder(tmp_path / "alone")
    alone.lay_out(PUBLIC.replace(", TOLD", ""))
    for path in sorted((alone.root / "content/_data").rglob("*.yaml")):
        lines = path.read_text(encoding="utf-8").splitlines()
        path.write_text("\n".join(line for line in lines if line not in LINES), encoding="utf-8")
    if keys:
        site.keys = USUAL
    for folder in (site, alone):
        monkeypatch.chdir(folder.root)
        assert CliRunner().invoke(cli, ["admin"]).exit_code == 0
        assert folder.build().errors == []

    tree, public = site.tree(), alone.tree()
    sealed = {path for path in tree if path.startswith(("prive/", "en/"))} - set(public)
    assert {path: raw for path, raw in tree.items() if path not in sealed} == public
    assert bool(sealed) is keys
    looked_for = set(pieces(told))
    for path in sorted(tree):
        raw = path.encode() + b"\n" + tree[path]
        assert not {raw[start : start + LENGTH] for start in range(len(raw))} & looked_for, path
