"""Hooks beside pages: checks, what follows a build, importers, sources, targets."""

import json
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest

from sitegen.config import SourceConfig, SourceTarget
from sitegen.engine.after_build import follow_build
from sitegen.engine.options import BuildOptions
from sitegen.fetching import reading
from sitegen.plugins.known import plugins_of
from tests.support import NOW, SiteFolder, _moment

SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
plugins: [./plugins/tools.py]
deploy: {ici: {to: "carton://place"}}
-- content/about.md --
---
title: About
---
Un truc.
-- plugins/tools.py --
'''What the tests need.'''
import json, os

from sitegen.deploying.targets.folder import FolderTarget
from sitegen.fetching.announcements import Announcement, Told
from sitegen.importing.former import FormerSite
from sitegen.importing.source import FormerSource
from sitegen.plugins import Finding, Plugin

plugin = Plugin()


@plugin.check
def vague_words(text):
    for passage in text.passages:
        if "truc" in passage.words:
            at = passage.at(passage.words.index("truc"))
            yield Finding("« truc » ne dit rien", "Nommez la chose.", *at)


@plugin.after_build
def note(built):
    with open(os.path.join(built.root, "told.json"), "w") as file:
        json.dump([built.url, len(built.written) > 5, list(built.removed)], file)


@plugin.source
def boards(raw, url, zone):
    if raw[:6] != b"BOARD:":
        return None
    title = raw[6:].decode().strip()
    one = Announcement(id=title, link=url, title=title)
    return Told(name="Tableau", language="fr", announcements=(one,), left_out={}, is_window=True)


@plugin.importer("carnet")
class Notebook(FormerSource):
    @classmethod
    def recognises(cls, material):
        return False

    def site(self):
        return FormerSite(title="Le carnet")

    def texts(self):
        return iter(())


@plugin.target("carton")
class Box(FolderTarget):
    def __init__(self, place, root):
        super().__init__(place._replace(path="box"), root)
"""


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder]) -> SiteFolder:
    return make_site(SITE)


def run(site: SiteFolder, *arguments: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "sitegen", *arguments]
    return subprocess.run(command, cwd=site.root, capture_output=True, text=True, check=False)


def test_a_check_tells_its_findings_at_their_lines(site: SiteFolder) -> None:
    site.build()

    findings = [diagnostic for diagnostic in site.check() if diagnostic.code == "plugin-finding"]

    assert [
        (finding.path, finding.line, finding.column, finding.values["plugin"])
        for finding in findings
    ] == [("content/about.md", 4, 4, "tools")]


@pytest.mark.parametrize(
    ("finding", "code", "line"),
    [
        ("'m', line=-3, column=-1", "plugin-finding", 0),
        ("'m', line='3'", "plugin-returned", 13),
        ("None", "plugin-returned", 13),
    ],
)
def test_a_finding_is_a_sentence_at_a_line(
    site: SiteFolder, finding: str, code: str, line: int
) -> None:
    site.replace(
        "plugins/tools.py", "    for passage", f"    yield Finding({finding})\n    for passage"
    )
    site.build()

    findings = [diagnostic for diagnostic in site.check() if diagnostic.code.startswith("plugin-")]

    assert (findings[0].code, findings[0].line, findings[0].column) == (code, line, 0)


def test_a_check_that_fails_is_told_once(site: SiteFolder) -> None:
    site.write("content/more.md", "---\ntitle: More\n---\nDeux.\n")
    site.replace("plugins/tools.py", "    for passage", "    raise ValueError\n    for passage")
    site.build()

    told = [diagnostic for diagnostic in site.check() if diagnostic.path == "plugins/tools.py"]

    assert [diagnostic.code for diagnostic in told] == ["plugin-failed-at"]


def test_what_follows_a_build_is_told_what_it_did_and_only_if_it_did(site: SiteFolder) -> None:
    options = BuildOptions(root=str(site.root), output=str(site.output), now=_moment(NOW))
    report = site.build()

    assert follow_build(options, report) == []
    told = json.loads((site.root / "told.json").read_text())
    assert told == ["https://hub.example.org/", True, []]

    site.remove("told.json")
    assert follow_build(options, site.build()) == []
    assert not (site.root / "told.json").exists()


def test_what_fails_after_a_build_is_a_warning(site: SiteFolder) -> None:
    site.replace(
        "plugins/tools.py", "    with open(os", "    raise OSError('plein')\n    with open(os"
    )
    options = BuildOptions(root=str(site.root), output=str(site.output), now=_moment(NOW))

    told = follow_build(options, site.build())

    assert [diagnostic.code for diagnostic in told] == ["plugin-after-build"]


def test_sources_read_what_sitegen_does_not_know(site: SiteFolder) -> None:
    plugins = plugins_of(site.build().plugins)
    source = SourceConfig(url="https://example.org/board", into=SourceTarget(section="news"))
    hooks = [
        loaded.hook(function)
        for loaded, plugin in plugins.at_work
        for function in plugin.sources.values()
    ]
    reading.OTHERS[:] = hooks
    try:
        told = reading.read(b"BOARD: La fete", "https://example.org/", source, "Europe/Paris", "fr")
        with pytest.raises(reading.UnreadableError):
            reading.read(b"other", "https://example.org/", source, "Europe/Paris", "fr")
    finally:
        reading.OTHERS.clear()

    assert [announcement.title for announcement in told.announcements] == ["La fete"]


@pytest.mark.slow
def test_importers_and_targets_are_those_of_the_site_at_hand(
    site: SiteFolder, tmp_path: Path
) -> None:
    (tmp_path / "old").mkdir()

    moved = run(site, "import", "carnet", str(tmp_path / "old"), str(tmp_path / "new"))
    sent = run(site, "deploy")

    assert moved.returncode == 0, moved.stderr
    assert "Le carnet" in (tmp_path / "new/site.yaml").read_text(encoding="utf-8")
    assert sent.returncode == 0, sent.stderr
    assert (site.root / "box/index.html").is_file()

    site.replace("plugins/tools.py", 'path="box"', "path=1 / 0")
    failed = run(site, "deploy")
    assert failed.returncode == 1
    assert "plugins/tools.py" in failed.stderr
    assert "ZeroDivisionError" in failed.stderr
