"""A site of SPIP moves in from its backup: numbers, its own signs, events, what was not public."""

import sqlite3

import pytest

from sitegen.importing.folder import Folder
from sitegen.importing.kinds.spip_text import Meanings, to_markdown
from sitegen.importing.material import Material
from sitegen.importing.move import ImportOptions, move
from sitegen.importing.registry import AUTO, choose_kind, find_kind
from tests.imaging.pictures import photograph
from tests.importing.imported import Imported

SCHEMA = """
CREATE TABLE spip_meta (nom TEXT, valeur TEXT);
CREATE TABLE spip_rubriques (id_rubrique INT, id_parent INT, titre TEXT);
CREATE TABLE spip_articles (id_article INT, id_rubrique INT, titre TEXT, chapo TEXT, texte TEXT,
  ps TEXT, descriptif TEXT, date TEXT, statut TEXT, lang TEXT);
CREATE TABLE spip_auteurs (id_auteur INT, nom TEXT, bio TEXT, email TEXT);
CREATE TABLE spip_auteurs_liens (id_auteur INT, id_objet INT, objet TEXT);
CREATE TABLE spip_mots (id_mot INT, titre TEXT);
CREATE TABLE spip_mots_liens (id_mot INT, id_objet INT, objet TEXT);
CREATE TABLE spip_documents (id_document INT, titre TEXT, descriptif TEXT, fichier TEXT,
  distant TEXT, alt TEXT, credits TEXT);
CREATE TABLE spip_documents_liens (id_document INT, id_objet INT, objet TEXT);
CREATE TABLE spip_urls (type TEXT, id_objet INT, url TEXT, date TEXT);
CREATE TABLE spip_evenements (id_evenement INT, id_article INT, titre TEXT, date_debut TEXT,
  date_fin TEXT, horaire TEXT, lieu TEXT, adresse TEXT, statut TEXT);
CREATE TABLE spip_forum (id_forum INT);
CREATE TABLE spip_zones_liens (id_zone INT, id_objet INT, objet TEXT);
"""
TEXT = """{{{Un titre}}}

Du {{gras}} et de {l’italique}, [le bilan->art2], [->art2], [ailleurs->https://a.example].
Une note[[La note, {en italique}.]].
_ À la ligne.

-* un
-** deux
-# trois

|| Chiffres | ||
| {{Ville}} | {{Nombre}} |
| Nantes | 12 |

<img1|center>

<doc2>

<code>{{x}}</code>

<formulaire3>
"""
ROWS = [
    ("spip_meta", ("nom_site", "Les Élus")),
    ("spip_meta", ("adresse_site", "https://elus.example.org")),
    ("spip_meta", ("langue_site", "fr")),
    ("spip_rubriques", (1, 0, "10. Actualités")),
    ("spip_rubriques", (2, 1, "Brèves")),
    ("spip_articles", (1, 2, "1. Le forum", "Le {chapo}.", TEXT, "", "", "2019-05-14 09:30:00",
                       "publie", "fr")),
    ("spip_articles", (2, 1, "Le bilan", "", "Voir.", "P.-S.", "", "2019-06-03 00:00:00",
                       "publie", "fr")),
    ("spip_articles", (3, 1, "Pas prêt", "", "Chut.", "", "", "2019-06-04 00:00:00", "prop", "fr")),
    ("spip_articles", (4, 1, "Refusé", "", "Non.", "", "", "2019-06-05 00:00:00", "refuse", "fr")),
    ("spip_rubriques", (3, 0, "Membres")),
    ("spip_rubriques", (4, 3, "Comptes rendus")),
    ("spip_zones_liens", (1, 3, "rubrique")),
    ("spip_articles", (5, 4, "Réservé", "", "Chut.", "", "", "2019-06-06 00:00:00", "publie",
                       "fr")),
    ("spip_auteurs", (1, "Nadia Lavergnat", "Déléguée", "secret@example.org")),
    ("spip_auteurs", (2, "Personne", "", "")),
    ("spip_auteurs_liens", (1, 1, "article")),
    ("spip_mots", (1, "forum")),
    ("spip_mots_liens", (1, 1, "article")),
    ("spip_documents", (1, "La salle", "", "jpg/salle.jpg", "non", "", "")),
    ("spip_documents", (2, "Le dossier", "", "pdf/dossier.pdf", "non", "", "")),
    ("spip_urls", ("article", 2, "Le-bilan", "2019")),
    ("spip_evenements", (1, 1, "Le forum", "2019-09-12 18:30:00", "2019-09-12 20:00:00", "oui",
                         "Maison", "Nevers", "publie")),
    ("spip_forum", (1,)),
]  # fmt: skip


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("spip")
    with sqlite3.connect(folder / "dump.sqlite") as base:
        base.executescript(SCHEMA)
        for table, row in ROWS:
            base.execute(f"INSERT INTO {table} VALUES ({', '.join('?' * len(row))})", row)
    base.close()
    for name, content in (("jpg/salle.jpg", photograph()), ("pdf/dossier.pdf", b"%PDF-1.4")):
        (folder / "IMG" / name).parent.mkdir(parents=True)
        (folder / "IMG" / name).write_bytes(content)
    material = Material(str(folder / "dump.sqlite"), uploads=str(folder / "IMG"))
    assert choose_kind(AUTO, material) == "spip"
    with Folder(str(folder / "site")) as new:
        report = move(find_kind("spip")(material), "spip", new, ImportOptions())
    return Imported(folder / "site", report)


def test_keys_become_those_of_here(imported: Imported) -> None:
    assert imported.texts == [
        "actualites/2019-05-14-le-forum.md",
        "actualites/2019-06-03-le-bilan.md",
        "actualites/2019-06-04-pas-pret.md",
    ]
    assert imported.front("actualites/2019-05-14-le-forum.md") == {
        "title": "Le forum",
        "date": "2019-05-14 09:30",
        "author": "nadia-lavergnat",
        "tags": ["forum"],
        "summary": "Le chapo.",
        "event": {
            "start": "2019-09-12 18:30",
            "end": "2019-09-12 20:00",
            "name": "Le forum",
            "location": "Maison, Nevers",
        },
    }


def test_its_signs_become_markdown(imported: Imported) -> None:
    assert imported.body("actualites/2019-05-14-le-forum.md") == (
        "## Un titre\n\n"
        "Du **gras** et de *l’italique*, [le bilan](<2019-06-03-le-bilan.md>),"
        " [Le bilan](<2019-06-03-le-bilan.md>), [ailleurs](<https://a.example>).\n"
        "Une note[^1].  \nÀ la ligne.\n\n"
        "- un\n  - deux\n1. trois\n\n"
        "Tableau : Chiffres\n\n"
        "| Ville | Nombre |\n| --- | --- |\n| Nantes | 12 |\n\n"
        "![La salle](<../IMG/jpg/salle.jpg>)\n\n"
        "[Le dossier](<../IMG/pdf/dossier.pdf>)\n\n"
        "`{{x}}`\n\n<!-- <formulaire3> -->\n\n"
        "[^1]: La note, *en italique*."
    )


def test_what_was_not_public_and_what_stays_behind_is_told(imported: Imported) -> None:
    report = imported.report

    assert imported.front("actualites/2019-06-04-pas-pret.md")["draft"] is True
    assert report.left_out == [("article 4", "trash"), ("article 5", "private")]
    assert list(imported.settings["sections"]) == ["actualites"]
    assert report.notes["table", "spip_forum"].example == "1"
    assert not [path for path in imported.folder.rglob("*.*ml") if "secret@" in path.read_text()]


def test_the_site_builds(imported: Imported) -> None:
    assert {diagnostic.code for diagnostic in imported.build()} <= {"image-without-alt"}
    assert imported.answers("/IMG/jpg/salle.jpg")
    assert imported.answers("/Le-bilan")


def test_emphasis_that_is_none_stays() -> None:
    nothing = Meanings(lambda kind, number: "", lambda kind, number: "")

    text, notes = to_markdown("Un { texte } et [absent->art9].", nothing)

    assert text == "Un *texte* et absent<!-- art9 -->.\n"
    assert [note.kind for note in notes] == ["dead link"]
