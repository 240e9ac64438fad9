"""Each promise of SECURITY.md names tests that exist; and what no other test fits."""

import re
import socket
from collections.abc import Callable
from pathlib import Path

import pytest

from tests.support import SiteFolder

ROOT = Path(__file__).parent.parent
_ROW = re.compile(r"^\| (?!\*\*|promise|who|---)(.+?) \| (.+) \|$", re.MULTILINE)
_TEST = re.compile(r"`(tests/[\w/]+\.py)(?:::(\w+))?`")


def promises() -> dict[str, str]:
    """Return the rows of the table of promises: a promise to what stands beside it."""
    text = (ROOT / "SECURITY.md").read_text(encoding="utf-8")
    table = text.partition("## What is promised")[2].partition("\n## ")[0]
    return dict(_ROW.findall(table))


@pytest.mark.parametrize("promise", promises())
def test_a_promise_names_tests_that_exist(promise: str) -> None:
    tests = _TEST.findall(promises()[promise])

    assert tests
    for path, name in tests:
        source = (ROOT / path).read_text(encoding="utf-8")
        assert f"def {name}(" in source if name else "def test_" in source, f"{path}::{name}"


def test_the_table_is_read() -> None:
    assert len(promises()) > 25


def test_a_build_asks_no_other_host(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch
) -> None:
    site = make_site(
        "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n"
        "sources: {b: {url: 'https://other.example/feed.xml', into: news}}\n"
        "-- content/news/2026-01-10-a.md --\n---\ntitle: A\nimage: {src: 'https://other.example/a.png',"
        " alt: Vue}\nsource: {name: B, url: https://other.example/}\n---\n"
        "[Lien](https://other.example/) ![Vue](https://other.example/b.jpg)\n\n"
        '::: video "https://www.youtube.com/watch?v=aaaaaaaaaaa" title="Film"\n'
    )

    def refuse(*_: object) -> None:
        pytest.fail("a connection was opened, or a name looked up")

    monkeypatch.setattr(socket.socket, "connect", refuse)
    monkeypatch.setattr(socket, "getaddrinfo", refuse)

    report = site.build()

    assert "news/a/index.html" in report.rendered
