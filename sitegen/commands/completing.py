"""What the Tab key offers: names found on the disk. Quick: nothing is parsed, no state opened."""

import os
from collections.abc import Iterable, Iterator
from itertools import islice
from typing import TYPE_CHECKING

import click

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
    return _items(one for one in group.list_commands(ctx) if one.startswith(incomplete))


def complete_pages(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Offer sources (`content/…`), and addresses of pages in the output (`/agenda/`)."""
    found: list[str] = []
    if incomplete.startswith("/") or not incomplete:
        output = ctx.params.get("output") or "output"
        found += islice(_addresses(output, incomplete.removeprefix("/")), MOST)
    if "content/".startswith(incomplete) or incomplete.startswith("content/"):
        below = _below("content", incomplete.removeprefix("content/"))
        found += islice((f"content/{one}" for one in below if one.endswith(".md")), MOST)
    return _items(found)


def complete_sections(
    ctx: click.Context, parameter: click.Parameter, incomplete: str
) -> list["CompletionItem"]:
    """Offer the folders of ``content/`` that are sections, without what begins with `_`."""
    found = [
        path.removesuffix("/")
        for path in _below("content", incomplete)
        if path.endswith("/") and not _holds_page(f"content/{path}")
    ]
    return _items(found[:MOST])


def _items(values: Iterable[str], kind: str = "plain") -> list["CompletionItem"]:
    from click.shell_completion import CompletionItem  # imported only when Tab was pressed

    return [CompletionItem(one, type=kind) for one in values]


def _addresses(output: str, incomplete: str) -> Iterator[str]:
    if not incomplete and os.path.isfile(f"{output}/index.html"):
        yield "/"
    for path in _below(output, incomplete):
        if path.endswith("/") and os.path.isfile(f"{output}/{path}index.html"):
            yield f"/{path}"


def _holds_page(folder: str) -> bool:
    """Whether *folder* is an article with its images: a page bundle."""
    return os.path.isfile(os.path.join(folder, "index.md"))


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
