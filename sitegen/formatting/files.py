"""The texts of a site, read to be brought into form and written again. Does I/O."""

import os
from collections.abc import Iterable, Iterator, Sequence
from functools import partial
from importlib.util import find_spec
from typing import NamedTuple

from sitegen.border.containers import read_anything
from sitegen.border.text import clean
from sitegen.border.yaml_nodes import compose
from sitegen.border.yaml_notes import YamlNotes
from sitegen.disk.reading import stays_inside
from sitegen.disk.writing import replace_file
from sitegen.engine.configuring import Configuration
from sitegen.engine.stages.scan import scan_site
from sitegen.errors import Diagnostic, OutputError, UsageError, disk_refused
from sitegen.formatting.document import Formatted, format_document
from sitegen.formatting.fixes import Fix, fix_text, is_fixable
from sitegen.names import SITE_FILE, is_document
from sitegen.sources.parse import ParseSettings, parse_document
from sitegen.sources.scan import Source


class FormattedFile(NamedTuple):
    """A document as it stands, and in one form."""

    path: str
    """Below the site's folder."""
    former: bytes
    formatted: Formatted

    @property
    def is_changed(self) -> bool:
        return self.formatted.text.encode() != self.former


def format_files(
    root: str, configuration: Configuration, chosen: Sequence[str]
) -> Iterator[FormattedFile]:
    """Yield the documents of the site at *root*, or those below the paths that are *chosen*.

    Nothing is written. Raises `UsageError` for a path below which no document lies, and where the
    library that formats is not installed.
    """
    if find_spec("mdformat") is None:
        values = {"what": "`sitegen format`", "extra": "format"}
        raise UsageError(Diagnostic("missing-extra", values=values))
    config = configuration.config
    settings = ParseSettings(
        config.language,
        config.typography_of(config.language),
        config.markdown.engine,
        config.markdown.raw_html,
        configuration.chain.shortcodes,
        languages=config.typographies,
    )
    sources = scan_site(root, config.content_folder, configuration.chain.names).content
    documents = {key: source for key, source in sources.items() if is_document(key)}
    for key in _chosen(root, documents, chosen):
        try:
            with open(documents[key].disk_path, "rb") as file:
                raw = file.read()
        except OSError as error:
            raise disk_refused(error, documents[key].disk_path) from error
        formatted = format_document(raw, key.partition("/")[2], settings)
        yield FormattedFile(os.path.relpath(documents[key].disk_path, root), raw, formatted)


def _chosen(root: str, documents: dict[str, Source], paths: Sequence[str]) -> list[str]:
    """Return the keys of the *documents* that *paths* name: files, or folders of them."""
    if not paths:
        return list(documents)
    chosen: dict[str, None] = {}
    for path in paths:
        whole = os.path.realpath(os.path.join(root, path))
        below = [
            key
            for key, source in documents.items()
            if f"{os.path.realpath(source.disk_path)}/".startswith(f"{whole}/")
        ]
        if not below:
            raise UsageError(Diagnostic("no-such-document", values={"path": path}))
        chosen |= dict.fromkeys(below)
    return list(chosen)


def write_text(path: str, former: bytes, text: str) -> None:
    """Write *text* over *former* at *path*, whole or not at all. Raises `OutputError`.

    What somebody saved there meanwhile stays: then it is not written.
    """
    try:
        with open(path, "rb") as file:
            if file.read() != former:
                return
        replace_file(path, text.encode(), mode=os.stat(path).st_mode & 0o7777)
    except OSError as error:
        raise disk_refused(error, path) from error


class Fixed(NamedTuple):
    """What became of mistakes that have one mend."""

    fixes: list[Fix]
    refused: list[Diagnostic]
    """Files that the disk did not let be written."""


def fix_files(root: str, content: str, diagnostics: Iterable[Diagnostic]) -> Fixed:
    """Mend what of *diagnostics* has one mend, in ``site.yaml`` and below the folder *content*.

    A file that its owner made one to be read alone stays as it is; a link leads to what is mended.
    """
    folder = os.path.realpath(os.path.join(root, content))
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if is_fixable(diagnostic) and diagnostic.line:
            by_path.setdefault(diagnostic.path, []).append(diagnostic)
    fixes: list[Fix] = []
    refused: list[Diagnostic] = []
    for shown, mistakes in sorted(by_path.items()):
        path = os.path.realpath(os.path.join(root, shown))
        if shown != SITE_FILE and not stays_inside(path, folder):
            continue
        try:
            with open(path, "rb") as file:
                former = file.read()
            text = former.decode()
            if not os.stat(path).st_mode & 0o222:
                continue
        except (OSError, UnicodeDecodeError):  # told by the check itself
            continue
        fixed, done = fix_text(text, mistakes, partial(_codes, shown))
        if done:
            try:
                write_text(path, former, fixed)
            except OutputError as error:
                refused += error.diagnostics
            else:
                fixes += done
    return Fixed(fixes, refused)


_ALONE = ParseSettings("fr", "fr", "markdown")
"""How a text is read that is compared with itself alone."""


def _codes(path: str, text: str) -> frozenset[str]:
    """Return the codes of what is wrong with *text* at *path*, whatever site it is of."""
    if is_document(path):
        found = parse_document(text.encode(), path.partition("/")[2], _ALONE).diagnostics
        return frozenset(mistake.code for mistake in found)
    if not path.endswith((".yaml", ".yml")):
        return frozenset()
    told: list[Diagnostic] = []
    plain = clean(text)
    node = compose(plain, path, 1, told)
    notes = YamlNotes(plain, path, 1)
    if node is not None:
        read_anything(notes, node, "")
    return frozenset(mistake.code for mistake in (*told, *notes.diagnostics))
