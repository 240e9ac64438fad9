"""The sites that are measured: how each generator gets the same articles, and a theme.

The theme *of the same shape*, for all of them: a base with header, menu and footer; an article with
its metadata, tags and body; lists of twenty with titles and dates; feeds of the latest twenty.
`same_html.py` holds their pages against one another. Hugo's *rich* one shows what sitegen's
association does.
"""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

import corpus
import pictures
import varied

HERE = Path(__file__).parent
RELEASES = 500
Maker = Callable[[int, Path], None]


def same_shape(engine: str) -> Maker:
    """Return the maker of a site with a theme of the same shape as the others'."""

    def make(count: int, folder: Path) -> None:
        corpus.make_sitegen(count, folder, engine)
        _set(folder, "theme: same_shape")
        shutil.copytree(HERE / "themes/same_shape", folder / "themes/same_shape")

    return make


def association(engine: str) -> Maker:
    """Return the maker of a site with the theme that sitegen brings."""
    return lambda count, folder: corpus.make_sitegen(count, folder, engine)


def searched(count: int, folder: Path) -> None:
    corpus.make_sitegen(count, folder, "commonmark")
    _set(folder, "search: true")


def pictured(count: int, folder: Path) -> None:
    """Make a site of photographs: 24 of them, or as few as the articles that are asked for."""
    pictures.make_sitegen(folder, min(count, pictures.COUNT))


def releases(kit: str) -> Maker:
    """Return the maker of releases: 500, or as few as are asked for; *kit*: `true`, or `false`."""

    def make(count: int, folder: Path) -> None:
        corpus.make_sitegen(min(count, RELEASES), folder, "commonmark")
        contacts = "contacts: {presse: {name: Une personne}}"
        _set(folder, f"organisation: {{name: Association, boilerplate: Elle, {contacts}}}")
        _set(folder, "press: {contact: presse}")
        for section in corpus.SECTIONS:
            text = f"---\ntitle: {section.capitalize()}\npress: {{kit: {kit}}}\n---\n"
            _write(folder / f"content/{section}/_index.md", text)

    return make


def of_real_lengths(engine: str) -> Maker:
    """Return the maker of a site whose texts are as uneven as those of real sites."""
    return lambda count, folder: corpus.make_sitegen(count, folder, engine, varied.article)


def hugo(theme: str) -> Maker:
    """Return the maker of Hugo's site; *theme*: `hugo`, of the same shape, or `hugo_rich`."""

    def make(count: int, folder: Path) -> None:
        chance = random.Random(2026)
        for number in range(count):
            path, text = corpus.sitegen_article(number, chance)
            text = re.sub(r"^date: (\S+) (\S+)$", r"date: \1T\2:00+01:00", text, flags=re.MULTILINE)
            text = re.sub(r"^(  (?:start|end): \S+) ", r"\1T", text, flags=re.MULTILINE)
            text = re.sub(r"^(  (?:start|end): \S+T\S+)$", r"\1:00", text, flags=re.MULTILINE)
            text = re.sub(r"^author: (.*)$", r"authors: [\1]", text, flags=re.MULTILINE)
            _write(folder / re.sub(r"\d{4}-\d\d-\d\d-(?=article)", "", path), text)
        shutil.copytree(HERE / "themes" / theme, folder, dirs_exist_ok=True)

    return make


def pelican(count: int, folder: Path) -> None:
    chance = random.Random(2026)
    for number in range(count):
        path, text = corpus.sitegen_article(number, chance)
        front, body = text.removeprefix("---\n").split("\n---\n", 1)
        title, date, author = (_field(front, key) for key in ("title", "date", "author"))
        tags = _field(front, "tags").strip("[]")
        is_event = "\nevent:" in front
        event = "|".join(
            _field(front, f"  {key}") for key in ("type", "start", "location") if is_event
        )
        head = (
            f"Title: {title}\nDate: {date}\nAuthor: {author}\nTags: {tags}\n"
            f"Category: {path.split('/')[1]}\nSlug: article-{number}\n"
        )
        _write(folder / path, head + (f"Event: {event}\n\n" if event else "\n") + body)
    shutil.copytree(HERE / "themes/pelican", folder, dirs_exist_ok=True)


def _set(folder: Path, line: str) -> None:
    with (folder / "site.yaml").open("a", encoding="utf-8") as file:
        file.write(f"{line}\n")


def _write(path: Path, text: str) -> None:
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text, encoding="utf-8")


def _field(front: str, key: str) -> str:
    match = re.search(rf"^{key}: (.*)$", front, re.MULTILINE)
    if match is None:
        raise ValueError(f"no {key} in {front}")
    return match[1].strip('"')
