"""The texts of a site, read to be brought into form and written again. Does I/O."""

import os
from collections.abc import Iterable, Iterator, Sequence
from importlib.util import find_spec
from typing import NamedTuple

from sitegen.disk.reading import stays_inside
from sitegen.disk.writing import replace_file
from sitegen.engine.configuring import Configuration
from sitegen.engine.stages.scan import scan_site
from sitegen.errors import Diagnostic, UsageError, disk_refused
from sitegen.formatting.document import Formatted, format_document
from sitegen.formatting.fixes import Fix, fix_text, is_fixable
from sitegen.names import SITE_FILE, is_document
from sitegen.sources.parse import ParseSettings
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


def fix_files(root: str, content: str, diagnostics: Iterable[Diagnostic]) -> list[Fix]:
    """Mend what of *diagnostics* has one mend, in ``site.yaml`` and below the folder *content*."""
    folder = os.path.realpath(os.path.join(root, content))
    by_path: dict[str, list[Diagnostic]] = {}
    for diagnostic in diagnostics:
        if is_fixable(diagnostic) and diagnostic.line:
            by_path.setdefault(diagnostic.path, []).append(diagnostic)
    fixes: list[Fix] = []
    for shown, mistakes in sorted(by_path.items()):
        path = os.path.join(root, shown)
        if shown != SITE_FILE and not stays_inside(path, folder):
            continue
        try:
            with open(path, "rb") as file:
                former = file.read()
            text = former.decode()
        except (OSError, UnicodeDecodeError):  # told by the check itself
            continue
        fixed, done = fix_text(text.replace("\r\n", "\n"), mistakes)
        if done:
            write_text(path, former, fixed.replace("\n", "\r\n") if "\r\n" in text else fixed)
            fixes += done
    return fixes
