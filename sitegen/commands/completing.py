"""What the Tab key offers: names found on the disk. Quick: no YAML is parsed, no state opened."""

import os
import re
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

from sitegen.names import BUNDLE_TEXT, CONTENT, MARKER, NOT_CONTENT, SITE_FILE, is_document

if TYPE_CHECKING:
    from click.shell_completion import CompletionItem

MOST = 200
"""Names that are offered at most."""


def complete_folders(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Have the shell offer folders."""
    return _items([incomplete], "dir")


def complete_files(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Have the shell offer files."""
    return _items([incomplete], "file")


def complete_commands(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Offer the commands."""
    group = ctx.find_root().command
    assert isinstance(group, click.Group)
    return _items(command for command in group.list_commands(ctx) if command.startswith(incomplete))


def complete_pages(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Offer sources (`content/…`), and addresses of pages in the output (`/agenda/`)."""
    names: list[str] = []
    if incomplete.startswith("/") or not incomplete:
        output = ctx.params.get("output") or "output"
        names += islice(_addresses(output, incomplete.removeprefix("/")), MOST)
    folder = _content_folder()
    above = "" if folder == "." else f"{folder}/"
    if above.startswith(incomplete) or incomplete.startswith(above):
        below = _below_content(folder, incomplete[len(above) :])
        names += islice((f"{above}{path}" for path in below if is_document(path)), MOST)
    return _items(names)


def complete_sections(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Offer the folders of the content that are sections, without what begins with `_`."""
    return _items(islice(_sections(incomplete), MOST))


def complete_archetypes(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Offer what a document is made from: archetypes of the site and of sitegen, and sections."""
    from sitegen.errors import SitegenError
    from sitegen.scaffold.archetypes import archetypes
    from sitegen.site.urls import slugify

    language = _written("language") or "fr"
    try:
        known = [archetype.name for archetype in archetypes(".", language.split("-")[0])]
    except SitegenError:
        known = []
    # Who has no accent on the keyboard gets it from Tab.
    begun = slugify(incomplete) if incomplete else ""
    fitting = [name for name in known if slugify(name).startswith(begun)]
    return _items(
        [*fitting, *(section for section in _sections(incomplete) if "/" not in section)][:MOST]
    )


def complete_targets(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Offer the names under `deploy` in site.yaml, found by their lines alone."""
    try:
        with open(SITE_FILE, encoding="utf-8") as file:
            written = file.read()
    except (OSError, ValueError):
        return []
    block = re.search(r"^deploy:[ \t]*\n((?:[ \t]+.*\n?|\s*\n)*)", written, re.MULTILINE)
    names = re.findall(r"^  ([^\s:#][^:#]*):", block[1], re.MULTILINE) if block else []
    return _items(name for name in names if name.startswith(incomplete))


def _sections(incomplete: str) -> Iterator[str]:
    folder = _content_folder()
    for path in _below_content(folder, incomplete):
        if path.endswith("/") and not _holds_page(os.path.join(folder, path)):
            yield path.removesuffix("/")


def _content_folder() -> str:
    return os.path.normpath(_written("content") or CONTENT).replace(os.sep, "/")


def _written(key: str) -> str:
    """Return the text of *key* in site.yaml, found by its line alone; nothing without one."""
    line = re.compile(rf"{key}:[ \t]+[\"']?([^\s\"'#]+)")
    try:
        with open(SITE_FILE, encoding="utf-8") as file:
            return next((match[1] for match in map(line.match, file) if match), "")
    except (OSError, ValueError):
        return ""


def _below_content(folder: str, incomplete: str) -> Iterator[str]:
    """Yield what lies below the content's *folder*; of the site's own, only what is content."""
    for path in _below(folder, incomplete):
        first = path.split("/")[0]
        if folder != "." or not (first in NOT_CONTENT or os.path.isfile(f"{first}/{MARKER}")):
            yield path


def _items(values: Iterable[str], kind: str = "plain") -> list["CompletionItem"]:
    from click.shell_completion import CompletionItem  # imported only when Tab was pressed

    return [CompletionItem(value, type=kind) for value in values]


def _addresses(output: str, incomplete: str) -> Iterator[str]:
    if not incomplete and os.path.isfile(f"{output}/index.html"):
        yield "/"
    for path in _below(output, incomplete):
        if path.endswith("/") and os.path.isfile(f"{output}/{path}index.html"):
            yield f"/{path}"


def _holds_page(folder: str) -> bool:
    """Whether *folder* is an article with its images: a page bundle."""
    from sitegen.sources.scan import find_document

    return bool(find_document(folder, BUNDLE_TEXT))


def _below(root: str, incomplete: str) -> Iterator[str]:
    """Yield what lies below *root* and begins with *incomplete*: what is nearest to it first.

    Paths are relative to *root* and have slashes; those of folders end with one.
    """
    folder, _, name = incomplete.rpartition("/")
    pending = [f"{folder}/" if folder else ""]
    is_first = True
    while pending:
        following: list[str] = []
        for parent in pending:
            for entry in _listing(os.path.join(root, parent)):
                if entry.name.startswith((".", "_")):
                    continue
                if is_first and not entry.name.startswith(name):
                    continue
                path = parent + entry.name
                if entry.is_dir(follow_symlinks=False):
                    following.append(f"{path}/")
                    yield f"{path}/"
                else:
                    yield path
        pending, is_first = following, False


def _listing(folder: str) -> list[os.DirEntry[str]]:
    try:
        with os.scandir(folder) as entries:
            return sorted(entries, key=lambda entry: entry.name)
    except OSError:
        return []
