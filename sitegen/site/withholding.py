"""Which files wait with the documents that name them: an embargo is the photograph's too. Pure."""

from collections.abc import Container, Iterable, Iterator, Mapping, Set
from posixpath import dirname
from typing import Any
from urllib.parse import unquote

import msgspec

from sitegen.config import SiteConfig
from sitegen.names import without_ending
from sitegen.site.access import NO_FOLDERS, Folders
from sitegen.site.assets import content_path
from sitegen.sources.document import Document, encode


class Held(msgspec.Struct, frozen=True):
    """What of a site does not stand as it is written, because of mistakes."""

    kept: frozenset[str] = frozenset()
    """The ids of documents that stand in the form that was published last."""
    left_out: frozenset[str] = frozenset()
    """Those that were not published before, and are not now."""
    waiting: frozenset[str] = frozenset()
    """Files that the new forms of documents name, which nobody has seen yet."""
    standing: frozenset[str] = frozenset()
    """Files that were published before, and stay."""
    dead: frozenset[tuple[str, str]] = frozenset()
    """Documents and what they link to that is not there any more: told, and left without a link."""
    renamed: Mapping[str, str] = {}
    """Documents that were renamed, and the id by which each of them is kept."""
    waits_for_the_unread: bool = False
    """Whether all others wait: a document cannot be read, and nobody knows which it would name."""


NOTHING_HELD = Held()


def withheld_files(
    files: Iterable[str],
    documents: Mapping[str, Document],
    public: Set[str],
    unread: Set[str],
    config: SiteConfig,
    data: Mapping[str, Any],
    held: Held = NOTHING_HELD,
    folders: Folders = NO_FOLDERS,
) -> frozenset[str]:
    """Return those of *files* (paths below ``content/``) that must not be published now.

    A file waits if documents name it (as image, attachment, in their text, under any key) and none
    of them is in *public*, and if it is called as one of these is (`forum.docx` beside `forum.md`);
    one that `site.yaml` or data name is the site's. While a document is *unread*, because of a
    mistake in it, nobody knows what it would hold back: a file beside it that nothing public names
    waits too, if it was not published before; and so does each file that is new, where it is known
    which are.
    (Files of bundles go with their page: see `assets.publish`.) Those of private *folders* wait.
    """
    hidden = [document for document in documents.values() if document.id not in public]
    named = {path for document in hidden for path in named_files(document)} | held.waiting
    called = {without_ending(document.id) for document in hidden} | set(map(without_ending, unread))
    beside = {dirname(document_id) for document_id in unread} - {""}
    is_unknown = held.waits_for_the_unread
    if not (named or called or beside or is_unknown or folders.names):
        return frozenset()
    waiting = {
        path
        for path in files
        if path in named
        or folders.name_at(path)
        or (
            path not in held.standing
            and (
                is_unknown
                or path.rpartition(".")[0] in called
                or any(_is_below(path, folder) for folder in beside)
            )
        )
    }
    private = {path for path in waiting if folders.name_at(path)}
    if waiting:
        present = frozenset(files)
        for document_id in public:
            document = documents[document_id]
            waiting.difference_update(shown_files(document, present))
            written = encode(document.front)
            if any(path.encode() in written for path in waiting):
                waiting.difference_update(led_to(document))
        waiting -= {text.lstrip("/") for text in texts_in([msgspec.to_builtins(config), data])}
    return frozenset(waiting | private)


def named_files(document: Document) -> Iterator[str]:
    """Yield all paths below ``content/`` that *document* may mean: what holds back holds all."""
    front, folder = document.front, document.folder
    images = (front.image.src,) if front.image else ()
    for written in (*images, *front.attachments):
        yield written.lstrip("/")
        if not written.startswith("/"):
            yield content_path(folder, written)
    for reference in document.references:
        yield reference.target.lstrip("/")
    yield from led_to(document)


def led_to(document: Document) -> Iterator[str]:
    """Yield what stands under other keys: a form to register, a page of a newspaper, which begin at
    the site's root as addresses do; what the theme's own templates are told.
    """
    yield from texts_in(document.front.extra)
    for written in texts_in(msgspec.to_builtins(document.front)):
        if written.startswith("/"):
            yield unquote(written.partition("#")[0].partition("?")[0])[1:]


def shown_files(document: Document, files: Container[str]) -> Iterator[str]:
    """Yield those of *files* that readers of *document* get.

    Of a path that could mean two files it is the one that the page leads to: another document may
    hold back the other.
    """
    front, folder = document.front, document.folder
    images = (front.image.src,) if front.image else ()
    for written in (*images, *front.attachments):  # as `entries.find_asset` looks for them
        beside = written[1:] if written.startswith("/") else content_path(folder, written)
        yield from (path for path in (beside if beside in files else written,) if path in files)
    for reference in document.references:
        if (target := reference.target.lstrip("/")) in files:
            yield target


def _is_below(path: str, folder: str) -> bool:
    return path.startswith(f"{folder}/")


def texts_in(value: Any) -> Iterator[str]:
    """Yield every text within lists and mappings."""
    if isinstance(value, str):
        yield value
    elif isinstance(value, Mapping):
        for part in value.values():
            yield from texts_in(part)
    elif isinstance(value, list | tuple):
        for part in value:
            yield from texts_in(part)
