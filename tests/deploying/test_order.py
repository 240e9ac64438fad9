"""In which order a site is brought, and what is told with its files. Values alone."""

from importlib.metadata import EntryPoint
from typing import Any

import pytest

from sitegen.config.deploying import DeployConfig, destination
from sitegen.deploying import registry
from sitegen.deploying.headers import cache_control, content_type
from sitegen.deploying.manifest import NOTHING, Claim, DeployManifest, read_manifest, with_intent
from sitegen.deploying.order import difference, unsure
from sitegen.deploying.target import OutputFile, Target


def file(path: str, digest: str = "new") -> OutputFile:
    return OutputFile(path=path, source=f"/o/{path}", size=1, mtime_ns=0, digest=digest)


def test_what_pages_need_comes_first_and_what_tells_of_them_last() -> None:
    before = DeployManifest(
        files={
            path: (Claim("old", "s"),) for path in ("index.html", "feed.xml", "assets/style.css")
        }
    )
    files = [
        file(path)
        for path in ("feed.xml", "a.ics", "index.html", "n/index.html", "n/a.png", "_redirects")
    ] + [file("assets/style.css")]
    present = dict.fromkeys(before.files, "s")

    stages = difference(files, present, before, set(), set())

    assert [[file.path for file in stage] for stage in stages.stages] == [
        ["assets/style.css", "n/a.png"],
        ["n/index.html"],
        ["index.html"],
        ["_redirects", "a.ics", "feed.xml"],
    ]


def test_a_stamp_that_stands_for_two_files_is_looked_into() -> None:
    """Two versions of one size in one second: nobody can say which one stands there."""
    before = with_intent(DeployManifest(files={"a": (Claim("old", "s"),)}), [(file("a"), "s")])

    assert before.digest_of("a", "s") == ""
    assert [file.path for file in unsure([file("a")], {"a": "s"}, before).files] == ["a"]


def test_what_is_no_manifest_says_nothing() -> None:
    for raw in (None, b"", b"{}x", b"[" * 100_000, b'{"format": 2, "site": "https://a.org/"}'):
        assert read_manifest(raw) == NOTHING


@pytest.mark.parametrize(
    ("path", "kind", "kept"),
    [
        ("index.html", "text/html; charset=utf-8", False),
        ("agenda.ics", "text/calendar; charset=utf-8", False),
        ("news/feed.xml", "application/atom+xml", False),
        ("images/salle-480-f58ba91214.avif", "image/avif", True),
        ("assets/newsreader-80d9082ac4.woff2", "font/woff2", True),
        ("salle.jpg", "image/jpeg", False),
    ],
)
def test_a_bucket_is_told_types_and_how_long_files_are_kept(
    path: str, kind: str, kept: bool
) -> None:
    assert content_type(path) == kind
    assert ("immutable" in cache_control(path)) == kept


class Elsewhere(Target):
    """A kind of place that another package brings."""


def test_other_packages_bring_kinds_of_places(monkeypatch: pytest.MonkeyPatch) -> None:
    point = EntryPoint("ftps", f"{__name__}:Elsewhere", registry.GROUP)

    def points(**named: Any) -> list[EntryPoint]:
        return [point] if named == {"group": "sitegen.targets"} else []

    monkeypatch.setattr(registry, "entry_points", points)
    monkeypatch.setattr(EntryPoint, "load", lambda self: Elsewhere)
    place = destination(DeployConfig(to="ftps://host/www/"))
    assert place

    assert isinstance(registry.open_target(place, "/site"), Elsewhere)
