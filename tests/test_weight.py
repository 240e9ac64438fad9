"""What a reader's first view weighs, as a host sends it: compressed, without pictures."""

import gzip
import re
from pathlib import Path

import pytest

from tests.demo_site import KINDS, PROJECT, Demo

SCRIPTS = PROJECT / "themes/association/static/assets"


def sent(path: Path) -> int:
    """Return the bytes that a host sends for a file."""
    content = path.read_bytes()
    return len(content if path.suffix == ".woff2" else gzip.compress(content, 6))


@pytest.mark.slow
@pytest.mark.parametrize("kind", KINDS)
def test_the_first_view_of_a_page_stays_under_50_kilobytes(demo: Demo, kind: str) -> None:
    html = (demo.root / KINDS[kind]).read_text(encoding="utf-8")
    head = html.partition("</head>")[0]
    linked = re.findall(r'(?:href|src)="/([^"?]+\.(?:css|js|woff2|svg))["?]', head)

    assert any(path.endswith(".css") for path in linked)
    assert sent(demo.root / KINDS[kind]) + sum(sent(demo.root / path) for path in linked) < 50_000


@pytest.mark.slow
def test_the_theme_s_styles_and_scripts_stay_small(demo: Demo) -> None:
    styles = (demo.root / "assets/style.css").stat().st_size
    guides = (demo.root / "assets/documentation.css").stat().st_size  # on the pages of guides alone
    agenda = (demo.root / "assets/agenda.css").stat().st_size  # on the pages of the agenda alone
    programme = (demo.root / "assets/programme.css").stat().st_size  # where an event has one
    press = (demo.root / "assets/press.css").stat().st_size  # on the press pages alone
    private = SCRIPTS / "private.js"  # on private pages alone
    scripts = sum(path.stat().st_size for path in SCRIPTS.rglob("*.js") if path != private)

    assert 0 < styles < 25_000
    assert 0 < guides < 7_000
    assert 0 < agenda < 7_000
    assert 0 < programme < 1_000
    assert 0 < press < 7_000
    assert 0 < private.stat().st_size < 12_000
    assert 0 < scripts < 10_000
