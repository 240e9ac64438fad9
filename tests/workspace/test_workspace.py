"""Several sites that share a theme and data: each is built as if it stood alone, and knows more."""

import os
import shutil
from collections.abc import Callable
from pathlib import Path

import pytest
from click.testing import CliRunner, Result

from sitegen.cli import cli
from sitegen.disk.workspace import workspace_of
from tests.support import NOW, SiteFolder

pytestmark = pytest.mark.slow

SITE = """
-- workspace.yaml --
sites: [sites/*]
-- _data/venues.yaml --
maison: {name: Maison commune, city: Tours}
-- _data/authors.yaml --
ada: {name: Ada Vasselin}
-- _data/figures.yaml --
members: 400
-- themes/hub/theme.yaml --
extends: association
-- themes/hub/templates/parts/footer.html --
<footer>Pied commun {{ site.data("figures").members }}</footer>
-- themes/hub/static/assets/shared.txt --
commun
-- sites/a/site.yaml --
title: A
url: https://a.example.org/
theme: hub
search: false
-- sites/a/content/news/2026-01-02-x.md --
---
title: Forum
date: 2026-01-02
author: ada
event: {start: 2026-12-24 18:00, location: maison}
---
Texte.
-- sites/b/site.yaml --
title: B
url: https://b.example.org/
theme: hub
search: false
-- sites/b/content/news/2026-01-03-y.md --
---
title: Autre
---
Texte.
"""
PAGE = "news/x/index.html"


@pytest.fixture
def workspace(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> SiteFolder:
    made = SiteFolder(tmp_path / "work")
    made.lay_out(SITE)
    monkeypatch.chdir(made.root)
    monkeypatch.setenv("SOURCE_DATE_EPOCH", "1795345200")
    return made


def site(workspace: SiteFolder, name: str = "a") -> SiteFolder:
    return SiteFolder(workspace.root / "sites" / name)


def age(workspace: SiteFolder) -> None:
    """Make every source older, as of sites that were left alone."""
    for path in workspace.root.rglob("*"):
        if path.is_file() and not {"output", ".sitegen"} & set(path.parts):
            status = path.stat()
            os.utime(path, ns=(status.st_atime_ns, status.st_mtime_ns - 10_000_000_000))


def build_all(*arguments: str) -> Result:
    return CliRunner().invoke(cli, ["build", "--all", *arguments])


def test_a_site_takes_what_it_lacks_from_its_workspace(workspace: SiteFolder) -> None:
    member = site(workspace)

    assert member.build().diagnostics == []
    page = member.page(PAGE)
    assert "Pied commun 400" in page
    assert "Maison commune" in page
    assert "Ada Vasselin" in page
    assert (member.output / "assets/shared.txt").read_text() == "commun\n"


def test_what_a_site_has_itself_comes_first(workspace: SiteFolder) -> None:
    member = site(workspace)
    member.write("content/_data/venues.yaml", "salle: {name: Salle des fêtes, city: Blois}\n")
    member.write("content/_data/authors.yaml", "ada: {name: Ada L.}\n")
    member.write("content/_data/figures.yaml", "members: 7\n")
    member.write("themes/hub/static/assets/shared.txt", "propre\n")

    assert member.build().diagnostics == []
    page = member.page(PAGE)
    assert "Maison commune" in page  # venues stand side by side
    assert "Ada L." in page
    assert "Pied commun 7" in page
    assert (member.output / "assets/shared.txt").read_text() == "propre\n"


EDITS: dict[str, Callable[[SiteFolder], None]] = {
    "a shared venue": lambda w: w.replace("_data/venues.yaml", "Maison commune", "Halle"),
    "a shared author": lambda w: w.replace("_data/authors.yaml", "Ada", "Eve"),
    "shared data of templates": lambda w: w.replace("_data/figures.yaml", "400", "401"),
    "a shared template": lambda w: w.replace(
        "themes/hub/templates/parts/footer.html", "Pied commun", "Pied"
    ),
    "a shared file": lambda w: w.write("themes/hub/static/assets/shared.txt", "autre"),
    "a shared option": lambda w: w.append(
        "themes/hub/theme.yaml", "options: {tagline: {default: Une ligne}}\n"
    ),
    "a site's own over the shared": lambda w: w.write(
        "sites/a/content/_data/figures.yaml", "members: 7\n"
    ),
    "shared data that goes": lambda w: w.remove("_data/authors.yaml"),
    "shared data that comes": lambda w: w.write("_data/organisations.yaml", "amf: {name: AMF}\n"),
}


@pytest.mark.parametrize("name", EDITS)
def test_what_is_shared_is_an_input_like_any_other(
    workspace: SiteFolder, tmp_path: Path, name: str
) -> None:
    member = site(workspace)
    age(workspace)
    member.build()
    assert member.build().rendered == {}
    EDITS[name](workspace)
    age(workspace)
    report = member.build()
    shutil.copytree(
        workspace.root, tmp_path / "clean", ignore=shutil.ignore_patterns("output", ".sitegen")
    )
    clean = site(SiteFolder(tmp_path / "clean"))
    expected = clean.build()

    assert report.diagnostics == expected.diagnostics
    assert member.tree() == clean.tree()
    assert member.build().rendered == {}


@pytest.mark.parametrize(
    ("path", "text", "code"),
    [
        ("_data/venues.yaml", "maison: [\n", "SG"),
        ("themes/hub/templates/parts/footer.html", "{{ nope( }}", "SG081"),
        ("themes/hub/locales/fr.po", 'msgid "x"\nmgstr "y"\n', "SG615"),
    ],
)
def test_a_mistake_in_what_is_shared_is_told_once_and_loses_nothing(
    workspace: SiteFolder, path: str, text: str, code: str
) -> None:
    build_all()
    workspace.write(path, text)
    done = build_all()

    assert done.exit_code == 1
    assert done.stderr.count(f"{path}:") == 1
    assert f"[{code}" in done.stderr
    for name in ("a", "b"):
        assert "Pied commun 400" in site(workspace, name).page("index.html")
    assert "Maison commune" in site(workspace).page(PAGE)


def test_all_sites_are_built_as_each_alone(workspace: SiteFolder, tmp_path: Path) -> None:
    alone = SiteFolder(tmp_path / "alone")
    alone.lay_out(SITE)
    done = build_all()
    for name in ("a", "b"):
        site(alone, name).build(now=NOW)

    assert (done.exit_code, done.stderr) == (0, "")
    assert "2 sites, 2 of them changed" in done.stdout
    for name in ("a", "b"):
        assert site(workspace, name).tree() == site(alone, name).tree()


def test_only_what_changed_is_built(workspace: SiteFolder) -> None:
    build_all()
    age(workspace)
    build_all()
    assert build_all().stdout.startswith("2 sites, 0 of them changed in ")
    site(workspace, "b").append("content/news/2026-01-03-y.md", "\nEncore.\n")

    told = build_all().stdout.splitlines()
    assert [line.partition(":")[0] for line in told[:-1]] == ["sites/b"]
    assert told[-1].startswith("2 sites, 1 of them changed in ")


def test_from_within_a_site_all_are_built_too(
    workspace: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(workspace.root / "sites/a")
    assert build_all().exit_code == 0
    assert os.getcwd() == str(workspace.root / "sites/a")
    assert (workspace.root / "sites/b/output/index.html").is_file()


def test_a_site_that_cannot_be_built_holds_back_no_other(workspace: SiteFolder) -> None:
    site(workspace).write("site.yaml", "titel: A\n")
    workspace.write("sites/notes/readme.txt", "no site")
    done = build_all()

    assert done.exit_code == 1
    assert "sites/a/site.yaml:1:1: error" in done.stderr
    assert "2 sites, 1 of them changed, 1 with errors" in done.stdout
    assert (workspace.root / "sites/b/output/index.html").is_file()


@pytest.mark.parametrize("option", ["--output=x", "--base-url=https://x.example/", "--profile"])
def test_options_of_one_site_are_refused(workspace: SiteFolder, option: str) -> None:
    done = build_all(option)

    assert done.exit_code == 2
    assert "--all" in done.stderr
    assert not (workspace.root / "sites/a/output").exists()


def test_a_link_leads_out_of_no_workspace(workspace: SiteFolder, tmp_path: Path) -> None:
    shutil.copytree(workspace.root / "sites/b", tmp_path / "outside")
    os.symlink(tmp_path / "outside", workspace.root / "sites/c")
    os.symlink(tmp_path, workspace.root / "_data/more")
    done = build_all()

    assert done.exit_code == 1
    assert "`sites/c` leads out of the workspace [SG622]" in done.stderr
    assert "_data/more" in done.stderr
    assert not (tmp_path / "outside/output").exists()


@pytest.mark.parametrize("name", ["_data", "themes/hub"])
def test_a_shared_folder_that_lies_elsewhere_changes_nothing(
    workspace: SiteFolder, tmp_path: Path, name: str
) -> None:
    build_all()
    before = site(workspace).tree()
    shutil.move(workspace.root / name, tmp_path / "elsewhere")
    os.symlink(tmp_path / "elsewhere", workspace.root / name)
    done = build_all()

    assert done.exit_code == 1
    assert f"{name}: error" in done.stderr
    assert site(workspace).tree() == before


def test_a_workspace_lies_at_most_three_folders_above(tmp_path: Path) -> None:
    (tmp_path / "workspace.yaml").touch()
    (tmp_path / "a/b/c/d").mkdir(parents=True)

    roots = [workspace_of(str(tmp_path / path)) for path in ("a", "a/b", "a/b/c", "a/b/c/d")]
    assert roots == [str(tmp_path)] * 3 + [""]
    assert workspace_of(str(tmp_path)) == ""


def fetch(folder: Path, monkeypatch: pytest.MonkeyPatch) -> Result:
    monkeypatch.chdir(folder)
    return CliRunner().invoke(cli, ["fetch"])


def test_a_site_lists_what_another_published_last(
    workspace: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Without the network: what a neighbour's readers have, under the neighbour's addresses."""
    monkeypatch.setattr("socket.socket.connect", None)
    other = site(workspace, "b")
    other.append("site.yaml", "sources: {a: {site: sites/a, into: news}}\n")
    silent = fetch(other.root, monkeypatch)
    assert "it has not been built yet" in silent.stderr
    site(workspace).write("content/news/2026-01-04-z.md", "---\ntitle: Secret\ndraft: true\n---\n")
    site(workspace).write("content/news/2026-01-05-w.md", "---\ntitle: Nouvelle\n---\nTexte.\n")
    build_all()

    assert "a: 2 new" in fetch(other.root, monkeypatch).stdout
    written = {path.name: path.read_text() for path in other.root.rglob("_fetched/a/*.md")}
    assert len(written) == 2
    told = "\n".join(written.values())
    assert "https://a.example.org/news/x/" in told
    assert "Nouvelle" in told
    assert "Secret" not in told
    assert other.build().errors == []
    assert "https://a.example.org/news/x/" in other.page("news/index.html") + "".join(
        path.read_text() for path in (other.output / "news").rglob("index.html")
    )
    assert "nothing new" in fetch(other.root, monkeypatch).stdout


@pytest.mark.parametrize(
    ("written", "told"),
    [
        ("sites/none", "the workspace has no site sites/none"),
        ("_data", "the workspace has no site _data"),
    ],
)
def test_a_neighbour_that_is_not_there_is_told_and_the_rest_goes_on(
    workspace: SiteFolder, monkeypatch: pytest.MonkeyPatch, written: str, told: str
) -> None:
    build_all()
    other = site(workspace, "b")
    other.append("site.yaml", "sources:\n")
    source = f"  x: {{site: {written}, into: {{section: news, folder: x}}}}\n"
    other.append("site.yaml", source)
    other.append("site.yaml", "  a: {site: sites/a, into: news}\n")
    done = fetch(other.root, monkeypatch)

    assert told in done.stderr
    assert "a: 1 new" in done.stdout


DRAFT = "---\ntitle: Secret\ndraft: true\n---\nTexte.\n"


@pytest.mark.parametrize("is_killed", [False, True])
def test_a_neighbour_built_with_drafts_is_not_taken_up(
    workspace: SiteFolder, monkeypatch: pytest.MonkeyPatch, is_killed: bool
) -> None:
    """What it published before stays taken; once it is built for readers it is heard again."""
    source, other = site(workspace), site(workspace, "b")
    other.append("site.yaml", "sources: {a: {site: sites/a, into: news}}\n")
    source.write("content/news/2026-01-04-z.md", DRAFT)
    source.write("content/news/2026-01-05-w.md", "---\ntitle: Nouvelle\n---\nTexte.\n")
    assert build_all().exit_code == 0
    if is_killed:  # before its first page was written

        def refuse(*_: object) -> None:
            raise KeyboardInterrupt

        with monkeypatch.context() as patched:
            patched.setattr("sitegen.engine.pipeline.stages_of", refuse)
            with pytest.raises(KeyboardInterrupt):
                source.build(drafts=True)
    else:
        source.build(drafts=True)

    silent = fetch(other.root, monkeypatch)
    assert "it was built last with what is not public yet: build it without" in silent.stderr
    assert not list(other.root.rglob("_fetched/a/*.md"))
    source.build(dry=True)
    assert "not public yet" in fetch(other.root, monkeypatch).stderr
    source.build()
    assert "a: 2 new" in fetch(other.root, monkeypatch).stdout
    assert not list(other.root.rglob("_fetched/a/secret.md"))


def test_news_of_a_day_to_come_is_not_taken_from_a_neighbour(
    workspace: SiteFolder, monkeypatch: pytest.MonkeyPatch
) -> None:
    """A neighbour that was built as it will be one day has told nobody of that day."""
    source, other = site(workspace), site(workspace, "b")
    other.append("site.yaml", "sources: {a: {site: sites/a, into: news}}\n")
    source.write("content/news/2027-01-05-w.md", "---\ntitle: Secret\n---\nTexte.\n")
    source.write("content/news/2026-01-05-v.md", "---\ntitle: Nouvelle\n---\nTexte.\n")
    monkeypatch.chdir(source.root)
    assert CliRunner().invoke(cli, ["build", "--now", "2027-02-01"]).exit_code == 0

    done = fetch(other.root, monkeypatch)

    assert "left out: 1; it is dated later than now" in done.stderr
    assert "Secret" not in "".join(
        path.read_text() for path in other.root.rglob("_fetched/a/*") if path.is_file()
    )
    assert list(other.root.rglob("_fetched/a/nouvelle.md"))
