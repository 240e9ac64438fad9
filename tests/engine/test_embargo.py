"""No byte of what is not public is in any file of the output, at any instant, warm or cold."""

import datetime as dt
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.border.moments import parse_moment
from sitegen.checking.editorial import check_editorial
from sitegen.engine.build import look
from sitegen.engine.memory import BuildMemory
from sitegen.engine.options import BuildOptions
from sitegen.errors import Diagnostic
from tests.private.keys import USUAL
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

HUB = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
search: true
sitemap: {news: true}
private: {rounds: 100000}
letter:
  lists:
    hebdo: {title: Hebdo, to: a@b.example, sender: c@b.example, unsubscribe: "mailto:d@b.example"}
-- content/_data/press.yaml --
sections: [news]
-- content/news/public.md --
---
title: Public
date: 2026-01-01
tags: [commun]
---
Un texte pour tous.
"""
PIXEL = b"<svg xmlns='http://www.w3.org/2000/svg' width='2' height='1'><!-- %s --></svg>"
DAYS = [dt.datetime(2026, 3, day, hour) for day in range(1, 5) for hour in (6, 12, 18)]


class Secret(NamedTuple):
    """An article, all of whose words hold its *word*, and when it is public."""

    word: str
    is_draft: bool
    begins: dt.datetime
    ends: dt.datetime | None
    kind: str
    """`dated`, `embargoed`, `previewed` (by some, before its time), `private` (for some alone)."""

    def is_public(self, now: dt.datetime) -> bool:
        is_over = self.ends is not None and now >= self.ends
        is_for_all = not self.is_draft and self.kind != "private"
        return is_for_all and now >= self.begins and not is_over

    def write(self, site: SiteFolder) -> None:
        word, kind = self.word, self.kind
        keys = f"date: {self.begins:%Y-%m-%d %H:%M}" if kind == "dated" else "date: 2026-02-01"
        if kind == "private":
            keys += "\naccess: members"
        if kind == "previewed":
            keys += "\npreview: press"
        if kind in ("embargoed", "previewed"):
            keys += f"\nembargo: {self.begins:%Y-%m-%d %H:%M}"
        if self.ends:
            keys += f"\nexpires: {self.ends:%Y-%m-%d %H:%M}"
        if self.is_draft:
            keys += "\ndraft: true"
        is_bundle = word[-1] in "05"
        path = f"content/news/{word}/index.md" if is_bundle else f"content/news/{word}.md"
        image = f"{word}.svg" if is_bundle else f"/images/{word}.svg"
        site.write(
            path,
            f"---\ntitle: Titre {word}\n{keys}\nauthor: Elle {word}\ntags: [tag {word}, commun]\n"
            f"summary: Chapô {word}.\nkind: genre {word}\naliases: [/ancien/{word}/]\n"
            f"image: {{src: {image}, alt: Image {word}, credit: Crédit {word}}}\n"
            f"attachments: [/pièces/{word}.txt]\n"
            f"coverage: {{medium: Radio {word}, title: Vu {word}, date: 2026-02-01,"
            f" url: /pièces/{word}-press.txt}}\n"
            f"extra: {{plan: {{files: [pièces/{word}-plan.txt]}}}}\n"
            f"event: {{id: fête-{word}, start: 2026-06-01, name: Fête {word}, type: type {word},"
            f" location: Salle {word}, registration: '/pièces/{word}-form.txt?page=2'}}\n---\n"
            f"Le corps {word}, avec ![un dessin](/images/{word}-2.svg).\n\n"
            f"## Partie {word}\n\nFin.\n",
        )
        name = path.removeprefix("content/")
        line = f"- {{medium: Ouest {word}, title: Lu {word}, date: 2026-02-02, release: {name}}}\n"
        site.append("content/_data/coverage.yaml", line)
        site.write(  # sent while it was public, and read again when it is withdrawn
            f"content/_data/letters/2026-02-0{word[-1]}.yaml",
            "{list: hebdo, state: sent, subject: Hebdo, message_id: 1@b.example, date: 2026-02-01,"
            f" articles: [{name}], dates: [{{event: fête-{word}, start: 2026-06-01,"
            f" place: Salle {word}}}]}}\n",
        )
        beside = f"content/news/{word}/" if is_bundle else "content/images/"
        site.write(f"{beside}{word}.svg", PIXEL % word.encode())
        site.write(f"content/images/{word}-2.svg", PIXEL % word.encode())
        for part in ("", "-press", "-plan", "-form"):
            site.write(f"content/pièces/{word}{part}.txt", f"La pièce {word}.")


def lay_out(site: SiteFolder, chance: random.Random) -> list[Secret]:
    """Write eight articles that are public at other times; return them."""
    secrets = []
    for number in range(8):
        begins = chance.choice(DAYS[:-2])
        ends = chance.choice([None, *(day for day in DAYS if day > begins)])
        kind = ("dated", "embargoed", "previewed", "private")[number % 4]
        secret = Secret(f"zyx{number}q{number}", chance.random() < 0.2, begins, ends, kind)
        secret.write(site)
        secrets.append(secret)
    return secrets


def words_in(site: SiteFolder, secrets: list[Secret]) -> dict[str, str]:
    """Return the words of *secrets* that stand in the output, each with one file that tells it."""
    told: dict[str, str] = {}
    for path, content in site.tree().items():
        text = content.replace(b"\r\n ", b"").lower()  # calendars fold their lines
        for secret in secrets:
            if secret.word.encode() in text or secret.word in path:
                told.setdefault(secret.word, path)
    return told


def instants() -> list[dt.datetime]:
    """Return the borders, and the seconds before and after them."""
    second = dt.timedelta(seconds=1)
    return [day + shift for day in DAYS for shift in (-second, dt.timedelta(0), second)]


@pytest.mark.parametrize("seed", range(3))
def test_nothing_tells_what_is_not_public(
    make_site: Callable[[str], SiteFolder], tmp_path: Path, seed: int
) -> None:
    chance = random.Random(seed)
    site = make_site(HUB)
    secrets = lay_out(site, chance)
    cold = SiteFolder(tmp_path / "site")
    cold.output, cold.state = tmp_path / "cold", str(tmp_path / "site/.sitegen/cold")
    site.keys = cold.keys = USUAL
    if seed:
        site.memory = BuildMemory()
    seen, sealed = set(), set()
    forwards = sorted(chance.sample(instants(), 8))
    for now in [*forwards, *chance.sample(forwards, 3)]:
        report = site.build(now=now.isoformat())
        assert report.errors == []
        public = {secret.word for secret in secrets if secret.is_public(now)}
        told = words_in(site, secrets)
        assert told.keys() == public, f"at {now}: {told}"
        seen |= public
        sealed |= {path for path in site.tree() if path.startswith("prive/")}
    assert len(seen) > 1
    assert sealed

    cold.build(now=now.isoformat(), clean=True)
    assert cold.tree() == site.tree()


def test_a_photograph_that_something_public_shows_too_is_no_secret(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(
        HUB
        + "-- content/news/draft.md --\n---\ntitle: Brouillon\ndraft: true\n---\n"
        + "![a](/images/a.svg) ![logo](/images/logo.svg) ![seul](/images/seul.svg)\n"
        + "![plan](/images/plan.svg) ![or](/images/or.svg)\n"
        + "-- content/news/plan.md --\n---\ntitle: Plan\ndate: 2026-01-01\n"
        + "event: {start: 2026-12-01, location: {name: Halle, url: /images/plan.svg}}\n"
        + "extra: {badge: images/color.svg}\n---\n"
        + "-- content/_data/people.yaml --\nana: {photo: /images/ana.svg}\n"
    )
    site.append("content/news/public.md", "\n![a](../images/a.svg)\n")
    site.append("site.yaml", "organisation: {name: Hub, logo: images/logo.svg}\n")
    for name in ("a", "logo", "seul", "ana", "unnamed", "plan", "or"):
        site.write(f"content/images/{name}.svg", PIXEL % b"")

    assert site.build().errors == []

    shown = {path.stem for path in (site.output / "images").iterdir()}
    assert shown == {"a", "logo", "ana", "unnamed", "plan"}


@pytest.mark.parametrize("path", ["content/news/x/index.md", "content/news/x/notice.md"])
def test_a_mistake_in_an_embargoed_document_does_not_publish_its_files(
    make_site: Callable[[str], SiteFolder], path: str
) -> None:
    site = make_site(HUB)
    text = "---\ntitle: X\ndate: 2026-01-01\nembargo: 2027-01-01\nimage: photo.svg\n---\n"
    site.write(path, text)
    site.write("content/news/x/photo.svg", PIXEL % b"secret")
    site.build()

    site.write(path, text.replace("embargo:", "embargoo:"))
    report = site.build()

    assert [error.code for error in report.errors] == ["unknown-key-near"]
    assert [name for name, content in site.tree().items() if b"secret" in content] == []


@pytest.mark.parametrize("key", ["embargo: 2026-12-01 06:00", "draft: true", "date: 2026-12-01"])
def test_all_of_a_folder_waits_with_its_page(
    make_site: Callable[[str], SiteFolder], key: str
) -> None:
    """Other documents of the folder, of folders in it, and files that nothing names."""
    site = make_site(HUB)
    folder = "content/news/dossier"
    site.write(f"{folder}/index.md", f"---\ntitle: Dossier\n{key}\n---\nTexte.\n")
    for name in ("annexe.md", "chiffres/tableau.md", "chiffres/2026-01-02-jour.md"):
        site.write(f"{folder}/{name}", "---\ntitle: Annexe\ntags: [secret]\n---\nConfidence.\n")
    site.write(f"{folder}/brouillon.docx", b"Confidence.")
    site.write(f"{folder}/chiffres/notes.txt", "Confidence.")

    report = site.build(now="2026-11-22")

    assert report.diagnostics == []
    assert traces(site) == []
    waiting = {
        diagnostic.path for diagnostic in _check(site) if diagnostic.code == "waits-with-folder"
    }
    assert len(waiting) == 3
    shown = site.build(now="2026-11-22", drafts=True, future=True, embargoed=True)
    assert len(shown.withheld) == 4

    site.build(now="2026-12-02T12:00+01:00")
    assert bool(traces(site)) == (key != "draft: true")
    warm = site.tree()
    site.build(now="2026-12-02T12:00+01:00", clean=True)
    assert site.tree() == warm


def traces(site: SiteFolder) -> list[str]:
    return [
        path
        for path, raw in site.tree().items()
        if b"Confidence" in raw or b"secret" in raw or "dossier" in path
    ]


def _check(site: SiteFolder) -> list[Diagnostic]:
    options = BuildOptions(
        root=str(site.root), output=str(site.output), now=parse_moment("2026-11-22"), jobs=1
    )
    return look(options, lambda opened: check_editorial(opened))


def test_a_new_folder_whose_page_cannot_be_read_waits_whole(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(HUB)
    site.build(now="2026-11-22")
    before = site.tree()
    site.write("content/news/dossier/index.md", "---\ntitel: D\nembargo: demain\n---\nTexte.\n")
    site.write("content/news/dossier/annexe.md", "---\ntitle: Annexe\n---\nConfidence.\n")

    report = site.build(now="2026-11-22")

    assert report.errors
    assert site.tree() == before
    assert len(report.outcomes.left_out) == 2


def test_the_file_from_which_a_document_was_made_waits_with_it(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(HUB)
    site.write("content/news/forum.md", "---\ntitle: F\nembargo: 2026-12-01\n---\nTexte.\n")
    for name in ("forum.docx", "forum.pdf", "autre.docx", "autre.pdf", "autre.txt"):
        site.write(f"content/news/{name}", name)

    site.build(now="2026-11-22")

    published = {path for path in site.tree() if path.startswith("news/") and "." in path[-5:]}
    assert {"news/autre.docx", "news/autre.pdf"} <= published
    assert not {"news/forum.docx", "news/forum.pdf"} & published
    told = [diagnostic.path for diagnostic in _check(site) if diagnostic.code == "unlinked-file"]
    assert told == ["content/news/autre.docx", "content/news/autre.txt"]
