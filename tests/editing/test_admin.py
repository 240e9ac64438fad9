"""`sitegen admin`: the page as files of the content, for a repository on a host of code."""

import json
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.config import EditingConfig
from sitegen.editing import writing
from sitegen.editing.bundle import DIGEST, SCRIPT, SEAMS, files_for, members
from sitegen.editing.configuration import configuration as configuration_of
from sitegen.editing.configuration import hosted_backend, hosts_of
from tests.support import SiteFolder

ADMIN = "content/admin"
SITE = """\
-- site.yaml --
title: Le site
url: https://example.org/
language: fr
sections: {news: {title: Nouvelles}, conseil: {title: Le conseil secret}}
organisation: {name: Le site, contacts: {presse: {name: Ana}}}
editing: {service: gitlab, repository: a/hub, client_id: x1, workflow: true}
-- content/news/a.md --
---
title: Publique
date: 2026-02-10
tags: [ouvert]
---
Un texte.
-- content/news/b.md --
---
title: Sous embargo
date: 2026-02-10
embargo: 2099-01-01
tags: [plan secret]
event: {start: 2099-02-01, type: perquisition, location: Salle interdite}
---
Un texte.
-- content/conseil/_index.md --
---
title: Le conseil secret
access: bureau
---
-- content/_data/venues.yaml --
planque: {name: La planque}
"""


@pytest.fixture
def site(make_site: Callable[[str], SiteFolder], monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    made = make_site(SITE)
    monkeypatch.chdir(made.root)
    return made


def run(*arguments: str) -> tuple[int, str]:
    result = CliRunner().invoke(cli, ["admin", *arguments], catch_exceptions=False)
    return result.exit_code, result.output


def configuration(site: SiteFolder) -> Any:
    return json.loads((site.root / ADMIN / "configuration.json").read_text(encoding="utf-8"))


def stamps(site: SiteFolder) -> Iterator[tuple[Path, int]]:
    for path in sorted((site.root / ADMIN).rglob("*")):
        yield path, path.stat().st_mtime_ns


@pytest.mark.slow
def test_the_page_is_written_once_and_after_what_changes_it(site: SiteFolder) -> None:
    assert run("--check")[0] == 1
    assert not (site.root / ADMIN).exists()
    said = run()
    before = list(stamps(site))
    files = [path for path, _ in before if path.is_file() and path.name != writing.MADE_FROM]
    assert said == (0, f"content/admin: {len(files)} files written\n")

    assert run() == (0, "content/admin: nothing to do.\n")
    assert run("--check") == (0, "content/admin: nothing to do.\n")
    assert list(stamps(site)) == before

    site.replace("content/news/a.md", "[ouvert]", "[ouvert, forum]")
    assert run() == (0, "content/admin: 1 file written\n")
    assert configuration(site)["suggestions"]["tags"] == ["forum", "ouvert"]

    site.replace("site.yaml", "language: fr", "language: de")
    run()
    assert [path.name for path in (site.root / ADMIN / "cms/locales").iterdir()] == ["de.js"]


@pytest.mark.slow
def test_forms_are_made_where_an_answer_that_they_are_made_from_is_another(
    site: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """And what stands is then what is made from nothing."""
    made: list[str] = []
    monkeypatch.setattr(
        writing, "configuration", lambda answers: made.append("") or configuration_of(answers)
    )

    def is_made(path: str, before: str, after: str) -> bool:
        site.replace(path, before, after)
        made.clear()
        run()
        return made != []

    run()
    text, settings = "content/news/a.md", "site.yaml"
    same = [
        ("content/news/a.md", "Un texte", "Un autre texte"),
        (text, "title: Publique", "title: Ouverte"),
        ("content/news/b.md", "plan secret", "autre plan secret"),
        (settings, "name: Ana", "name: Léa"),
    ]
    others = [
        (text, "[ouvert]", "[ouvert, forum]"),
        (settings, "title: Nouvelles", "title: Actualités"),
        (settings, "title: Le site", "title: Le hub"),
        (settings, "workflow: true", "workflow: false"),
        (settings, "{presse:", "{radio:"),
        ("content/news/b.md", "embargo: 2099", "embargo: 2019"),
    ]
    for edit in same:
        assert not is_made(*edit), edit
    for edit in others:
        assert is_made(*edit), edit
        stands = configuration(site)
        (site.root / ADMIN / writing.MADE_FROM).unlink()
        run()
        assert configuration(site) == stands
    assert is_made(f"{ADMIN}/configuration.json", "ouvert", "altéré")  # by hand
    assert "altéré" not in (site.root / ADMIN / "configuration.json").read_text(encoding="utf-8")
    site.build()
    assert not list(site.output.rglob(".*made*"))


def test_it_holds_nothing_that_the_public_does_not_know(site: SiteFolder) -> None:
    run()

    text = (site.root / ADMIN / "configuration.json").read_text(encoding="utf-8")

    assert "ouvert" in text
    for secret in ("plan secret", "perquisition", "interdite", "planque", "conseil"):
        assert secret not in text, secret


def test_what_is_said_of_a_field_names_others_as_the_form_does(site: SiteFolder) -> None:
    run()

    text = (site.root / ADMIN / "configuration.json").read_text(encoding="utf-8")

    assert "Une heure seule est celle du jour de «\u202fDébut\u202f», ou de la nuit" in text
    assert "celle du jour de start" not in text


def test_the_form_of_a_text_speaks_of_no_file_and_of_no_key_as_it_is_written(
    site: SiteFolder,
) -> None:
    run()

    made = json.loads((site.root / ADMIN / "configuration.json").read_text(encoding="utf-8"))
    blocks = [field for block in made["components"] for field in block["fields"]]
    entries = made["editor"]["collections"][0]["fields"]
    told = [field.get("hint", "") for field in (*blocks, *entries)]
    signs = ("_data/", "``", "name, ", "2027-", '""')
    assert [text for text in told if any(sign in text for sign in signs)] == []
    raw = ("file", "align", "speaker", "venue", "limit", "tag", "pages", "captions", "decorative")
    assert [field["label"] for field in blocks if field["label"] in raw] == []
    assert [field["name"] for field in blocks if "hint" not in field] == ["content", "content"]
    event = next(field for field in entries if field["name"] == "event")["types"][0]["fields"]
    first = [field["name"] for field in event[:7]]
    assert first == [
        "start",
        "end",
        "location",
        "online",
        "registration",
        "status",
        "previous_start",
    ]


def test_files_of_others_in_its_folder_are_left_alone(site: SiteFolder) -> None:
    site.write(f"{ADMIN}/index.md", "---\ntitle: À moi\n---\n")

    code, said = run()

    assert code == 2
    assert "index.md" in said
    assert [path.name for path in (site.root / ADMIN).iterdir()] == ["index.md"]


def test_the_built_site_has_the_page_and_check_has_nothing_to_say(site: SiteFolder) -> None:
    run()

    report = site.build()

    page = (site.output / "admin/index.html").read_text(encoding="utf-8")
    assert "connect-src &#x27;self&#x27; blob: data: https://gitlab.com;" in page
    assert (site.output / "admin/cms/npm/index.js").stat().st_size > 1_000_000
    assert "/admin/" not in (site.output / "sitemap.xml").read_text(encoding="utf-8")
    assert [diagnostic for diagnostic in report.diagnostics if "admin" in diagnostic.path] == []
    assert [diagnostic for diagnostic in site.check() if "admin" in diagnostic.path] == []


@pytest.mark.parametrize(
    ("written", "backend", "hosts"),
    [
        (
            {"service": "github"},
            {"name": "github", "auth_methods": ["token"]},
            ["https://api.github.com", "https://github.com"],
        ),
        (
            {"service": "github", "client_id": "x", "sign_in": "https://auth.example.org"},
            {
                "name": "github",
                "base_url": "https://auth.example.org",
                "app_id": "x",
                "auth_methods": ["oauth", "token"],
            },
            ["https://api.github.com", "https://github.com", "https://auth.example.org"],
        ),
        (
            {"service": "gitlab", "client_id": "x", "url": "https://git.example.org"},
            {
                "name": "gitlab",
                "api_root": "https://git.example.org/api/v4",
                "base_url": "https://git.example.org",
                "app_id": "x",
                "auth_type": "pkce",
                "auth_methods": ["oauth", "token"],
            },
            ["https://git.example.org"],
        ),
        (
            {"service": "forgejo", "url": "https://codeberg.org"},
            {
                "name": "gitea",
                "api_root": "https://codeberg.org/api/v1",
                "base_url": "https://codeberg.org",
                "auth_methods": ["token"],
            },
            ["https://codeberg.org"],
        ),
    ],
)
def test_each_service_is_asked_at_its_own_address(
    written: dict[str, str], backend: dict[str, Any], hosts: list[str]
) -> None:
    config = EditingConfig(repository="a/hub", **written)  # type: ignore[arg-type]

    assert hosted_backend(config) == {"repo": "a/hub", "branch": "main", **backend}
    assert hosts_of(config) == hosts


def test_the_editor_is_as_its_authors_made_it_but_for_its_seams() -> None:
    script = files_for("fr")[SCRIPT]
    for before, after in SEAMS:
        assert script.count(after) == 1
        script = script.replace(after, before)

    assert script == members()[SCRIPT]


def test_the_editor_is_the_one_that_was_vendored_with_its_licences() -> None:
    files = members()

    assert len(DIGEST) == 64
    assert b"MIT License" in files["LICENSES.txt"]
    assert {name.rpartition("/")[2] for name in files if name.endswith(".LICENSE.txt")} == {
        f"{font}.LICENSE.txt"
        for font in ("material-symbols-outlined", "noto-mono", "source-sans-3")
    }
