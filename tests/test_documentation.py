"""What the documentation shows is true: examples build, links lead somewhere, commands exist."""

import json
import re
import shlex
import shutil
import tomllib
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import click
import pytest
import yaml

from sitegen.cli import cli
from sitegen.config import SiteConfig, read_config
from sitegen.markup.headings import slug
from tests.support import SiteFolder

ROOT = Path(__file__).parent.parent
MISTAKES = ("errors.md", "erreurs.md")
"""Their examples are wrong on purpose."""
TEXTS = [
    ROOT / "README.md",
    *(path for path in sorted((ROOT / "docs").glob("*.md")) if path.name not in MISTAKES),
    ROOT / "CONTRIBUTING.md",
    ROOT / "scripts/README.md",
    ROOT / "tests/README.md",
    *sorted((ROOT / "docs/development").glob("*.md")),
]
GUIDES = (
    "README.md",
    "authors.md",
    "guide-auteur.md",
    "markdown.md",
    "ecrire-en-markdown.md",
    "tutorial.md",
    "tutoriel.md",
    "migrating.md",
    "demenager.md",
)
"""Those whose front matter and Markdown are an author's own."""


class Block(NamedTuple):
    """A block of code."""

    language: str
    line: int
    text: str


_FENCE = re.compile(r"( *)(`{3,})(\S*)[^`]*")


def blocks(path: Path) -> list[Block]:
    """Return the fenced blocks of a text, without the spaces that they are indented by."""
    fenced = []
    lines = path.read_text(encoding="utf-8").split("\n")
    fence, begin, inner = None, 0, list[str]()
    for number, line in enumerate(lines, 1):
        if fence is None:
            fence, begin, inner = _FENCE.fullmatch(line), number, []
        elif line.strip() == fence[2]:
            fenced.append(Block(fence[3], begin, "\n".join(inner) + "\n"))
            fence = None
        else:
            inner.append(line.removeprefix(fence[1]))
    assert fence is None, f"{path.name}:{begin}: a block without an end"
    return fenced


def prose(path: Path) -> str:
    """Return a text without its blocks of code and what stands between backticks."""
    text = re.sub(r"^( *)(`{3,}).*?^\1\2$", "", path.read_text("utf-8"), flags=re.M | re.S)
    return re.sub(r"`[^`\n]+`", "", text)


def of_language(*languages: str) -> list[tuple[Path, Block]]:
    return [
        (path, block) for path in TEXTS for block in blocks(path) if block.language in languages
    ]


def name_of(value: object) -> str:
    return value.name if isinstance(value, Path) else f"line {getattr(value, 'line', '')}"


def anchors(path: Path) -> set[str]:
    """Return the ids of a text's headings that are the same on a code host and on a site."""
    text = re.sub(r"^( *)(`{3,}).*?^\1\2$", "", path.read_text("utf-8"), flags=re.M | re.S)
    taken: dict[str, int] = {}
    hosts_named = set()
    for heading in re.findall(r"^#{1,6} +(.+?)\s*$", text, flags=re.M):
        plain = re.sub(r"\[([^\]]*)\]\([^)]*\)", r"\1", heading).replace("`", "")
        on_host = re.sub(r"[^\w\- ]", "", plain.lower()).replace(" ", "-")
        taken[on_host] = taken.get(on_host, 0) + 1
        if taken[on_host] == 1 and on_host == slug(plain):
            hosts_named.add(on_host)
    return hosts_named


def links(path: Path) -> Iterator[str]:
    for target in re.findall(r"\]\(<?([^)\s>]+)>?(?:\s+\"[^\"]*\")?\)", prose(path)):
        if not re.match(r"[a-z]+:", target):
            yield target


@pytest.mark.parametrize("path", TEXTS, ids=name_of)
def test_links_lead_to_files_and_headings(path: Path) -> None:
    broken = []
    for link in links(path):
        file, _, anchor = link.partition("#")
        target = path.parent / file if file else path
        is_found = target.exists() and not file.startswith("/")
        if not is_found or (anchor and anchor not in anchors(target)):
            broken.append(link)

    assert broken == []


@pytest.mark.parametrize("path", TEXTS[1:], ids=name_of)
def test_code_begins_at_the_margin(path: Path) -> None:
    """Within a list one of the two engines would take it for text."""
    text = path.read_text(encoding="utf-8")
    outer = re.sub(r"^(`{3,})\S*\n.*?^\1$", "", text, flags=re.M | re.S)

    assert "```" not in outer


_CALL = re.compile(r"(?:^|[;&|(]|\b(?:then|else))[ \t]*sitegen +([^;&|<>\n]*)", re.MULTILINE)


def commands(text: str) -> list[list[str]]:
    """Return the arguments of each call of sitegen in *text*, lines of a shell."""
    calls: list[str] = _CALL.findall(text.replace("\\\n", " "))
    return [shlex.split(call, comments=True) for call in calls]


@pytest.mark.parametrize(("path", "block"), of_language("sh"), ids=name_of)
def test_commands_are_understood(path: Path, block: Block) -> None:  # noqa: ARG001
    for arguments in commands(block.text):
        name, *options = arguments
        if name.startswith("-"):
            continue
        command = cli.get_command(click.Context(cli), name)
        assert command is not None, name
        command.make_context(name, options)


@pytest.mark.parametrize(("path", "block"), of_language("yaml", "toml", "json"), ids=name_of)
def test_configurations_can_be_read(path: Path, block: Block) -> None:  # noqa: ARG001
    if block.language == "toml":
        assert tomllib.loads(block.text)
    elif block.language == "json":
        assert json.loads(block.text)
    else:
        head = re.match(r"---\n(.*?)^---\n", block.text, flags=re.M | re.S)
        assert yaml.safe_load(head[1] if head else block.text)


def are_settings(block: Block) -> bool:
    """Whether a block says that it is of ``site.yaml``, or holds keys of its first level alone."""
    if block.text.startswith(("# ", "---\n")):
        return block.text.startswith("# site.yaml\n")
    keys = yaml.safe_load(block.text).keys()
    return keys <= set(SiteConfig.__struct_fields__)


SETTINGS = [block for block in of_language("yaml") if are_settings(block[1])]


@pytest.mark.parametrize(("path", "block"), SETTINGS, ids=name_of)
def test_settings_are_those_of_site_yaml(path: Path, block: Block) -> None:  # noqa: ARG001
    needed = {
        "title": "Hub",
        "url": "https://hub.example.org/",
        "organisation": {"name": "Hub", "contacts": {"presse": {"name": "Claire"}}},
    }
    settings = needed | yaml.safe_load(block.text)

    assert read_config(yaml.safe_dump(settings, allow_unicode=True).encode())


def examples(path: Path) -> Iterator[Block]:
    """Return the documents that a guide shows; parts of a text get a title."""
    for block in blocks(path):
        is_document = block.text.startswith("---\n")
        if block.language in ("yaml", "markdown") and is_document:
            yield block
        elif block.language == "markdown":
            yield block._replace(text=f"---\ntitle: Ligne {block.line}\n---\n{block.text}")


def small_site(root: Path) -> SiteFolder:
    """Return a site with the people, places and files that the guides name."""
    site = SiteFolder(root)
    settings = yaml.safe_load((ROOT / "site.yaml").read_text(encoding="utf-8"))
    kept = ("title", "url", "organisation")
    site.write("site.yaml", yaml.safe_dump({key: settings[key] for key in kept}))
    beyond = shutil.ignore_patterns("press.yaml", "coverage.yaml")  # they name other files
    shutil.copytree(ROOT / "content/_data", root / "content/_data", ignore=beyond)
    shutil.copy(ROOT / "content/logo.svg", root / "content/logo.svg")
    photo = (ROOT / "content/images/conference.jpg").read_bytes()
    for name in ("photo.jpg", "salle.jpg", "scene.jpg", "hall.jpg", "filet.png", "rule.png"):
        site.write(f"content/communiques/{name}", photo)
    for name in ("rapport.pdf", "comptes.csv", "dossier.pdf", "film.mp4", "film.vtt"):
        site.write(f"content/communiques/{name}", "…")
    site.write("content/association.md", "---\ntitle: Nous\n---\n")
    site.write(
        "content/agenda/2027-03-02-forum.md", "---\ntitle: Programme\n---\n## Inscriptions\n"
    )
    site.write("content/association/charte.md", "---\ntitle: La charte\n---\n")
    site.write("content/communiques/film-texte.md", "---\ntitle: Le texte du film\n---\n")
    site.write("content/actualites/2026-10-14-bilan.md", "---\ntitle: Bilan\n---\n")
    return site


@pytest.mark.parametrize(
    "path",
    [
        path
        for path in TEXTS
        if path.name in GUIDES and path.parent.name not in ("scripts", "tests")
    ],
    ids=name_of,
)
def test_examples_build_without_an_error_or_a_warning(path: Path, tmp_path: Path) -> None:
    site = small_site(tmp_path)
    shown = list(examples(path))
    for block in shown:
        site.write(f"content/communiques/ligne-{block.line}.md", block.text)

    report = site.build(drafts=True, future=True, embargoed=True)

    assert shown
    assert [
        (diagnostic.path, diagnostic.line, diagnostic.code) for diagnostic in report.diagnostics
    ] == []
