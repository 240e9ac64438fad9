"""The editing page as files of the content, for a repository on a host of code. Writes files."""

import os
from collections.abc import Iterable
from contextlib import suppress
from typing import NamedTuple

import msgspec

from sitegen.digest import digest
from sitegen.disk.writing import replace_file
from sitegen.editing.bundle import edition, files_for
from sitegen.editing.configuration import (
    EditedSite,
    PageAnswers,
    answers_of,
    configuration,
    digest_of,
    hosted_backend,
    public,
)
from sitegen.editing.pages import CONFIGURATION, EDITOR, own_files
from sitegen.editing.texts import page_texts
from sitegen.engine.opening import OpenSite
from sitegen.engine.output import refused
from sitegen.errors import Diagnostic, UsageError
from sitegen.names import SITE_FILE
from sitegen.wording.translation import words_of

LISTING = "files.list"
"""Names the files that were written, so that others are never touched, and whose editor it is."""
MADE_FROM = ".made-from"
"""What the forms were made from, and the forms themselves, as digests. Hidden: not published."""


class EditingPage(NamedTuple):
    """The page, but for the editor itself, which is as it was vendored."""

    folder: str
    """Below the site's folder, with slashes."""
    answers: PageAnswers
    files: dict[str, bytes]
    """Its scripts, and what loads them."""

    @property
    def language(self) -> str:
        return self.answers.language

    def configuration(self) -> bytes:
        """Make what its scripts read: the forms, most of the work."""
        made = configuration(self.answers)
        return msgspec.json.format(msgspec.json.encode(made), indent=1) + b"\n"


def page_of(site: OpenSite) -> EditingPage:
    """Return the page of *site*. Raises `UsageError` where it has no repository to write to."""
    config, index = site.config, site.session.index
    editing = config.editing
    if not editing.service:
        raise UsageError(Diagnostic("editing-unset", SITE_FILE))
    files = frozenset(key.partition("/")[2] for key in site.scan.content)
    material = EditedSite(
        config,
        index.every_document,
        index.data,
        files,
        site.chain.shortcodes,
        tuple(config.sections),
    )
    answers = answers_of(public(material, index), hosted_backend(editing))
    translate = words_of(config.language)
    title = f"{config.title} – {translate('Editing')}"
    no_script = page_texts(translate)["noScript"]
    page_files = own_files(config.language, title, no_script, answers.hosts)
    return EditingPage(f"{config.content_folder}/{editing.folder}", answers, page_files)


def write_page(root: str, page: EditingPage, *, is_check: bool = False) -> list[str]:
    """Write what of *page* is another than what stands there, and return its names.

    Its forms are made only where what they are made from is another, or where somebody changed
    them. *is_check*: write nothing. Raises `UsageError` where the folder holds files of others.
    """
    folder = os.path.join(root, *page.folder.split("/"))
    former = _content(os.path.join(folder, LISTING)).decode("utf-8", "replace").split("\n")
    _refuse_others(folder, page.folder, former)
    forms = _content(os.path.join(folder, CONFIGURATION))
    made_from = digest_of(page.answers)
    if _content(os.path.join(folder, MADE_FROM)) != _mark(made_from, forms):
        forms = page.configuration()
    first = edition(page.language)
    is_same_editor = former[0] == first and all(
        os.path.isfile(os.path.join(folder, name)) for name in former[1:] if name
    )
    files: dict[str, bytes | None]
    if is_same_editor:
        files = dict.fromkeys(name for name in former[1:] if name.startswith(EDITOR))
    else:
        files = {f"{EDITOR}{name}": content for name, content in files_for(page.language).items()}
    files |= {**page.files, CONFIGURATION: forms}
    files[LISTING] = "\n".join((first, *sorted(files), "")).encode()
    changed = [
        name
        for name, content in files.items()
        if content is not None and _content(os.path.join(folder, name)) != content
    ]
    gone = [name for name in former[1:] if name and name not in files]
    if not is_check:
        _write(folder, {name: files[name] or b"" for name in changed}, gone)
        if _content(os.path.join(folder, MADE_FROM)) != (mark := _mark(made_from, forms)):
            _write(folder, {MADE_FROM: mark}, ())
    return [*changed, *gone]


def _mark(made_from: bytes, forms: bytes) -> bytes:
    return f"{made_from.hex()} {digest(forms).hex()}\n".encode()


def _refuse_others(folder: str, shown: str, listed: Iterable[str]) -> None:
    """Raise `UsageError` where *folder* holds files that are not the page's."""
    known = {*listed, LISTING, MADE_FROM}
    there = [
        os.path.relpath(os.path.join(above, name), folder).replace(os.sep, "/")
        for above, _folders, names in os.walk(folder)
        for name in names
    ]
    others = sorted(name for name in there if name not in known)
    if others:
        values = {"folder": shown, "files": ", ".join(others[:3])}
        raise UsageError(Diagnostic("folder-not-empty", values=values))


def _content(path: str) -> bytes:
    with suppress(OSError), open(path, "rb") as file:
        return file.read()
    return b""


def _write(folder: str, files: dict[str, bytes], gone: Iterable[str]) -> None:
    try:
        for name, content in files.items():
            path = os.path.join(folder, *name.split("/"))
            replace_file(path, content)
        for name in gone:
            os.unlink(os.path.join(folder, *name.split("/")))
    except OSError as error:
        raise refused(error, error.filename or folder) from error
