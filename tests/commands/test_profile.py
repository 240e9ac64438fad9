"""`sitegen build --profile`: where the time went. The pages are the same with it and without."""

import json
from collections.abc import Callable

import pytest

from sitegen.engine.build import build
from sitegen.engine.options import BuildOptions
from sitegen.engine.timing.stopwatch import Stopwatch
from sitegen.engine.workers import pool as workers
from sitegen.report.profile import profile_lines
from tests.commands.support import CommandLine, command_line
from tests.engine.small_site import SMALL
from tests.support import NOW, SiteFolder, _moment

__all__ = ["command_line"]

CHILD = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/a.md --
---
title: A
date: 2026-01-01
---
Texte.
-- themes/association/templates/article.html --
{% extends "parent:article.html" %}
{% block content %}<p>{{ super()|length > 9 }}</p>{% include "parts/mine.html" %}{% endblock %}
-- themes/association/templates/parts/mine.html --
<b>mine</b>
"""


def options(site: SiteFolder, jobs: int = 1) -> BuildOptions:
    return BuildOptions(
        root=str(site.root), output=str(site.output), now=_moment(NOW), jobs=jobs, is_clean=True
    )


@pytest.mark.parametrize("jobs", [1, 2], ids=["one process", "two processes"])
def test_a_build_that_is_timed_makes_the_same_pages(
    make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch, jobs: int
) -> None:
    monkeypatch.setattr(workers, "CHUNK", 4)
    site = make_site(SMALL)
    site.build(jobs=1)
    expected = site.tree()
    monkeypatch.setattr(workers, "FEWEST", 1)
    watch = Stopwatch(times_pages=True)

    report = build(options(site, jobs), watch=watch)

    assert site.tree() == expected
    rendered = [stage.done for stage in watch.stages if stage.stage == "render"]
    assert [len(watch.pages)] == rendered
    assert {page.path for page in watch.pages} <= set(report.rendered)
    assert 1 <= watch.processes <= jobs
    assert sum(stage.seconds for stage in watch.stages) == pytest.approx(watch.seconds)
    assert watch.templates["article.html"].renders == sum(
        page.template == "article.html" for page in watch.pages
    )
    assert all(0 <= template.own <= template.total for template in watch.templates.values())


def test_blocks_count_for_the_template_that_writes_them(
    make_site: Callable[[str], SiteFolder],
) -> None:
    """`super()` in a block works while it is timed, and an included template counts alone."""
    site = make_site(CHILD)
    watch = Stopwatch(times_pages=True)

    build(options(site), watch=watch)

    assert "<p>True</p><b>mine</b>" in site.page("news/a/index.html")
    assert watch.templates["parts/mine.html"].renders == 1
    (page,) = [page for page in watch.pages if page.path == "news/a/index.html"]
    assert page.template == "article.html"
    assert page.seconds >= watch.templates["parts/mine.html"].total


def test_a_build_that_is_not_timed_notes_stages_alone(site: SiteFolder) -> None:
    watch = Stopwatch()

    build(options(site), watch=watch)

    assert watch.stages
    assert (watch.pages, watch.templates) == ([], {})


def test_the_tables_name_stages_pages_and_templates(
    command_line: CommandLine, site: SiteFolder, capsys: pytest.CaptureFixture[str]
) -> None:
    command_line.go_to(site.root)

    assert command_line.run("build", "--profile", "--jobs", "1") == 0

    shown = capsys.readouterr().out
    closing, _, tables = shown.partition("\n\n")
    assert "pages written" in closing
    assert tables.startswith("Stages:\n")
    assert "pages rendered: " in tables
    assert "news/a/index.html  (article.html)" in tables
    assert "×  base.html" in tables


def test_programs_get_all_times_as_json(command_line: CommandLine, site: SiteFolder) -> None:
    command_line.go_to(site.root)

    assert command_line.run("build", "-q", "--jobs", "1", "--profile-json", "times.json") == 0

    times = json.loads((site.root / "times.json").read_bytes())
    parts = {"seconds", "stages", "processes", "writing", "pages", "templates", "plugins"}
    assert set(times) == parts
    assert {"path", "kind", "template", "seconds"} == set(times["pages"][0])
    assert times["pages"] == sorted(times["pages"], key=lambda page: -page["seconds"])
    assert command_line.run("build", "-q", "--profile-json", "absent/times.json") == 1


def test_a_build_with_nothing_to_do_has_little_to_tell(site: SiteFolder) -> None:
    site.age()
    site.build()
    watch = Stopwatch(times_pages=True)

    build(BuildOptions(root=str(site.root), output=str(site.output), now=_moment(NOW)), watch=watch)

    assert [stage.stage for stage in watch.stages] == ["scan"]
    assert len(profile_lines(watch)) == 2
