"""Letters of Word move in: their title, their day, their notes, tables and pictures."""

import datetime as dt
from pathlib import Path

import pytest

from sitegen.errors import UsageError
from tests.imaging.pictures import photograph
from tests.importing.imported import Imported, import_from, write_files
from tests.importing.letters import letter, paragraph, picture, run, table

FORUM = letter(
    paragraph(run("Le forum 2026"), "Titre"),
    paragraph(run("Une ") + run("journée", bold=True) + run(" pour tous", note=1) + run(".")),
    paragraph(run("Programme"), "Titre1"),
    table(("Heure", "Quoi"), ("9 h", "Accueil")),
    paragraph(picture("m0", "La salle")),
    paragraph(run("Fin", note=2) + run(".")),
    notes=("Sur inscription.", "Voir *ici*."),
    media={"image1.jpeg": photograph()},
    properties={
        "dc:title": "Document1", "dc:creator": "Nadia Lavergnat",
        "dcterms:created": "2026-03-02T08:00:00Z",
    },
)  # fmt: skip
SUBJECT = letter(
    paragraph(run("Nantes, le 1er juin 2026")),
    paragraph(run("Objet : Demande de subvention")),
    paragraph(run("Madame la maire,")),
    properties={"dc:creator": "Utilisateur Windows", "dcterms:created": "2011-01-01T00:00:00Z"},
)
FILES: dict[str, str | bytes] = {
    "communiques/forum.docx": FORUM,
    "communiques/2026-05-04 bilan.docx": letter(paragraph(run("Tout va bien."))),
    "courriers/mairie.docx": SUBJECT,
    "courriers/~$mairie.docx": b"x",
    "courriers/ancien.doc": b"x",
}


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("docx")
    write_files(folder / "letters", FILES)
    return import_from("docx", folder / "letters", folder / "hub")


def test_a_letter_keeps_tables_notes_and_pictures(site: Imported) -> None:
    path = "communiques/2026-03-02-forum.md"

    assert site.front(path) == {
        "title": "Le forum 2026", "date": "2026-03-02 09:00", "author": "Nadia Lavergnat",
    }  # fmt: skip
    assert site.body(path).splitlines() == [
        "Une **journée** pour tous[^1].",
        "",
        "## Programme",
        "",
        "| Heure | Quoi |",
        "| --- | --- |",
        "| 9 h | Accueil |",
        "",
        "![La salle](../images/communiques/forum/image1.jpeg)",
        "",
        "Fin[^2].",
        "",
        "[^1]: Sur inscription.",
        "",
        "[^2]: Voir \\*ici\\*.",
    ]


def test_title_and_day_are_those_of_a_letter(site: Imported) -> None:
    """Its subject and its head; not the day on which somebody made the template."""
    assert site.front("courriers/2026-06-01-mairie.md") == {
        "title": "Demande de subvention",
        "date": dt.date(2026, 6, 1),
    }
    assert site.front("communiques/2026-05-04-bilan.md")["title"] == "bilan"
    told = {name: note.count for (_kind, name), note in site.report.notes.items()}
    assert told == {".doc": 1, "the day of publication": 1}


def test_the_site_of_letters_builds_at_once(site: Imported) -> None:
    told = site.build()

    assert told == []
    page = (site.folder / "output/communiques/forum/index.html").read_text()
    assert "Sur inscription." in page
    assert 'alt="La salle"' in page
    assert site.answers("/images/communiques/forum/image1.jpeg")


BY_STYLE = '<w:rStyle w:val="Discret"/>'
DISCREET = (
    '<w:style w:type="character" w:styleId="Discret"><w:basedOn w:val="Cache"/></w:style>'
    '<w:style w:type="character" w:styleId="Cache"><w:rPr><w:vanish/></w:rPr></w:style>'
)
DISCREET_FOR_ALL = DISCREET.replace("character", "paragraph").replace(
    '"Cache"><w:rPr>', '"Cache" w:default="1"><w:rPr>'
)


@pytest.mark.parametrize(
    ("marks", "styles", "is_draft"),
    [
        ("<w:vanish/>", "", True),
        ('<w:vanish w:val="true"/>', "", True),
        ('<w:vanish w:val="0"/>', "", False),
        (BY_STYLE, DISCREET, True),
        (BY_STYLE, DISCREET.replace("<w:vanish/>", '<w:vanish w:val="off"/>'), False),
        ("", DISCREET, False),
        ("", DISCREET_FOR_ALL, True),
    ],
)
def test_a_letter_with_hidden_text_is_a_draft(
    tmp_path: Path, marks: str, styles: str, is_draft: bool
) -> None:
    """However Word writes it: on the text itself, or in a style, or in one below that."""
    written = letter(paragraph(run("Vu.") + run("Chut.", marks=marks)), styles=styles)
    write_files(tmp_path / "letters", {"2026-05-14 a.docx": written})
    moved = import_from("docx", tmp_path / "letters", tmp_path / "hub")

    assert [moved.front(text).get("draft", False) for text in moved.texts] == [is_draft]


def test_a_letter_with_a_hidden_note_is_a_draft(tmp_path: Path) -> None:
    note = paragraph(run("Vu.", note=1))
    written = letter(note, notes=("Chut.",), note_marks="<w:vanish/>")
    write_files(tmp_path / "letters", {"2026-05-14 a.docx": written})
    moved = import_from("docx", tmp_path / "letters", tmp_path / "hub")

    assert [moved.front(text)["draft"] for text in moved.texts] == [True]


def test_an_embargo_is_kept_and_one_that_nobody_can_read_makes_a_draft(tmp_path: Path) -> None:
    """In a line of the head, of a table there, or above each page."""
    text = paragraph(run("Nevers, le 1er décembre 2026")), paragraph(run("Le forum a lieu."))
    said = "Sous embargo jusqu’au 20 décembre 2026 à 6 heures"
    letters = {
        "tete.docx": letter(paragraph(run(said, bold=True)), *text),
        "tableau.docx": letter(table(("Logo", said)), *text),
        "marge.docx": letter(*text, header="EMBARGO : 20/12/2026 06:00"),
        "flou.docx": letter(paragraph(run("Embargo jusqu’à vendredi, 6 h")), *text),
        "autre.docx": letter(*text, paragraph(run("L’embargo sur le blé est levé."))),
    }
    write_files(tmp_path / "letters", letters)

    site = import_from("docx", tmp_path / "letters", tmp_path / "hub")

    fronts = {path.split("-")[-1]: site.front(path) for path in site.texts}
    for name in ("tete.md", "tableau.md", "marge.md"):
        assert fronts[name]["embargo"] == "2026-12-20 06:00"
        assert "draft" not in fronts[name]
    assert fronts["flou.md"]["draft"] is True
    assert {"embargo", "draft"}.isdisjoint(fronts["autre.md"])
    assert site.report.notes["guess", "the embargo"].count == 4


def test_a_title_in_bold_is_one_where_headings_head_parts_alone(tmp_path: Path) -> None:
    """And a heading that is the title stands once, whatever stands above it."""
    sign = paragraph(run("COMMUNIQUÉ DE PRESSE", bold=True))
    bold = paragraph(run("Le forum a lieu à Nevers", bold=True))
    long = paragraph(run("Les élus se retrouvent les 2 et 3 juin, avec ceux de toute la région."))
    part = paragraph(run("Programme"), "Titre1")
    title = paragraph(run("Le forum à Nevers"), "Titre")
    write_files(tmp_path / "letters", {"2026-05-01 a.docx": letter(sign, bold, long, part, long),
                                       "2026-05-02 b.docx": letter(sign, title, long),
                                       "2026-05-03 c.docx": letter(sign, bold, long)})  # fmt: skip

    site = import_from("docx", tmp_path / "letters", tmp_path / "hub")

    assert [site.front(path)["title"] for path in site.texts] == [
        "Le forum a lieu à Nevers", "Le forum à Nevers", "Le forum a lieu à Nevers",
    ]  # fmt: skip
    bodies = [site.body(path) for path in site.texts]
    words = "Les élus se retrouvent les 2 et 3 juin, avec ceux de toute la région."
    assert bodies[0] == f"**COMMUNIQUÉ DE PRESSE**\n\n{words}\n\n## Programme\n\n{words}"
    assert bodies[1] == bodies[2] == f"**COMMUNIQUÉ DE PRESSE**\n\n{words}"


def test_another_run_changes_nothing(tmp_path: Path) -> None:
    write_files(tmp_path / "letters", FILES)
    import_from("docx", tmp_path / "letters", tmp_path / "hub")

    again = import_from("docx", tmp_path / "letters", tmp_path / "hub").report

    assert set(again.written.values()) == {"same"}


@pytest.mark.parametrize(
    "content",
    [
        b"PK not",
        letter(paragraph(run("x")))[:-30],
        letter(paragraph(run("x")), before='<!DOCTYPE a [<!ENTITY b "c">]>'),
        letter("<w:p>"),
    ],
)
def test_what_is_no_letter_is_told(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "a.docx").write_bytes(content)

    with pytest.raises(UsageError) as raised:
        import_from("docx", tmp_path / "a.docx", tmp_path / "hub")

    assert [diagnostic.code for diagnostic in raised.value.diagnostics] == ["import-unreadable"]
    assert not (tmp_path / "hub").exists()
