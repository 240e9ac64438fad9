"""What was fetched before: a ledger for the versions beside the documents, and a memory of this
machine alone. Reads and writes files.

The ledger says which announcement became which document, and how that was written: so what was
edited or taken away here is known, in every clone. The memory saves asking and reading once more;
it is thrown away without harm, and counts only beside the ledger that it was made with.
"""

import os
from typing import Any, Literal

import msgspec

from sitegen.digest import digest
from sitegen.disk.reading import read_or_nothing
from sitegen.disk.writing import replace_file
from sitegen.errors import Diagnostic, UsageError, disk_refused
from sitegen.fetching.announcements import Announcement
from sitegen.names import CONTENT, STATE_FOLDER

LEDGER = "_fetched.json"
"""Begins with `_`: it is no file of the site."""
FORMAT = 1


class Known(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """An announcement that was taken."""

    path: str
    """Its document below ``content/``, which may be that of another source."""
    title: str
    day: str = ""
    """Of the event, else of publication."""
    link: str = ""
    is_event: bool = False
    first: str = ""
    """The day on which it was fetched first: its date, where the source tells none."""
    state: Literal["", "past", "withdrawn", "unwanted"] = ""
    """What became of it since: fallen off the end of a feed, withdrawn, let in by no rule."""


class FileBeside(msgspec.Struct, frozen=True, kw_only=True):
    """A picture or a file that stands beside a document."""

    url: str
    version: str
    """Digest of what the source said of its text when it was fetched."""


class Written(msgspec.Struct, frozen=True, kw_only=True, omit_defaults=True):
    """A document as it was written."""

    file: str
    """Digest of its bytes."""
    content: str
    """Digest of what the sources said last; or what became of it."""
    digest: str
    """The digest that stands in the document, where a fetch has written it."""
    files: dict[str, FileBeside] = {}
    """What was fetched with it and stands beside it, by name."""
    too_large: dict[str, str] = {}
    """What is not asked for again, by address: the version of its text that it was too large in."""


class Ledger(msgspec.Struct, frozen=True, kw_only=True):
    """All that is known of one source."""

    format: int = FORMAT
    known: dict[str, Known] = {}
    """By the source's own id."""
    written: dict[str, Written] = {}
    """By path below ``content/``: the documents in this source's folder."""

    def encode(self) -> bytes:
        """Return the ledger's file: a line for each, in order, so that versions merge and diff."""
        parts = [f'{{\n"format": {self.format},\n']
        parts += [_lines("known", self.known), ",\n", _lines("written", self.written), "\n}\n"]
        return "".join(parts).encode()


def _lines(name: str, values: dict[str, Any]) -> str:
    encode = msgspec.json.encode
    rows = (f"  {encode(key).decode()}: {encode(values[key]).decode()}" for key in sorted(values))
    inside = ",\n".join(rows)
    return f'"{name}": {{\n{inside}\n}}' if inside else f'"{name}": {{}}'


def ledger_path(root: str, content: str, folder: str) -> str:
    """Return where the ledger of the source lies whose documents are in *folder*."""
    return os.path.join(root, content, *folder.split("/"), LEDGER)


def read_ledger(path: str, shown: str) -> tuple[Ledger, str]:
    """Return the ledger at *path*, an empty one where there is none, and its digest.

    Raises `UsageError`, which calls it *shown*, for one that cannot be read: without it, what was
    edited here would be written over.
    """
    try:
        with open(path, "rb") as file:
            raw = file.read()
    except FileNotFoundError:
        return Ledger(), ""
    except OSError as error:
        raise disk_refused(error, shown) from error
    try:
        ledger = msgspec.json.decode(raw, type=Ledger)
    except msgspec.DecodeError as error:
        values = {"reason": str(error)}
        raise UsageError(Diagnostic("source-ledger", shown, values=values)) from None
    if ledger.format != FORMAT:
        values = {"reason": f"format {ledger.format}"}
        raise UsageError(Diagnostic("source-ledger", shown, values=values))
    return ledger, digest(raw).hex()


class Part(msgspec.Struct, frozen=True, kw_only=True):
    """One address of a source, as it answered last."""

    etag: str = ""
    modified: str = ""
    digest: str = ""
    """Of its bytes."""
    addresses: tuple[str, ...] = ()
    """Of a page: where it leads."""


class Memory(msgspec.Struct, frozen=True, kw_only=True):
    """What this machine remembers of one source."""

    rules: str = ""
    """Digest of its settings and of the program."""
    ledger: str = ""
    """Digest of the ledger that was written with it."""
    parts: dict[str, Part] = {}
    """By address."""
    silent_since: str = ""
    """Since when it gives nothing that can be taken; empty while it does."""
    answered: str = ""
    """When it last did."""


class Heard(msgspec.Struct, frozen=True, kw_only=True):
    """All that a source announced last, for the comparison with others."""

    name: str = ""
    language: str = ""
    announcements: tuple[Announcement, ...] = ()


class MemoryFolder:
    """The memories of all sources, below the state's folder."""

    def __init__(self, root: str) -> None:
        self._folder = os.path.join(root, STATE_FOLDER, "fetched")

    def read(self, source: str) -> Memory:
        """Return what is remembered of *source*; damaged, it is nothing."""
        raw = read_or_nothing(os.path.join(self._folder, f"{source}.json"))
        try:
            return msgspec.json.decode(raw, type=Memory) if raw else Memory()
        except msgspec.DecodeError:
            return Memory()

    def read_heard(self, source: str) -> Heard | None:
        """Return what *source* announced last; None where nobody remembers."""
        raw = read_or_nothing(os.path.join(self._folder, f"{source}.heard"))
        try:
            return msgspec.msgpack.decode(raw, type=Heard) if raw else None
        except msgspec.DecodeError:
            return None

    def write(self, source: str, memory: Memory, heard: Heard | None = None) -> None:
        """Remember *memory*, and *heard* where that is new. Raises `OutputError`."""
        if heard is not None:
            self._write(f"{source}.heard", msgspec.msgpack.encode(heard))
        if memory != self.read(source):
            self._write(f"{source}.json", msgspec.json.encode(memory))

    def _write(self, name: str, content: bytes) -> None:
        write_file(os.path.join(self._folder, name), content, f"{STATE_FOLDER}/fetched/{name}")


def write_file(path: str, content: bytes, shown: str) -> None:
    """Replace the file at *path*, whole or not at all. Raises `OutputError`, calling it *shown*."""
    try:
        replace_file(path, content)
    except OSError as error:
        raise disk_refused(error, shown) from error


def content_name(path: str) -> str:
    """Return how the file *path* below ``content/`` is called in messages."""
    return f"{CONTENT}/{path}"
