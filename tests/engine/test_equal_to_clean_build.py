"""The engine's law: after any edits the output is that of a clean build, bit for bit.

And the next build does nothing. Edits have a single cause each (`edits.py`), so that one forgotten
dependency shows; the mutants below are engine bugs that these tests must find.
"""

import datetime as dt
import os
import random
import shutil
import sys
from collections.abc import Callable, Iterable, Iterator
from pathlib import Path
from typing import Any

import msgspec
import pytest

from sitegen.config import SiteConfig
from sitegen.digest import digest
from sitegen.engine import tool
from sitegen.engine.memory import BuildMemory
from sitegen.engine.options import BuildReport
from sitegen.engine.snapshot import Snapshot
from sitegen.engine.stages import compare as staleness
from sitegen.engine.stages import record as recording
from sitegen.engine.stages.texts_alone import metadata_digest
from sitegen.engine.state.state import State
from sitegen.engine.unchanged import SoundBuild
from sitegen.model import zone_info
from sitegen.rendering.templates.language_filters import language_filters
from sitegen.rendering.view.asking import Asking
from sitegen.rendering.view.shared import Shared
from sitegen.site.index import Index
from sitegen.site.publication import Clock
from sitegen.site.questions.answering import Questions
from sitegen.sources.document import Document
from sitegen.theme.folders import Theme
from sitegen.wording.readers import DOMAIN
from tests.engine.copied import cold_build, copied
from tests.engine.edited_hub import ALPHA, CLOCKS, SITE
from tests.engine.edits import EDITS
from tests.engine.language_edits import LANGUAGE_EDITS, LANGUAGES
from tests.support import SiteFolder, files_below

Clean = tuple[dict[str, bytes], BuildReport]


_KEPT: dict[bytes, Clean] = {}
"""The last clean builds by their sources: an edit that is taken back leaves those of all others."""
_MADE = ("output", ".sitegen")


def clean_build(site: SiteFolder, folder: Path, now: str) -> Clean:
    """Return the tree and the report of a build of the same sources from nothing."""
    key = _digest_of_sources(site, now)
    known = _KEPT.pop(key, None)
    if known is None:
        shutil.rmtree(folder, ignore_errors=True)
        shutil.copytree(site.root, folder, ignore=shutil.ignore_patterns(*_MADE))
        clean = SiteFolder(folder)
        report = clean.build(now=now)
        known = clean.tree(), report
    _KEPT[key] = known
    if len(_KEPT) > 8:
        del _KEPT[next(iter(_KEPT))]  # what nobody asked for the longest
    return known


def _digest_of_sources(site: SiteFolder, now: str) -> bytes:
    parts: list[str | bytes] = [now]
    for entry in sorted(os.scandir(site.root), key=lambda entry: entry.name):
        if entry.is_file():
            parts += [entry.name, Path(entry).read_bytes()]
        elif entry.name not in _MADE:
            parts.append(entry.name)
            for path, content in files_below(Path(entry)).items():
                parts += [path, content]
    return digest(*parts)


def check(site: SiteFolder, folder: Path, now: str, *, is_aged: bool = True) -> None:
    """Build, and raise `AssertionError` unless the result is a clean build's and stays so.

    *is_aged*: the edit was made some time ago, so that the build after this one may look at stamps
    alone.
    """
    if is_aged:
        site.age()
    compare(site, clean_build(site, folder, now), now)


def compare(site: SiteFolder, clean: Clean, now: str) -> None:
    """Build, and raise `AssertionError` unless the result is *clean* and stays so."""
    report = site.build(now=now)
    expected, clean_report = clean
    told = report.diagnostics
    if clean_report.errors:  # with its state lost a build writes nothing, and says so first
        told = [diagnostic for diagnostic in told if diagnostic.code != "nothing-written"]
    assert told == clean_report.diagnostics
    if report.errors:  # what was published stays, so the trees may differ until it is mended
        return
    actual = site.tree()
    differing = sorted(
        path for path in expected.keys() | actual.keys() if expected.get(path) != actual.get(path)
    )
    assert differing == []
    again = site.build(now=now)
    assert (again.rendered, again.written, again.removed, again.indexed) == ({}, [], [], "")
    assert again.diagnostics == report.diagnostics


@pytest.fixture(autouse=True)
def _folders_are_trusted(monkeypatch: pytest.MonkeyPatch) -> None:
    """Have a folder's stamp tell of its names at once, as after two seconds: more than the clock of
    files is late by.
    """
    monkeypatch.setattr("sitegen.disk.looking.RACY_NS", 20_000_000)


@pytest.fixture(scope="module")
def original(tmp_path_factory: pytest.TempPathFactory) -> Iterator[Path]:
    with cold_build(tmp_path_factory.mktemp("original"), SITE, CLOCKS[0]) as folder:
        yield folder


@pytest.fixture
def built(original: Path) -> Iterator[SiteFolder]:
    with copied(original) as site:
        yield site


@pytest.fixture(scope="module")
def idle() -> list[SiteFolder]:
    """Sites of `kept` whose edits were taken back."""
    return []


@pytest.fixture
def kept(idle: list[SiteFolder], tmp_path_factory: pytest.TempPathFactory) -> SiteFolder:
    """The site of `built` in another folder, for a process that keeps what it made.

    A test that took back all that it did hands it on to the next in `idle`; one that fails, or
    leaves something behind, does not.
    """
    if idle:
        return idle.pop()
    site = SiteFolder(tmp_path_factory.mktemp("kept") / "site")
    site.lay_out(SITE)
    site.memory = BuildMemory()
    site.age()
    assert site.build(now=CLOCKS[0]).diagnostics == []
    return site


def test_a_copy_of_the_built_site_is_at_rest(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Else each test below would begin with another build, and edits would hide in it."""
    before = built.tree()
    monkeypatch.setattr("sitegen.engine.inspection.read_site", None)  # nobody reads it
    report = built.build(now=CLOCKS[0])

    assert (report.parsed, report.rendered, report.written, report.removed) == ((), {}, [], [])
    assert len(before) > 100
    assert built.tree() == before


@pytest.mark.slow
@pytest.mark.parametrize("name", EDITS)
def test_one_edit(
    built: SiteFolder, kept: SiteFolder, idle: list[SiteFolder], tmp_path: Path, name: str
) -> None:
    """In a new process, and in one that keeps what it made."""
    unedited = _digest_of_sources(built, "")
    EDITS[name](built)
    EDITS[name](kept)
    built.age()
    clean = clean_build(built, tmp_path / "clean", CLOCKS[0])
    compare(built, clean, CLOCKS[0])
    compare(kept, clean, CLOCKS[0])

    EDITS[name](built)
    EDITS[name](kept)
    clean = clean_build(built, tmp_path / "clean", CLOCKS[0])
    compare(built, clean, CLOCKS[0])
    compare(kept, clean, CLOCKS[0])

    before = (kept.root / ALPHA).read_bytes()
    kept.append(ALPHA, "\nUne phrase de plus.\n")
    check(kept, tmp_path / "clean", CLOCKS[0], is_aged=False)

    kept.write(ALPHA, before)
    kept.age()
    if _digest_of_sources(kept, "") == unedited:  # some edits made twice leave something behind
        assert kept.build(now=CLOCKS[0]).diagnostics == []
        idle.append(kept)


@pytest.mark.slow
@pytest.mark.parametrize("name", LANGUAGE_EDITS)
def test_one_edit_of_a_site_in_several_languages(
    make_site: Callable[[str], SiteFolder], tmp_path: Path, name: str
) -> None:
    """In a process that keeps what it made, and back in one that does not."""
    site = make_site(LANGUAGES)
    site.memory = BuildMemory()
    site.age()
    assert site.build(now=CLOCKS[0]).errors == []
    LANGUAGE_EDITS[name](site)
    check(site, tmp_path / "clean", CLOCKS[0])
    site.memory = None
    LANGUAGE_EDITS[name](site)
    check(site, tmp_path / "clean", CLOCKS[0])


def test_another_version_of_the_tool(
    built: SiteFolder, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Its code, its libraries or Python: all is parsed and rendered anew, and back again."""
    before = built.tree()
    with monkeypatch.context() as patch:
        for module in ("unchanged", "inspection", "stages.read", "stages.parse", "stages.record"):
            patch.setattr(f"sitegen.engine.{module}.tool_digest", lambda: b"another")
        words = {**language_filters("fr", "fr"), "day": lambda moment: "un jour"}
        patch.setattr("sitegen.rendering.templates.theme.language_filters", lambda *_: words)
        report = built.build(now=CLOCKS[0])
        assert len(report.parsed) > 5
        assert len(report.rendered) == report.planned
        assert "un jour" in built.page("news/index.html")
        again = built.build(now=CLOCKS[0])
        assert (again.rendered, again.parsed) == ({}, ())

    check(built, tmp_path / "clean", CLOCKS[0])
    assert built.tree() == before


def test_the_tools_digest_is_of_its_code_and_its_libraries(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A release, a developer's edit, an upgraded library: none needs a number to be raised."""
    monkeypatch.setattr(tool, "_own_code", tool._own_code.__wrapped__)  # read anew each time
    digests = [tool.tool_digest.__wrapped__()]
    package = tmp_path / "sitegen"
    shutil.copytree(Path(tool.__file__).parent.parent, package)
    monkeypatch.setattr(tool, "__file__", str(package / "engine/tool.py"))
    assert tool.tool_digest.__wrapped__() == digests[0]

    with (package / "markup/typography.py").open("a", encoding="utf-8") as file:
        file.write("\n")
    digests.append(tool.tool_digest.__wrapped__())
    with (package / f"locales/br/LC_MESSAGES/{DOMAIN}.mo").open("ab") as words:
        words.write(b"\n")
    digests.append(tool.tool_digest.__wrapped__())
    monkeypatch.setattr(tool, "_library_versions", lambda: ["markdown-9.9.dist-info"])
    digests.append(tool.tool_digest.__wrapped__())

    assert len(set(digests)) == 4


def test_the_bytes_of_a_site_do_not_go_by_what_else_is_installed(
    built: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A colleague's machine lacks an extra that the site does not use, or has another Python."""
    built.build(now=CLOCKS[0])
    before = built.tree()
    used = ("coloraide-", "jinja2-", "markupsafe-")
    fewer = [version for version in tool._library_versions() if version.lower().startswith(used)]
    assert len(fewer) == len(used) < len(tool._library_versions())
    digest, sheets = tool.tool_digest(), tool.sheet_digest()

    with monkeypatch.context() as patch:
        patch.setattr(tool, "_library_versions", lambda: fewer)
        patch.setattr(sys, "version_info", (3, 14, 7))
        tool.tool_digest.cache_clear()
        tool.sheet_digest.cache_clear()
        assert (tool.tool_digest() == digest, tool.sheet_digest() == sheets) == (False, True)
        report = built.build(now=CLOCKS[0])
        assert len(report.rendered) == report.planned
        assert report.written == []
        assert built.tree() == before
        patch.setattr(tool, "_library_versions", lambda: [*fewer[1:], "coloraide-99.dist-info"])
        tool.sheet_digest.cache_clear()
        assert tool.sheet_digest() != sheets
    tool.tool_digest.cache_clear()
    tool.sheet_digest.cache_clear()


@pytest.mark.slow
@pytest.mark.parametrize("now", CLOCKS[1:])
def test_another_day(built: SiteFolder, tmp_path: Path, now: str) -> None:
    check(built, tmp_path / "clean", now)
    check(built, tmp_path / "clean", CLOCKS[0])


@pytest.mark.slow
def test_a_site_changes_at_the_instants_that_are_known_before(
    built: SiteFolder, tmp_path: Path
) -> None:
    """Between two of them a clean build gives the same bytes, whenever it runs."""
    chance = random.Random(4)
    zone = zone_info("Europe/Paris")
    instant = dt.datetime.fromisoformat(CLOCKS[0]).replace(tzinfo=zone).timestamp()
    changes = 0
    for _ in range(12):
        following = standing_of(built).until
        before = built.tree()
        for moment in (chance.uniform(instant, following), following - 0.001):
            expected, _ = clean_build(built, tmp_path / "clean", _iso(moment))
            assert expected == before
        check(built, tmp_path / "clean", _iso(following))
        changes += built.tree() != before
        instant = following
    assert changes > 4


def standing_of(site: SiteFolder) -> SoundBuild:
    """Return what the last build left for the next one."""
    state = State(str(site.root / ".sitegen/state.db"))
    try:
        return msgspec.msgpack.decode(state.meta("standing"), type=SoundBuild)
    finally:
        state.close()


def _iso(timestamp: float) -> str:
    return dt.datetime.fromtimestamp(timestamp, dt.UTC).isoformat(timespec="milliseconds")


@pytest.mark.slow
@pytest.mark.parametrize("seed", range(6))
def test_sequences_of_edits(built: SiteFolder, tmp_path: Path, seed: int) -> None:
    """By processes that know nothing of one another, and by one that keeps what it made."""
    chance = random.Random(seed)
    built.memory = BuildMemory() if seed % 2 else None
    names = list(EDITS)
    for _ in range(12):
        for name in chance.sample(names, chance.randint(1, 4)):
            EDITS[name](built)
        check(built, tmp_path / "clean", chance.choice(CLOCKS), is_aged=chance.random() < 0.7)


Mutant = Callable[[pytest.MonkeyPatch], None]

# Mutants: engine bugs that others have had. Each must be found by the
# edits above, or the edits are blind.


def digest_ids_only(patch: pytest.MonkeyPatch) -> None:
    patch.setattr(Index, "digest_of", lambda self, entry_id: entry_id.encode())


def forget(kind: str) -> Mutant:
    """Return the bug that questions of *kind* have one answer for ever."""

    def mutant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr(Questions, "_digest", _except(kind, Questions._digest))

    mutant.__name__ = f"forget_{kind}"
    return mutant


def _except(kind: str, real: Callable[..., bytes]) -> Callable[..., bytes]:
    def digest(self: Questions, question: object) -> bytes:
        return b"same" if question.kind == kind else real(self, question)  # type: ignore[attr-defined]

    return digest


def forget_definitions(patch: pytest.MonkeyPatch) -> None:
    _ignore_reason(patch, "definition")


def trust_the_output(patch: pytest.MonkeyPatch) -> None:
    _ignore_reason(patch, "output")


def _ignore_reason(patch: pytest.MonkeyPatch, kind: str) -> None:
    real = staleness.why_stale

    def why(page, trace, changed, stamp):  # type: ignore[no-untyped-def]
        reason = real(page, trace, changed, stamp)
        return None if reason is not None and reason.kind == kind else reason

    patch.setattr(staleness, "why_stale", why)


def never_remove(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("sitegen.engine.output.Output.remove", lambda self, paths: None)


def record_nothing_new(patch: pytest.MonkeyPatch) -> None:
    """Answers keep their first digest for ever."""
    patch.setattr(recording.Trace, "changed", lambda *_: set())


def forget_the_settings_of_documents(patch: pytest.MonkeyPatch) -> None:
    """The memo of a parsed document leaves out the settings that it was parsed with."""
    patch.setattr("sitegen.engine.stages.parse.encode", _encode_without_settings)


def _encode_without_settings(value: object) -> bytes:
    import msgspec

    from sitegen.sources.parse import ParseSettings

    return b"" if isinstance(value, ParseSettings) else msgspec.msgpack.encode(value)


def take_for_a_text(part: str) -> Mutant:
    """Return the bug that a change of *part* of the snapshot is taken for one of texts alone."""
    config, clock = SiteConfig(title="", url=""), Clock(dt.datetime.now(dt.UTC))
    nothing = Snapshot(config, clock, {}, {}, Theme({}, {}, {}), {})

    def metadata(snapshot: Snapshot, documents: Iterable[Document]) -> bytes:
        hidden = msgspec.structs.replace(snapshot, **{part: getattr(nothing, part)})
        return metadata_digest(hidden, documents)

    def mutant(patch: pytest.MonkeyPatch) -> None:
        patch.setattr("sitegen.engine.opening.metadata_digest", metadata)

    mutant.__name__ = f"take_{part}_for_a_text"
    return mutant


def take_titles_for_texts(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("sitegen.engine.opening.metadata_digest", lambda *_: b"same")


def forget_what_was_parsed(patch: pytest.MonkeyPatch) -> None:
    """Of the pipeline: the shorter way after an edit of a text knows it from the stamps."""
    patch.setattr("sitegen.engine.recalled.edits.suspects", lambda *_: None)
    patch.setattr("sitegen.engine.state.state.State.unsettled_documents", lambda self: set())


def take_all_edits_for_texts(patch: pytest.MonkeyPatch) -> None:
    """The short way after an edit of texts is gone after any edit of documents."""
    patch.setattr("sitegen.engine.recalled.edits._is_text_alone", lambda *_: True)


def forget_who_shows_a_text(patch: pytest.MonkeyPatch) -> None:
    patch.setattr("sitegen.engine.state.state.State.pages_asking", lambda *_: {})


def trust_old_inputs(patch: pytest.MonkeyPatch) -> None:
    """The way round the pipeline looks at the output alone."""
    patch.setattr("sitegen.engine.seen.SeenInputs.is_other", False)


def trust_the_old_output(patch: pytest.MonkeyPatch) -> None:
    """The way round the pipeline looks at the sources alone."""
    patch.setattr("sitegen.disk.looking.Look.is_as_kept", lambda *_: True)


def forget_what_a_shared_part_asked(patch: pytest.MonkeyPatch) -> None:
    real = Shared._value

    def value(self: Shared, site: Asking, *arguments: Any) -> Any:
        asked = dict(site.asked)
        result = real(self, site, *arguments)
        site.asked = asked
        return result

    patch.setattr(Shared, "_value", value)


def forget_the_options_of_the_sheet(patch: pytest.MonkeyPatch) -> None:
    """The fingerprint that pages link to is of the sheet's template alone."""
    patch.setattr(
        "sitegen.rendering.templates.closures.TemplateClosures.options",
        lambda self, name: frozenset(),
    )
    patch.setattr("sitegen.rendering.view.settings.OptionsView.option", _any_option)


def _any_option(self: Any, name: str) -> Any:
    return self._option(name)


def trust_old_plugins(patch: pytest.MonkeyPatch) -> None:
    """The way round the pipeline does not look at plugins."""
    patch.setattr("sitegen.engine.unchanged.watched_digest", lambda stamps: b"")
    patch.setattr("sitegen.engine.left.watched_digest", lambda stamps: b"")


def forget_the_filters_of_plugins(patch: pytest.MonkeyPatch) -> None:
    """A template's digest leaves out what the filters that it names do."""
    patch.setattr("sitegen.plugins.known.Plugins.naming", lambda self, words: [])


MUTANTS: dict[Mutant, str] = {
    trust_old_plugins: "a plugin's filter",
    forget_the_filters_of_plugins: "a plugin's filter",
    forget("plugin"): "a plugin's shortcode",
    forget("highest"): "a template's data",
    forget("seen_outside"): "what a plugin reads outside",
    take_for_a_text("plugins"): "a plugin's shortcode",
    digest_ids_only: "title",
    forget("template"): "parent template",
    forget("body"): "body of the same size",
    forget("setting"): "site's description",
    forget("option"): "an option",
    forget_the_options_of_the_sheet: "an option of the style sheet",
    forget("address"): "slug",
    forget("page_url"): "the address of what a line of the menu leads to",
    forget("upcoming"): "event's name",
    forget("coming_days"): "event's name",
    forget("occurrences"): "event's name",
    forget("reported"): "one date's change",
    forget("agenda_years"): "an event of another year",
    forget("holidays"): "holidays",
    forget("data"): "a template's data",
    forget("static"): "static file",
    forget("picture"): "images' sizes",
    forget("asset"): "a photograph",
    forget("guide"): "a guide's order",
    forget("translations"): "what is translated",
    forget_definitions: "alias",
    trust_the_output: "tampered output",
    never_remove: "a stray file",
    forget_what_a_shared_part_asked: "a shared part",
    take_all_edits_for_texts: "tags",
    forget_who_shows_a_text: "body of the same size",
    trust_old_inputs: "title",
    trust_the_old_output: "tampered output",
    record_nothing_new: "title",
    take_for_a_text("config"): "site's description",
    take_for_a_text("files"): "a photograph",
    take_for_a_text("data"): "a template's data",
    take_for_a_text("theme"): "parent template",
    take_for_a_text("static"): "static file",
    take_titles_for_texts: "title",
    forget_what_was_parsed: "body of the same size",
    forget_the_settings_of_documents: "typography",
}
"""Each planted bug with the edit that must find it."""


@pytest.mark.slow
@pytest.mark.parametrize("mutant", MUTANTS, ids=lambda mutant: mutant.__name__)
def test_an_edit_finds_a_planted_bug(
    built: SiteFolder,
    tmp_path: Path,
    monkeypatch: pytest.MonkeyPatch,
    mutant: Mutant,
) -> None:
    edit = EDITS[MUTANTS[mutant]]
    if mutant is forget_definitions:  # an alias is another page first, and then another target
        edit(built)
        edit = EDITS["slug"]
    with monkeypatch.context() as patch:
        mutant(patch)
        built.build(now=CLOCKS[0], clean=True)
        edit(built)
        built.build(now=CLOCKS[0])
    expected, _ = clean_build(built, tmp_path / "clean", CLOCKS[0])

    assert built.tree() != expected
