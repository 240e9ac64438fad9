"""A former site becomes one that builds: texts, addresses, links, pictures, what was not public."""

import datetime as dt
from pathlib import Path

import msgspec
import pytest
import yaml

from sitegen.border.moments import parse_moment
from sitegen.engine.build import build
from sitegen.engine.options import BuildOptions
from sitegen.importing.former import (
    FormerEvent,
    FormerFile,
    FormerPicture,
    FormerSection,
    FormerSite,
    FormerText,
)
from tests.imaging.pictures import photograph
from tests.importing.made import import_made
from tests.support import NOW

DAY = dt.date(2019, 5, 14)
SITE = FormerSite(
    title="Les <em>Élus</em>",
    url="https://elus.example.org",
    sections={"actus": FormerSection(title="Actualités")},
    files=(
        FormerFile(address="/uploads/2019/salle.jpg", path="up/salle.jpg", alt="La salle"),
        FormerFile(address="/uploads/loin.jpg"),
        FormerFile(address="/dossier.pdf", path="up/dossier.pdf", is_kept=True),
    ),
)
TEXTS = (
    FormerText(
        id="1", origin="a.html", title="Un <b>forum</b>", markup="html", section="actus", date=DAY,
        address="/2019/05/forum/", authors=("Nadia Lavergnat",), tags=("forum",),
        picture=FormerPicture(src="/uploads/2019/salle.jpg"),
        events=(FormerEvent(start=dt.datetime(2019, 6, 1, 18, 30), fields={"location": "Nantes"}),),
        body='<p>Voir <a href="https://elus.example.org/2019/05/bilan/">le bilan</a>, '
        '<a href="/parti/">parti</a> et <a href="https://ailleurs.example/">ailleurs</a>.</p>'
        '<p><img src="/uploads/loin.jpg" alt=""></p>',
    ),
    FormerText(
        id="2", origin="b.md", title="Bilan", section="actus", date=DAY, address="/2019/05/bilan/",
        body="Le [forum](/2019/05/forum/), le [dossier](/dossier.pdf).\n\n`[x](/2019/05/forum/)`\n",
    ),
    FormerText(id="3", origin="c.md", title="Qui", address="/asso/Qui.html", body="Nous.\n"),
    FormerText(id="4", origin="d.md", title="Pas prêt", section="actus", date=DAY,
               address="/2019/05/pas-pret/", standing="draft", body="…\n"),
    FormerText(id="5", origin="e.md", title="Secret", section="actus", date=DAY,
               address="/2019/05/secret/", standing="private", body="Chut.\n"),
)  # fmt: skip
FILES = {"up/salle.jpg": photograph(), "up/dossier.pdf": b"%PDF-1.4"}


@pytest.fixture
def moved(tmp_path: Path) -> Path:
    import_made(tmp_path / "site", SITE, TEXTS, FILES)
    return tmp_path / "site"


def front(path: Path) -> dict[str, object]:
    loaded: dict[str, object] = yaml.safe_load(path.read_text().split("---\n")[1])
    return loaded


def test_a_text_gets_typed_keys_and_links_to_files(moved: Path) -> None:
    path = moved / "content/actus/2019-05-14-forum.md"

    assert front(path) == {
        "title": "Un forum",
        "date": DAY,
        "author": "Nadia Lavergnat",
        "tags": ["forum"],
        "image": {"src": "../uploads/2019/salle.jpg", "alt": "La salle"},
        "event": {"start": "2019-06-01 18:30", "location": "Nantes"},
    }
    assert path.read_text().split("---\n")[2] == (
        "\nVoir [le bilan](2019-05-14-bilan.md), parti<!-- /parti/ --> et"
        " [ailleurs](https://ailleurs.example/).\n\n"
        "[loin.jpg](https://elus.example.org/uploads/loin.jpg)\n"
    )


def test_code_is_left_as_it_is(moved: Path) -> None:
    text = (moved / "content/actus/2019-05-14-bilan.md").read_text()

    assert "`[x](/2019/05/forum/)`" in text
    assert "[forum](2019-05-14-forum.md)" in text


def test_addresses_are_kept_by_the_pattern_that_keeps_most(moved: Path) -> None:
    settings = yaml.safe_load((moved / "site.yaml").read_text())

    assert settings["urls"] == {"article": "/{year}/{month}/{slug}/", "page": "/{path}.html"}
    assert settings["sections"] == {"actus": {"title": "Actualités"}}
    assert front(moved / "content/asso/qui.md") == {"title": "Qui", "slug": "Qui"}


def test_what_was_not_public_stays_so(moved: Path) -> None:
    assert front(moved / "content/actus/2019-05-14-pas-pret.md")["draft"] is True
    assert not [
        path for path in moved.rglob("*") if path.is_file() and b"Chut" in path.read_bytes()
    ]
    assert "`e.md (private)`" in (moved / "import-report.md").read_text()


def test_the_site_builds_at_once(moved: Path) -> None:
    now = parse_moment(NOW)

    report = build(BuildOptions(root=str(moved), output=str(moved / "output"), now=now))

    assert {diagnostic.code for diagnostic in report.diagnostics} <= {"image-without-alt"}
    assert (moved / "output/2019/05/forum/index.html").exists()
    assert (moved / "output/uploads/2019/salle.jpg").exists()
    assert not (moved / "output/2019/05/pas-pret").exists()


def test_a_list_of_addresses_is_held_against_the_result(tmp_path: Path) -> None:
    asked = ("/2019/05/forum/", "/asso/Qui.html", "/dossier.pdf", "/tag/forum/", "/2019/05/secret/")

    report = import_made(tmp_path / "site", SITE, TEXTS, FILES, asked)

    assert report.lost == ["/tag/forum/", "/2019/05/secret/"]
    assert (report.kept, report.redirected) == (3, 0)


def test_a_second_import_brings_what_is_new_and_leaves_edits_alone(tmp_path: Path) -> None:
    folder = tmp_path / "site"
    import_made(folder, SITE, TEXTS[:1], FILES)
    edited = folder / "content/actus/2019-05-14-forum.md"
    edited.write_text(edited.read_text() + "\nAjouté.\n")
    untouched = import_made(folder, SITE, TEXTS[:1], FILES)

    report = import_made(folder, SITE, TEXTS, FILES)

    assert set(untouched.written.values()) <= {"same", "edited"}
    assert edited.read_text().endswith("Ajouté.\n")
    assert report.written["content/actus/2019-05-14-forum.md"] == "edited"
    assert report.written["content/actus/2019-05-14-bilan.md"] == "new"
    assert not list(tmp_path.glob(".site*"))


def test_a_page_at_the_address_of_a_section_introduces_it(tmp_path: Path) -> None:
    page = FormerText(id="6", origin="f.md", title="Nos actualités", address="/actus/", body="Ici.")
    import_made(tmp_path, SITE, (*TEXTS, page), FILES)

    assert front(tmp_path / "content/actus/_index.md") == {"title": "Nos actualités"}


def test_a_link_to_a_heading_has_the_id_that_headings_have_here(tmp_path: Path) -> None:
    pages = [
        FormerText(id="a", origin="a", title="A", address="/a/", body="[b](/b/#été-prévu)"),
        FormerText(id="b", origin="b", title="B", address="/b/", body="## Été prévu"),
    ]
    import_made(tmp_path, SITE, pages, FILES)

    assert "[b](b.md#ete-prevu)" in (tmp_path / "content/a.md").read_text()


def test_no_former_address_leads_to_a_text_where_another_stands(tmp_path: Path) -> None:
    pages = [
        FormerText(id=word, origin=word, title=word, address=address, body=word)
        for word, address in (("a", "/qui/"), ("b", "/qui/"), ("404", "/404.html"))
    ]
    import_made(tmp_path, SITE, pages, FILES)

    assert front(tmp_path / "content/qui-2.md") == {"title": "b"}
    assert front(tmp_path / "content/404.md") == {"title": "404"}


def test_a_second_import_follows_what_was_renamed_and_tells_what_was_withdrawn(
    tmp_path: Path,
) -> None:
    import_made(tmp_path / "site", SITE, TEXTS, FILES)
    renamed = msgspec.structs.replace(TEXTS[1], id="renamed", body="Autre.")
    withdrawn = msgspec.structs.replace(TEXTS[0], standing="private")

    report = import_made(tmp_path / "site", SITE, (withdrawn, renamed), FILES)

    assert report.written["content/actus/2019-05-14-bilan.md"] == "changed"
    told = {name for kind, name in report.notes if kind == "withdrawn"}
    assert told == {"actus/2019-05-14-forum.md", "actus/2019-05-14-pas-pret.md", "asso/qui.md"}


def test_an_import_that_fails_leaves_nothing(tmp_path: Path) -> None:
    with pytest.raises(KeyError):
        import_made(tmp_path / "site", SITE, TEXTS, {})

    assert list(tmp_path.iterdir()) == []


def test_a_file_with_a_blank_in_its_name_is_named_as_it_is_and_a_lone_backtick_is_no_code(
    tmp_path: Path,
) -> None:
    site = FormerSite(
        title="Les Élus", url="https://elus.example.org",
        files=(FormerFile(address="/up/la salle.jpg", path="salle"),),
    )  # fmt: skip
    text = FormerText(
        id="1", origin="a.md", title="A", section="actus", date=DAY, address="/a/",
        picture=FormerPicture(src="/up/la salle.jpg"),
        body="Un ` seul.\n\n![](</up/la salle.jpg>) ` [x](<>)\n\n## [](<>)\n",
    )  # fmt: skip
    folder = tmp_path / "site"

    import_made(folder, site, [text], {"salle": photograph()})

    (path,) = (folder / "content/actus").glob("*.md")
    assert front(path)["image"] == {"src": "../up/la salle.jpg", "alt": ""}
    assert path.read_text().split("---\n")[2] == (
        "\nUn ` seul.\n\n![](<../up/la%20salle.jpg>) ` x\n"
    )
    told = build(
        BuildOptions(root=str(folder), output=str(folder / "output"), now=parse_moment(NOW))
    ).diagnostics
    assert {diagnostic.code for diagnostic in told} <= {"image-without-alt"}


def test_a_link_to_a_heading_that_is_not_there_leads_to_the_page(tmp_path: Path) -> None:
    pages = [
        FormerText(
            id="1", origin="a.md", title="A", section="actus", date=DAY, address="/a/",
            body="[Un](/b/#Être_élu) [deux](/b/#parti) [trois](/b/#fixe) `[x](b.md#parti)`"
            " [quatre](ttps://a.example/)\n",
        ),
        FormerText(
            id="2", origin="b.md", title="B", section="actus", date=DAY, address="/b/",
            body="## Être élu\n\n## Autre {#fixe}\n\nVoir [A](/a/#rien).\n",
        ),
    ]  # fmt: skip
    folder = tmp_path / "site"

    report = import_made(folder, SITE, pages, FILES)
    again = import_made(folder, SITE, pages, FILES)

    text = (folder / "content/actus/2019-05-14-a.md").read_text().split("---\n")[2]
    assert text == (
        "\n[Un](2019-05-14-b.md#etre-elu) [deux](2019-05-14-b.md) [trois](2019-05-14-b.md#fixe)"
        " `[x](b.md#parti)` quatre<!-- ttps://a.example/ -->\n"
    )
    told = {name for kind, name in report.notes if kind == "heading"}
    assert told == {"actus/2019-05-14-b.md#parti", "actus/2019-05-14-a.md#rien"}
    assert {*again.written.values()} == {"same"}


def test_a_login_that_signs_is_an_author_and_a_letter_is_no_code(tmp_path: Path) -> None:
    text = FormerText(
        id="1", origin="a.md", title="A", section="actus", date=DAY, address="/a/",
        authors=("elus44",), body="Un.\n\n    Madame la Maire,\n\n    x = 1\n",
    )  # fmt: skip
    folder = tmp_path / "site"

    import_made(folder, SITE, [text], FILES)

    assert yaml.safe_load((folder / "content/_data/authors.yaml").read_text()) == {
        "elus44": {"name": "elus44"}
    }
    body = (folder / "content/actus/2019-05-14-a.md").read_text().split("---\n")[2]
    assert body == "\nUn.\n\nMadame la Maire,\n\n    x = 1\n"
    now = parse_moment(NOW)
    told = build(BuildOptions(root=str(folder), output=str(folder / "output"), now=now)).diagnostics
    assert told == []


def test_a_former_address_of_a_file_is_told_and_no_page(tmp_path: Path) -> None:
    text = FormerText(
        id="1", origin="a.md", title="A", section="actus", date=DAY, address="/a/",
        former_addresses=("/a.md", "/a.php", "/b/"), body="Un.\n",
    )  # fmt: skip

    report = import_made(tmp_path / "site", SITE, [text], FILES, ("/a.md", "/a.php"))

    path = tmp_path / "site/content/actus/2019-05-14-a.md"
    assert front(path)["aliases"] == ["/a.php", "/b/"]
    assert report.unanswered == ["/a.md"]
    assert report.lost == ["/a.md"]
