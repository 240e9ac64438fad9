"""Whole sites move in, sixty texts of each kind: every text, every address, no edit after it."""

from collections.abc import Mapping
from types import ModuleType

import pytest

from sitegen.importing.report import ImportReport
from tests.importing.corpora import (
    docx,
    eleventy,
    hugo,
    ics,
    jekyll,
    osuny,
    pelican,
    rss,
    spip,
)
from tests.importing.imported import Imported, import_from

pytestmark = pytest.mark.slow

KINDS: Mapping[str, ModuleType] = {
    "hugo": hugo, "osuny": osuny, "jekyll": jekyll, "pelican": pelican, "eleventy": eleventy,
    "spip": spip, "rss": rss, "ics": ics, "docx": docx,
}  # fmt: skip
COUNTED: Mapping[str, tuple[int, int, int]] = {
    "hugo": (65, 1, 0), "osuny": (62, 1, 0), "jekyll": (68, 2, 0), "pelican": (65, 1, 0),
    "eleventy": (65, 2, 0), "spip": (62, 1, 3), "rss": (70, 0, 0), "ics": (78, 0, 2),
    "docx": (60, 0, 0),
}  # fmt: skip
"""Texts written, those of them that are drafts, and texts that were never for everybody."""
ADDRESSES: Mapping[str, tuple[int, int]] = {
    "hugo": (56, 20), "osuny": (61, 0), "jekyll": (63, 7), "pelican": (64, 0), "eleventy": (57, 5),
    "spip": (0, 13), "rss": (70, 0), "ics": (0, 0), "docx": (0, 0),
}  # fmt: skip
"""Texts where they were, and addresses that lead on."""
LOST: Mapping[str, set[str]] = {
    "pelican": {"/categories.html", "/tags.html", "/drafts/pas-pret.html"},
    "spip": {f"/spip.php?article{number}" for number in range(1, 61) if number % 5},
}
"""What no file can answer to, or has no counterpart: told, and nothing else."""
TOLD: Mapping[str, Mapping[tuple[str, str], int]] = {
    "hugo": {("dead link", "/parti/"): 4, ("frame", "iframe"): 4, ("shortcode", "guidon"): 5},
    "osuny": {("block", "persons"): 5, ("list", "posts_categories"): 20},
    "jekyll": {("dead link", "/parti/"): 5, ("frame", "iframe"): 5},
    "pelican": {("dead link", "/parti/"): 6, ("frame", "iframe"): 6, ("key", "no"): 12,
                ("guess", "Status: hidden"): 1},
    "eleventy": {("dead link", "/parti/"): 5, ("frame", "iframe"): 5, ("own page", "/"): 1},
    "spip": {("dead link", "art999"): 12},
    "rss": {("feed", "summaries, no whole texts"): 14, ("frame", "iframe"): 10,
            ("feed", "what is older than its last text: no feed holds all"): 1},
    "ics": {},
    "docx": {("guess", "the day of publication"): 16, ("unread file", ".doc"): 1},
}  # fmt: skip
PICTURES = {"image-without-alt"}


@pytest.fixture(scope="module", params=KINDS)
def moved(request: pytest.FixtureRequest, tmp_path_factory: pytest.TempPathFactory) -> Imported:
    kind, corpus = request.param, KINDS[request.param]
    folder = tmp_path_factory.mktemp(kind)
    source = corpus.write(folder / "former")
    return import_from(kind, source, folder / "site", *corpus.ADDRESSES)


def _kind(moved: Imported) -> str:
    return moved.folder.parent.name.rstrip("0123456789")


def test_every_text_comes_and_what_was_not_public_does_not(moved: Imported) -> None:
    report, kind = moved.report, _kind(moved)

    assert (report.texts, len(report.drafts), len(report.left_out)) == COUNTED[kind]
    written = b"".join(path.read_bytes() for path in moved.folder.rglob("*.md"))
    assert written.count(b"draft: true") == len(report.drafts)


def test_every_address_answers_or_is_told(moved: Imported) -> None:
    report, kind = moved.report, _kind(moved)

    assert (report.kept, report.redirected) == ADDRESSES[kind]
    assert set(report.lost) == LOST.get(kind, set())
    assert set(report.unanswered) <= set(report.lost)


def test_what_has_no_counterpart_is_told_and_counted(moved: Imported) -> None:
    assert _counted(moved.report) == TOLD[_kind(moved)]


def test_the_site_builds_without_an_edit_but_for_its_pictures(moved: Imported) -> None:
    assert {told.code for told in moved.build()} <= PICTURES
    asked = {*KINDS[_kind(moved)].ADDRESSES} - set(moved.report.lost)
    assert sorted(address for address in asked if not moved.answers(address)) == []


def _counted(report: ImportReport) -> dict[tuple[str, str], int]:
    pictures = ("picture elsewhere",)
    return {name: told.count for name, told in report.notes.items() if name[0] not in pictures}
