"""Whatever a site is made of: a whole output or diagnostics, and nothing written beside it."""

import shutil
from pathlib import Path

import pytest
from hypothesis import given, note
from hypothesis import strategies as st

from sitegen.errors import SitegenError
from tests.fuzzing.conftest import bounded
from tests.fuzzing.naughty import yaml_text
from tests.fuzzing.properties import check_diagnostics, check_output, others, within
from tests.fuzzing.strategies import NAMES, TEXTS, configurations, documents, written
from tests.fuzzing.strategies_events import EVENTS
from tests.private.keys import USUAL
from tests.support import SiteFolder

pytestmark = pytest.mark.slow

CONFIG = "title: Hub\nurl: https://hub.example.org/\nper_page: 2\n"
VENUES = "salle: {name: Salle, city: Tours, timezone: Indian/Reunion}\n"


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("any")


def check(folder: Path, files: dict[str, str], *, is_strict: bool = False) -> None:
    """Build a site of *files*, and raise unless all holds that must hold of any site."""
    shutil.rmtree(folder, ignore_errors=True)
    site = SiteFolder(folder / "site")
    site.keys = USUAL
    site.write(
        "content/photo.svg", '<svg xmlns="http://www.w3.org/2000/svg" width="2" height="1"/>'
    )
    site.write("content/_data/venues.yaml", VENUES)
    for path, text in files.items():
        note(f"-- {path} --\n{text}")
        try:
            site.write(path, text)
        except OSError:  # a file where a folder should be, or the other way round
            continue
    before = others(folder, site)
    try:
        with within(30):
            diagnostics = site.build(search=False).diagnostics
    except SitegenError as error:
        diagnostics = list(error.diagnostics)
        assert diagnostics
    check_diagnostics(diagnostics, site.root)
    assert others(folder, site) == before
    if site.output.exists():
        check_output(site.output, is_strict=is_strict)


@bounded(12)
@given(names=st.dictionaries(NAMES, documents(tame=True), min_size=1, max_size=3))
def test_any_names_of_files(folder: Path, names: dict[str, str]) -> None:
    check(folder, {"site.yaml": CONFIG} | {f"content/{name}": text for name, text in names.items()})


@bounded(12)
@given(text=configurations(), document=documents(tame=True))
def test_any_configuration(folder: Path, text: str, document: str) -> None:
    check(folder, {"site.yaml": text, "content/news/2026-01-10-a.md": document})


@bounded(12)
@given(events=st.lists(EVENTS, min_size=1, max_size=2), title=TEXTS)
def test_any_calendar(folder: Path, events: list[object], title: str) -> None:
    files = {
        f"content/agenda/2026-11-2{number}-e.md": "---\n"
        f"title: {yaml_text('e' + title)}\nevent: {written(event)}\n---\nTexte.\n"
        for number, event in enumerate(events)
    }
    check(folder, {"site.yaml": CONFIG, **files}, is_strict=True)


@bounded(12)
@given(texts=st.lists(documents(tame=True), min_size=1, max_size=3))
def test_any_documents(folder: Path, texts: list[str]) -> None:
    files = {f"content/news/2026-01-1{number}-a.md": text for number, text in enumerate(texts)}
    check(folder, {"site.yaml": CONFIG, **files})
