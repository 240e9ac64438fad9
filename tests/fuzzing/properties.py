"""What must hold of any site, whatever was written."""

import json
import signal
from collections.abc import Iterable, Iterator
from contextlib import contextmanager
from gettext import NullTranslations, translation
from pathlib import Path
from types import FrameType
from unicodedata import normalize
from unittest.mock import patch

import icalendar
from lxml import etree

from sitegen.border.text import clean
from sitegen.catalogue import wording
from sitegen.errors import Diagnostic
from sitegen.report.diagnostics import format_diagnostic
from sitegen.wording.translation import FOLDER
from tests.html_checks import Page
from tests.rendering.ical_wire import faults
from tests.support import SiteFolder

FRENCH = translation("sitegen", FOLDER, ["fr"])


@contextmanager
def within(seconds: float) -> Iterator[None]:
    """Raise `AssertionError` in the block when it takes longer: what never ends is a bug too.

    Seconds of the processor count; of the clock, ten times as many.
    """

    def stop(_number: int, _frame: FrameType | None) -> None:
        raise AssertionError(f"not done after {seconds} seconds")

    before = signal.signal(signal.SIGALRM, stop), signal.signal(signal.SIGPROF, stop)
    signal.setitimer(signal.ITIMER_REAL, 10 * seconds)
    signal.setitimer(signal.ITIMER_PROF, seconds)
    try:
        yield
    finally:
        signal.setitimer(signal.ITIMER_PROF, 0)
        signal.setitimer(signal.ITIMER_REAL, 0)
        signal.signal(signal.SIGALRM, before[0])
        signal.signal(signal.SIGPROF, before[1])


def check_diagnostics(diagnostics: Iterable[Diagnostic], root: Path | None = None) -> None:
    """Raise unless each can be worded in both languages and stands in a file that is there.

    Without *root* the files are not looked at.
    """
    for diagnostic in diagnostics:
        for language in (NullTranslations(), FRENCH):
            with patch(
                "sitegen.wording.translation._catalogue", lambda language=language: language
            ):
                assert wording(diagnostic)[0], diagnostic
                assert format_diagnostic(diagnostic), diagnostic
        if root and diagnostic.line and not diagnostic.path.startswith("themes/"):  # of the package
            check_place(_named(root, diagnostic.path).read_bytes(), diagnostic)


def _named(root: Path, path: str) -> Path:
    """Return the file that *path* tells of: in NFC, whatever form the disk has of its name."""
    same = (twin for twin in root.rglob("*") if normalize("NFC", str(twin)) == str(root / path))
    return next(same, root / path)


def check_place(raw: bytes, diagnostic: Diagnostic) -> None:
    """Raise unless *diagnostic* points into the file's text, or just behind its end."""
    lines = clean(raw.decode("utf-8-sig", "replace"), " ").split("\n")  # as editors count
    assert 1 <= diagnostic.line <= len(lines) + 1, diagnostic
    if diagnostic.column and diagnostic.line <= len(lines):
        assert 1 <= diagnostic.column <= len(lines[diagnostic.line - 1]) + 1, diagnostic


def check_output(root: Path, *, is_strict: bool) -> None:
    """Raise unless every file of the output is what its name says, as parsers of others see it.

    *is_strict*: pages have no parse error, as their authors wrote no HTML.
    """
    for path in root.rglob("*"):
        if not path.is_file() or ".sitegen" in path.parts:
            continue
        name = path.relative_to(root).as_posix()
        if path.name == "index.html":
            page = Page(root, name)
            assert not is_strict or page.parse_errors == [], name
            check_json_ld(page)
        elif path.suffix == ".ics":
            assert faults(path.read_bytes()) == [], name
            assert icalendar.Calendar.from_ical(path.read_bytes()).errors == [], name
        elif name.startswith(("feed", "rss", "sitemap")) or path.name == "feed.xml":
            if path.suffix == ".xml" and path.read_bytes().startswith(b"<?xml"):  # no redirect
                etree.parse(path)
            elif path.suffix == ".json":
                json.loads(path.read_bytes())


def check_json_ld(page: Page) -> None:
    for script in page.all("script"):
        if "json" in script.attrib.get("type", ""):
            json.loads(script.text or "", parse_constant=_refuse)


def _refuse(name: str) -> None:
    raise AssertionError(f"{name} is no JSON")


def others(folder: Path, site: SiteFolder) -> dict[str, bytes]:
    """Return all files of *folder* beside the output and the state of *site*, with their bytes."""
    own = (site.output, site.root / ".sitegen")
    return {
        str(path): path.read_bytes()
        for path in folder.rglob("*")
        if path.is_file() and not any(folder in path.parents for folder in own)
    }
