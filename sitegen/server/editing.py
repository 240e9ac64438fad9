"""``sitegen serve --edit``: the editing page, and what it asks of the site that is served.

The page is this server's own, on this machine: whoever asks needs the server's token, which only a
page of this server can read, and what it writes goes through `sitegen.editing.files` alone.
"""

import getpass
import json
import os
import secrets
import time
from collections.abc import Callable, Mapping, Sequence
from contextlib import suppress
from functools import cached_property
from typing import NamedTuple

from sitegen.catalogue import MESSAGES, severity, wording
from sitegen.editing.components import argument_label, block_label
from sitegen.editing.configuration import (
    EditedSite,
    answers_of,
    configuration,
    digest_of,
    local_backend,
)
from sitegen.editing.ends import as_it_stood, is_text
from sitegen.editing.files import SiteFiles
from sitegen.editing.guards import Guard
from sitegen.editing.labels import LABELS
from sitegen.editing.pages import page_files
from sitegen.editing.refusals import EditError
from sitegen.editing.repository import Repository, RepositoryAnswer
from sitegen.editing.texts import page_texts
from sitegen.engine.configuring import Configuration
from sitegen.errors import Diagnostic, UsageError
from sitegen.markup.values import DeclaredShortcode
from sitegen.server.additions import PREFIX
from sitegen.server.addresses import content_type
from sitegen.site.index import Index
from sitegen.site.indexing.public_entries import told_of
from sitegen.sources.document import Document
from sitegen.sources.parse import ParseSettings, parse_document
from sitegen.wording.translation import words_of

ADDRESS = "admin/"
"""The page, below the server's own addresses."""
API = "api/v1"
MAX_BODY = 64 * 1024 * 1024
"""Bytes of one request: a photograph, in Base64, with the text that shows it."""
NEW_FILE = "/__new__/"
"""Where the page says that a file lies which is brought along, and not there yet."""
_MISSING = ("missing-key", "missing-key-below")
_PATIENCE = 20.0
"""Seconds for which the page waits for a build to end."""


class ToldMistake(NamedTuple):
    """Something to mend in a text, as the page shows it."""

    level: str
    word: str
    """The level, in the author's language."""
    text: str
    code: str
    line: int
    column: int
    key: str = ""
    """The one that is missing, and so has no line."""


class Desk:
    """What the page is given and may do; threads that serve ask, the one that builds tells."""

    def __init__(self, root: str, look_at: Callable[[], EditedSite]) -> None:
        """*look_at* opens the site, where no build has told of it yet."""
        self.token = secrets.token_urlsafe(24)
        self._root = root
        self._look_at = look_at
        self._told: EditedSite | None = None
        self._index: Index | None = None
        self._addresses: dict[str, str] = {}
        self._diagnostics: Sequence[Diagnostic] = ()
        self._made: tuple[bytes, RepositoryAnswer] | None = None
        """What the page read last, and what it was made from."""

    # The side that builds

    def tell(self, opened: Configuration, index: Index | None, told: Sequence[Diagnostic]) -> None:
        """Note what the last build made of the site, and what is wrong with it."""
        self._diagnostics = tuple(told)
        if index is not None:
            self._index = index
            every = index.everywhere
            self._addresses = {
                entry.id: entry.url for part in every for entry in part.entries.values()
            }
            self._told = material_of(self._root, opened, index)

    # The side that serves

    def is_known(self, authorization: str | None) -> bool:
        """Whether a request with this header (RFC 9110 §11.6.2) is of the page."""
        _scheme, _, token = (authorization or "").partition(" ")
        return secrets.compare_digest(token.encode(), self.token.encode())

    def page_file(self, name: str) -> RepositoryAnswer | None:
        """Return the file *name* of the page; None if it has none of that name."""
        content = self._page.get(name or "index.html")
        return (
            None
            if content is None
            else RepositoryAnswer(200, content, content_type(name or "index.html"))
        )

    @cached_property
    def _page(self) -> dict[str, bytes]:
        config = self._material().config
        translate = words_of(config.language)
        title = f"{config.title} – {translate('Editing')}"
        return page_files(config.language, title, page_texts(translate)["noScript"], ())

    def configuration(self, origin: str) -> RepositoryAnswer:
        """Return what the page reads, with the token by which it is known.

        It is made once for what the site answers, however often it is loaded.
        """
        backend = local_backend(self._root, f"{origin}{PREFIX}{ADDRESS}")
        answers = answers_of(self._material(), backend, is_local=True)
        made_from = digest_of(answers)
        if self._made is None or self._made[0] != made_from:
            told = RepositoryAnswer.of({**configuration(answers), "token": self.token})
            self._made = made_from, told
        return self._made[1]

    def answer(
        self, method: str, path: str, query: Mapping[str, str], body: bytes
    ) -> RepositoryAnswer:
        """Return what the page gets at *path* of the API; the request is known to be its own."""
        return self._repository.answer(method, path, query, body)

    def look(self, body: bytes) -> RepositoryAnswer:
        """Return what there is to say of a text that is being written, and where its page is."""
        try:
            asked = json.loads(body)
            path, text = (_encodable(str(asked[name])) for name in ("path", "text"))
        except (ValueError, KeyError, TypeError, RecursionError):
            return RepositoryAnswer.of({"message": "bad request"}, 400)
        repository = self._repository
        document_id = repository.guard.document_id(path)
        try:
            former = repository.files.read(path)
        except EditError:  # a new one
            former = b""
        content = as_it_stood(former, text) if is_text(former) else former
        is_saved = former == content
        parsed = parse_document(content, document_id, self._settings())
        own = f"content/{document_id}"
        diagnostics = list(parsed.diagnostics)
        if is_saved:
            diagnostics += [
                diagnostic for diagnostic in self._diagnostics if diagnostic.path == own
            ]
        elif parsed.document is not None and self._index is not None:
            diagnostics += told_of(parsed.document, self._index)
        translate = repository.translate
        declared = self._material().shortcodes
        told = dict.fromkeys(_told(diagnostic, declared, translate) for diagnostic in diagnostics)
        answered = {
            "messages": [message._asdict() for message in told if NEW_FILE not in message.text],
            "address": self._addresses.get(document_id, ""),
            "unseen": _unseen(parsed.document),
            "isSaved": is_saved,
            "html": parsed.body if parsed.document is not None else "",
        }
        return RepositoryAnswer.of(answered)

    def _material(self) -> EditedSite:
        if self._told is None:
            self._told = self._patiently_opened()
        return self._told

    def _patiently_opened(self) -> EditedSite:
        """Open the site; a build that holds it is waited for."""
        until = time.monotonic() + _PATIENCE
        while True:
            try:
                return self._look_at()
            except UsageError:
                if time.monotonic() > until:
                    raise
                time.sleep(0.1)

    def _settings(self) -> ParseSettings:
        material = self._material()
        config = material.config
        return ParseSettings(
            config.language,
            config.typography_of(config.language),
            config.markdown.engine,
            config.markdown.raw_html,
            material.shortcodes,
        )

    @property
    def _repository(self) -> Repository:
        config = self._material().config
        folder = config.content_folder
        prefix = "" if folder == "." else f"{folder}/"
        name = local_backend(self._root, "")["repo"]
        files = self._files(folder)
        guard = Guard(self._settings, prefix)
        return Repository(files, guard, name, _user(), words_of(config.language))

    def _files(self, folder: str) -> SiteFiles:
        if self._open_files is None or self._open_files[0] != folder:
            self._open_files = folder, SiteFiles(self._root, folder)
        return self._open_files[1]

    _open_files: tuple[str, SiteFiles] | None = None


def material_of(root: str, opened: Configuration, index: Index) -> EditedSite:
    """Return what the page is made from, of the site at *root*."""
    folder = os.path.join(root, opened.config.content_folder, "_data")
    files: frozenset[str] = frozenset()
    with suppress(OSError):
        files = frozenset(f"_data/{name}" for name in os.listdir(folder))
    documents = index.every_document
    return EditedSite(
        opened.config,
        documents,
        index.data,
        files,
        opened.chain.shortcodes,
        tuple(opened.config.sections),
    )


def _encodable(text: str) -> str:
    """Return *text* with a sign for each half of one, which JSON can hold and UTF-8 cannot."""
    return text.encode("utf-8", "replace").decode()


def _user() -> str:
    with suppress(OSError, KeyError, ImportError):  # an account without a name
        return getpass.getuser()
    return "sitegen"


def _unseen(document: Document | None) -> str:
    """Return by which text the page says why one that is saved, and right, has no page here."""
    if document is None:
        return ""
    return "sealed" if document.front.access else "past" if document.front.expires else ""


def _told(
    diagnostic: Diagnostic,
    declared: tuple[DeclaredShortcode, ...],
    translate: Callable[[str], str],
) -> ToldMistake:
    text, hint = wording(diagnostic, translate)
    if diagnostic.code in _MISSING:  # a key has a field here, and no line
        key = str(diagnostic.values["key"])
        text = translate("“{label}” is empty").format(label=translate(LABELS.get(key, key)))
        hint = translate("Fill in this field.")
    elif diagnostic.code == "shortcode-missing":  # which is a form too, behind a word of the text
        name, key = (str(diagnostic.values[one]) for one in ("name", "key"))
        block = block_label(name, declared, translate)
        label = argument_label(name, key, declared, translate)
        text = translate("“{block}”: “{label}” is empty").format(block=block, label=label)
        hint = translate("Open it in the text, and fill this in.")
    level = severity(diagnostic)
    return ToldMistake(
        level,
        f"{translate(level)}{translate(': ')}".strip(),
        f"{text}. {hint}".replace("`", "").strip(),
        MESSAGES[diagnostic.code].id,
        diagnostic.line,
        diagnostic.column,
        str(diagnostic.values["key"]) if diagnostic.code == "missing-key" else "",
    )
