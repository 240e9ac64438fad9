"""No byte of what is not public is in any file of the output, at any instant, warm or cold."""

import datetime as dt
import gzip
import random
from collections.abc import Callable
from pathlib import Path
from typing import NamedTuple

import pytest

from sitegen.engine.memory import Memory
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

HUB = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
search: true
sitemap: {news: true}
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

    def is_public(self, now: dt.datetime) -> bool:
        is_over = self.ends is not None and now >= self.ends
        return not self.is_draft and now >= self.begins and not is_over

    def write(self, site: SiteFolder, kind: str) -> None:
        word = self.word
        keys = f"date: {self.begins:%Y-%m-%d %H:%M}" if kind == "dated" else "date: 2026-02-01"
        if kind == "embargoed":
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
            f"event: {{start: 2026-06-01, name: Fête {word}, type: type {word},"
            f" location: Salle {word}}}\n---\nLe corps {word}, avec ![un dessin]"
            f"(/images/{word}-2.svg).\n\n## Partie {word}\n\nFin.\n",
        )
        beside = f"content/news/{word}/" if is_bundle else "content/images/"
        site.write(f"{beside}{word}.svg", PIXEL % word.encode())
        site.write(f"content/images/{word}-2.svg", PIXEL % word.encode())
        site.write(f"content/pièces/{word}.txt", f"La pièce {word}.")


def lay_out(site: SiteFolder, chance: random.Random) -> list[Secret]:
    """Write eight articles that are public at other times; return them."""
    secrets = []
    for number in range(8):
        begins = chance.choice(DAYS[:-2])
        ends = chance.choice([None, *(day for day in DAYS if day > begins)])
        secret = Secret(f"zyx{number}q{number}", chance.random() < 0.2, begins, ends)
        secret.write(site, chance.choice(["dated", "embargoed"]))
        secrets.append(secret)
    return secrets


def words_in(site: SiteFolder, secrets: list[Secret]) -> dict[str, str]:
    """Return the words of *secrets* that stand in the output, each with one file that tells it."""
    told: dict[str, str] = {}
    for path, content in site.tree().items():
        if path.startswith("pagefind/") and content[:2] == b"\x1f\x8b":
            content = gzip.decompress(content)
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
    if seed:
        site.memory = Memory()
    seen = set()
    forwards = sorted(chance.sample(instants(), 8))
    for now in [*forwards, *chance.sample(forwards, 3)]:
        report = site.build(now=now.isoformat())
        assert report.errors == []
        public = {one.word for one in secrets if one.is_public(now)}
        told = words_in(site, secrets)
        assert told.keys() == public, f"at {now}: {told}"
        seen |= public
    assert len(seen) > 2

    cold.build(now=now.isoformat(), clean=True)
    assert cold.tree() == site.tree()


def test_a_photograph_that_something_public_shows_too_is_no_secret(
    make_site: Callable[[str], SiteFolder],
) -> None:
    site = make_site(
        HUB
        + "-- content/news/draft.md --\n---\ntitle: Brouillon\ndraft: true\n---\n"
        + "![a](/images/a.svg) ![logo](/images/logo.svg) ![seul](/images/seul.svg)\n"
        + "-- content/_data/people.yaml --\nana: {photo: /images/ana.svg}\n"
    )
    site.append("content/news/public.md", "\n![a](../images/a.svg)\n")
    site.append("site.yaml", "organisation: {name: Hub, logo: images/logo.svg}\n")
    for name in ("a", "logo", "seul", "ana", "unnamed"):
        site.write(f"content/images/{name}.svg", PIXEL % b"")

    assert site.build().errors == []

    shown = {path.stem for path in (site.output / "images").iterdir()}
    assert shown == {"a", "logo", "ana", "unnamed"}


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

    assert [one.code for one in report.errors] == ["unknown-key-near"]
    assert [name for name, content in site.tree().items() if b"secret" in content] == []
