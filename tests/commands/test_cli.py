"""The command line as its user sees it."""

import json
import os
import subprocess
import sys
from collections.abc import Callable

import jsonschema
import pytest

from tests.support import SiteFolder

pytestmark = pytest.mark.slow


def sitegen(
    site: SiteFolder, *arguments: str, **environment: str
) -> subprocess.CompletedProcess[str]:
    environ = {name: value for name, value in os.environ.items() if name != "SOURCE_DATE_EPOCH"}
    return subprocess.run(
        [sys.executable, "-m", "sitegen", *arguments],
        cwd=site.root,
        env={**environ, "PYTHONUTF8": "1", **environment},
        capture_output=True,
        text=True,
        check=False,
        timeout=60,
    )


def test_a_build_ends_with_one_line_of_what_was_done(site: SiteFolder) -> None:
    first = sitegen(site, "build")
    second = sitegen(site, "build")

    assert (first.returncode, second.returncode) == (0, 0)
    assert first.stdout.count("\n") == 1
    assert " pages written, 0 unchanged, 0 removed in " in first.stdout
    assert second.stdout.startswith("0 pages written, ")


def test_errors_go_to_standard_error_with_place_and_mend_and_exit_code_1(site: SiteFolder) -> None:
    site.write("content/news/b.md", "---\ntitle: B\nsumary: x\n---\n")

    result = sitegen(site, "build")

    assert result.returncode == 1
    assert result.stderr == (
        "content/news/b.md:3:1: error: unknown key `sumary` [SG031]\n"
        "    Did you mean `summary`? What your site needs beyond the known keys goes under"
        " `extra:`.\n"
        "Not published: content/news/b.md\n"
    )
    assert ", 1 error in " in result.stdout


def test_warnings_pass_unless_the_build_is_strict(site: SiteFolder) -> None:
    site.write("content/news/b.md", "---\ntitle: B\ndraft: true\n---\n")
    site.append("content/news/a.md", "[b](b.md)\n")

    assert sitegen(site, "build").returncode == 0
    strict = sitegen(site, "build", "--strict")
    assert strict.returncode == 1
    assert "warning: `news/b.md` is not public" in strict.stderr


@pytest.mark.parametrize(
    ("arguments", "message"),
    [
        (("bild",), "Did you mean 'build'?"),
        (("build", "--jobs", "x"), "--jobs"),
        (("build", "--now", "hier"), "`hier` is no instant [SG094]"),
        (("build", "--output", "content"), "would mix with what you wrote [SG091]"),
    ],
)
def test_wrong_usage_is_exit_code_2(
    site: SiteFolder, arguments: tuple[str, ...], message: str
) -> None:
    result = sitegen(site, *arguments)

    assert result.returncode == 2
    assert message in result.stderr
    assert "Traceback" not in result.stderr


def test_outside_a_site_the_message_says_what_to_do(tmp_path: os.PathLike[str]) -> None:
    result = subprocess.run(
        [sys.executable, "-m", "sitegen", "build"], cwd=tmp_path, capture_output=True, text=True
    )

    assert result.returncode == 2
    assert "no site.yaml" in result.stderr
    assert "sitegen init" in result.stderr


def test_quiet_says_nothing_when_all_is_well(site: SiteFolder) -> None:
    result = sitegen(site, "build", "--quiet")

    assert (result.returncode, result.stdout, result.stderr) == (0, "", "")


def test_a_dry_run_names_pages_and_reasons(site: SiteFolder) -> None:
    result = sitegen(site, "build", "--dry-run")

    assert "news/a/index.html: not built before" in result.stdout
    assert not site.has("index.html")


def test_explain_says_what_a_page_asked_and_what_makes_it_stale(site: SiteFolder) -> None:
    sitegen(site, "build")
    site.replace("content/news/a.md", "Premier article", "Autre titre")

    page = sitegen(site, "explain", "/news/a/")
    all_pages = sitegen(site, "explain", "--fan-out", "-n", "3")
    nothing = sitegen(site, "explain")
    wrong = sitegen(site, "explain", "/news/b/")

    assert page.returncode == 0
    lines = page.stdout.splitlines()
    assert lines[:2] == [
        "news/a/index.html (article, of news/a.md)",
        "Last rendered when it was new.",
    ]
    assert "* title, dates or other keys of news/a.md [entry:news/a.md]" in lines
    assert lines[-1].startswith("The next build renders it: ")
    assert len(all_pages.stdout.splitlines()) == 4
    assert nothing.returncode == 2
    assert wrong.returncode == 2
    assert "Did you mean /news/a/?" in wrong.stderr


def test_the_schema_of_a_site_has_its_themes_options(site: SiteFolder) -> None:
    schema = json.loads(sitegen(site, "schema", "site").stdout)

    jsonschema.Draft7Validator.check_schema(schema)
    options = jsonschema.Draft7Validator(schema["properties"]["theme_options"])
    assert options.is_valid({"accent": "#c2185b", "home_blocks": ["tags"], "dark_mode": False})
    assert options.is_valid({"tagline": 2027, "home_articles": None})
    assert not options.is_valid({"acent": "#c2185b"})
    assert not options.is_valid({"home_layout": "plian"})
    assert not options.is_valid({"home_articles": 0})


def test_the_schema_is_json_for_each_kind_of_file(site: SiteFolder) -> None:
    for kind, key in (("article", "event"), ("section", "per_page"), ("site", "menus")):
        result = sitegen(site, "schema", kind)

        assert result.returncode == 0
        assert key in json.loads(result.stdout)["properties"]
    assert sitegen(site, "schema", "page").returncode == 2


def test_the_clock_is_an_option_or_the_environments(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(
        "-- site.yaml --\ntitle: Hub\nurl: https://hub.example.org/\n"
        "-- content/news/a.md --\n---\ntitle: A\ndate: 2030-01-01\n---\n"
    )

    sitegen(site, "build", SOURCE_DATE_EPOCH="1893452399")
    assert not site.has("news/a/index.html")
    sitegen(site, "build", SOURCE_DATE_EPOCH="1893456000")
    assert site.has("news/a/index.html")
    sitegen(site, "build", "--now", "2029-12-31")
    assert not site.has("news/a/index.html")


def test_the_base_url_moves_every_address(site: SiteFolder) -> None:
    sitegen(site, "build", "--base-url", "https://preview.example.org/pr/7/")

    page = site.page("index.html")
    assert 'href="/pr/7/news/a/"' in page
    assert "https://preview.example.org/pr/7/" in page
    assert "hub.example.org" not in page


def test_clean_removes_what_is_ours_and_nothing_else(site: SiteFolder) -> None:
    sitegen(site, "build")

    first = sitegen(site, "clean")
    second = sitegen(site, "clean")

    assert first.stdout == "Removed output and .sitegen.\n"
    assert second.stdout == "There was nothing to remove.\n"
    assert sorted(path.name for path in site.root.iterdir()) == ["content", "site.yaml"]


def test_clean_refuses_an_output_that_is_somebody_elses(site: SiteFolder) -> None:
    site.write("output/thesis.txt", "years of work")

    result = sitegen(site, "clean")

    assert result.returncode == 2
    assert site.page("thesis.txt") == "years of work"


def test_the_output_does_not_depend_on_locale_zone_or_hash_seed(site: SiteFolder) -> None:
    trees = []
    for environment in (
        {"PYTHONHASHSEED": "1", "TZ": "Pacific/Auckland", "LC_ALL": "C", "PYTHONUTF8": "0"},
        {"PYTHONHASHSEED": "2", "TZ": "America/Guadeloupe", "LC_ALL": "C.UTF-8"},
    ):
        result = sitegen(site, "build", "--clean", "--now", "2026-11-22", **environment)
        assert result.returncode == 0, result.stderr
        trees.append(site.tree())
        sitegen(site, "clean")

    assert trees[0] == trees[1]


@pytest.mark.parametrize(
    ("environment", "told"),
    [
        ({"LANG": "C.UTF-8", "LANGUAGE": "fr"}, ["Usage", "No such option", "Error"]),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": ""}, ["Utilisation", "n’existe pas", "Erreur"]),
    ],
)
def test_all_that_is_said_is_in_one_language(
    site: SiteFolder, environment: dict[str, str], told: list[str]
) -> None:
    """The words of the library that reads the command line are its own."""
    result = sitegen(site, "check", "--frobnicate", LC_ALL="", LC_MESSAGES="", **environment)

    assert [line for line in told if line not in result.stderr] == []


def test_a_second_build_of_the_same_site_says_so(site: SiteFolder) -> None:
    from sitegen.engine.lock import BuildLock

    with BuildLock(str(site.root / ".sitegen/lock")):
        result = sitegen(site, "build")

    assert result.returncode == 2
    assert "another build of this site is running [SG092]" in result.stderr


def test_a_wrong_address_of_a_cluster_is_one_clear_error(site: SiteFolder) -> None:
    result = sitegen(site, "build", "--executor", "nowhere")

    assert result.returncode == 2
    assert result.stderr.startswith(
        "error: `--executor nowhere` is no address of a cluster [SG097]"
    )


def test_the_version_and_the_help_answer(site: SiteFolder) -> None:
    assert sitegen(site, "--version").stdout.startswith("sitegen 0.")
    text = sitegen(site, "--help").stdout
    assert "Examples:" in text
    assert "build  " in text


NEXT_SITE = """
-- site.yaml --
title: Hub
url: https://hub.example.org/
-- content/news/a.md --
---
title: Annonce
date: 2026-01-01
event: {id: bal, name: Bal, start: 2026-12-24 18:00, end: 2026-12-24 23:00}
---
Texte.
"""


def test_next_says_when_the_site_changes_by_itself(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(NEXT_SITE)

    result = sitegen(site, "next", "--now", "2026-11-22", "-n", "2")

    assert result.returncode == 0
    assert result.stdout == (
        "2026-12-01 00:00  a new month in the agenda\n2026-12-24 18:00  Bal: begins\n"
    )


def test_next_tells_programs_in_json(make_site: Callable[[str], SiteFolder]) -> None:
    site = make_site(NEXT_SITE)

    result = sitegen(site, "next", "--json", "--now", "2026-12-24", "-n", "1")

    (row,) = json.loads(result.stdout)
    assert row["at"] == "2026-12-24T18:00:00+01:00"
    assert row["timestamp"] == 1798131600
    assert row["changes"] == [{"kind": "begins", "id": "bal", "title": "Bal"}]
