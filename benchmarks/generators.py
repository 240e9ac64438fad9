"""The generators that are measured: how each gets the same articles, and the command that builds.

The theme of the same shape, for all of them: a base with header, menu and footer; an article with
its metadata, tags and body; lists of twenty with titles and dates; feeds of the latest twenty.
"""

import random
import re
import shutil
from collections.abc import Callable
from pathlib import Path

from corpus import make_sitegen, sitegen_article

HERE = Path(__file__).parent


def sitegen_same_shape(engine: str) -> Callable[[int, Path], None]:
    """Return the maker of a site with a theme of the same shape as the others'."""

    def make(count: int, folder: Path) -> None:
        make_sitegen(count, folder, engine)
        with (folder / "site.yaml").open("a", encoding="utf-8") as file:
            file.write("theme: same_shape\n")
        shutil.copytree(HERE / "themes/same_shape", folder / "themes/same_shape")

    return make


def sitegen_association(engine: str) -> Callable[[int, Path], None]:
    def make(count: int, folder: Path) -> None:
        make_sitegen(count, folder, engine)

    return make


def hugo(count: int, folder: Path) -> None:
    chance = random.Random(2026)
    for number in range(count):
        path, text = sitegen_article(number, chance)
        text = re.sub(r"^date: (\S+) (\S+)$", r"date: \1T\2:00+01:00", text, flags=re.MULTILINE)
        text = re.sub(r"^author: (.*)$", r"authors: [\1]", text, flags=re.MULTILINE)
        name = re.sub(r"\d{4}-\d\d-\d\d-(?=article)", "", path)
        target = folder / name
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(text, encoding="utf-8")
    shutil.copytree(HERE / "themes/hugo", folder, dirs_exist_ok=True)


def pelican(count: int, folder: Path) -> None:
    chance = random.Random(2026)
    for number in range(count):
        path, text = sitegen_article(number, chance)
        front, body = text.removeprefix("---\n").split("\n---\n", 1)
        title, date, author = (field(front, key) for key in ("title", "date", "author"))
        tags = field(front, "tags").strip("[]")
        section = path.split("/")[1]
        head = (
            f"Title: {title}\nDate: {date}\nAuthor: {author}\nTags: {tags}\n"
            f"Category: {section}\nSlug: article-{number}\n\n"
        )
        target = folder / path
        target.parent.mkdir(parents=True, exist_ok=True)
        target.write_text(head + body, encoding="utf-8")
    shutil.copytree(HERE / "themes/pelican", folder, dirs_exist_ok=True)


def field(front: str, key: str) -> str:
    found = re.search(rf"^{key}: (.*)$", front, re.MULTILINE)
    if found is None:
        raise ValueError(f"no {key} in {front}")
    return found[1].strip('"')


def find(name: str, folder: Path) -> str:
    """Return the program *name* of the environment in *folder*, or of the path."""
    beside = folder / "bin" / name
    return str(beside) if beside.exists() else shutil.which(name) or name
