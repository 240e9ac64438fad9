"""`sitegen fetch` on the command line: a line for each source, and what is wrong with it."""

import os

import pytest
from click.testing import CliRunner, Result

from sitegen.commands.fetch import _line, command
from sitegen.engine.lock import BuildLock
from sitegen.fetching.outcome import Outcome
from tests.fetching.partners import settings, source
from tests.support import SiteFolder


def run(site: SiteFolder, *arguments: str) -> Result:
    before = os.getcwd()
    os.chdir(site.root)
    try:
        return CliRunner().invoke(command, arguments)
    finally:
        os.chdir(before)


def test_private_networks_are_refused(site: SiteFolder) -> None:
    """As the command asks: no test's resolver stands between."""
    site.write(
        "site.yaml",
        settings(
            ici=source("http://127.0.0.1:1/a.ics"), nuage=source("http://169.254.169.254/latest/")
        ),
    )

    result = run(site)
    strict = run(site, "--strict", "ici")

    assert result.stdout.splitlines() == ["ici: gave nothing", "nuage: gave nothing"]
    assert result.stderr.count("its address is one of a private network") == 2
    assert "site.yaml:4:3: warning:" in result.stderr
    assert (result.exit_code, strict.exit_code) == (0, 1)
    assert strict.stdout.splitlines() == ["ici: gave nothing"]


def test_a_site_without_sources_says_how_to_name_one(site: SiteFolder) -> None:
    site.write("site.yaml", "title: Hub\nurl: https://hub.example.org/\n")

    result = run(site)

    assert result.stdout == "No sources: name some under `sources:` in site.yaml.\n"
    assert result.exit_code == 0


def test_two_fetches_at_once_are_told(site: SiteFolder) -> None:
    site.write("site.yaml", settings(ici=source("http://127.0.0.1:1/a.ics")))

    with BuildLock(str(site.root / ".sitegen/fetching")):
        result = run(site)

    assert "[SG505]" in result.stderr
    assert result.exit_code == 2


def test_an_extra_that_is_missing_is_told(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    site.write("site.yaml", settings(ici=source("http://127.0.0.1:1/a.ics")))
    monkeypatch.setattr("sitegen.commands.fetch._NEEDED", ("no_such_module",))

    result = run(site)

    assert "sitegen-hub[fetch]" in result.stderr
    assert result.exit_code == 2


def test_a_line_says_what_came_of_how_many() -> None:
    came = Outcome(key="amf", said=9, taken=3, new=2, changed=1, withdrawn=1, edited=1)

    assert _line(came) == "2 new, 1 changed, 1 withdrawn, 1 edited here, 3 of 9 taken"
    assert _line(Outcome(key="amf", said=9, taken=3)) == "nothing new"
