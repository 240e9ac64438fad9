"""A site of SPIP moves in from its backup: numbers, its own signs, events, what was not public."""

import sqlite3
from collections.abc import Sequence
from pathlib import Path

import pytest

from sitegen.importing.folder import Folder
from sitegen.importing.kinds.spip_addresses import SpipAddresses
from sitegen.importing.kinds.spip_multi import in_language
from sitegen.importing.kinds.spip_tables import SpipTables
from sitegen.importing.kinds.spip_text import Meanings, to_markdown
from sitegen.importing.material import Material
from sitegen.importing.move import ImportOptions, move
from sitegen.importing.registry import AUTO, choose_kind, find_kind
from tests.imaging.pictures import photograph
from tests.importing.imported import Imported

SCHEMA = """
CREATE TABLE spip_meta (nom TEXT, valeur TEXT);
CREATE TABLE spip_rubriques (id_rubrique INT, id_parent INT, titre TEXT, descriptif TEXT,
  texte TEXT);
CREATE TABLE spip_articles (id_article INT, id_rubrique INT, titre TEXT, chapo TEXT, texte TEXT,
  ps TEXT, descriptif TEXT, date TEXT, statut TEXT, lang TEXT, surtitre TEXT, virtuel TEXT,
  id_trad INT, url_site TEXT, nom_site TEXT);
CREATE TABLE spip_breves (id_breve INT, id_rubrique INT, titre TEXT, texte TEXT, lien_titre TEXT,
  lien_url TEXT, date_heure TEXT, statut TEXT);
CREATE TABLE spip_syndic (id_syndic INT, nom_site TEXT, url_site TEXT, statut TEXT);
CREATE TABLE spip_auteurs (id_auteur INT, nom TEXT, bio TEXT, email TEXT);
CREATE TABLE spip_auteurs_liens (id_auteur INT, id_objet INT, objet TEXT);
CREATE TABLE spip_mots (id_mot INT, titre TEXT);
CREATE TABLE spip_mots_liens (id_mot INT, id_objet INT, objet TEXT);
CREATE TABLE spip_documents (id_document INT, titre TEXT, descriptif TEXT, fichier TEXT,
  distant TEXT, alt TEXT, credits TEXT, mode TEXT);
CREATE TABLE spip_documents_liens (id_document INT, id_objet INT, objet TEXT);
CREATE TABLE spip_urls (type TEXT, id_objet INT, url TEXT, date TEXT);
CREATE TABLE spip_evenements (id_evenement INT, id_article INT, titre TEXT, date_debut TEXT,
  date_fin TEXT, horaire TEXT, lieu TEXT, adresse TEXT, statut TEXT, descriptif TEXT);
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
    ("spip_meta", ("type_urls", "propres")),
    ("spip_rubriques", (1, 0, "10. <multi>[fr]Actualités[en]News</multi>", "Ce qui {change}.",
                        "Le mot de [l’équipe->rub2].")),
    ("spip_rubriques", (2, 1, "Brèves", "", "")),
    ("spip_articles", (1, 2, "1. Le forum", "Le {chapo}.", TEXT, "", "", "2019-05-14 09:30:00",
                       "publie", "fr", "", "", 1, "", "")),
    ("spip_articles", (2, 1, "Le bilan", "{{Enfin}}[[Ou presque.]].", "Voir [l’accueil->"
                       "https://elus.example.org/].", "P.-S.", "En bref", "2019-06-03 00:00:00",
                       "publie", "fr", "Finances", "", 0, "https://b.example", "Le site")),
    ("spip_articles", (3, 1, "Pas prêt", "", "Chut.", "", "", "2019-06-04 00:00:00", "prop", "fr",
                       "", "", 0, "", "")),
    ("spip_articles", (4, 1, "Refusé", "", "Non.", "", "", "2019-06-05 00:00:00", "refuse", "fr",
                       "", "", 0, "", "")),
    ("spip_rubriques", (3, 0, "Membres", "Entre nous", "Code de la salle : 1234.")),
    ("spip_rubriques", (4, 3, "Comptes rendus", "", "")),
    ("spip_zones_liens", (1, 3, "rubrique")),
    ("spip_articles", (5, 4, "Réservé", "", "Chut.", "", "", "2019-06-06 00:00:00", "publie",
                       "fr", "", "", 0, "", "")),
    ("spip_articles", (6, 1, "Voir le bilan", "=art2", "", "", "", "2019-06-07 00:00:00", "publie",
                       "fr", "", "", 0, "", "")),
    ("spip_articles", (7, 1, "Le ministère", "", "", "", "", "2019-06-08 00:00:00", "publie",
                       "fr", "", "https://c.example/", 0, "", "")),
    ("spip_articles", (8, 1, "The forum", "", "All of it.", "", "", "2019-06-09 00:00:00",
                       "publie", "en", "", "", 1, "", "")),
    ("spip_breves", (1, 2, "Déménagement", "On {bouge}.", "Le plan", "https://d.example",
                     "2019-06-10 00:00:00", "publie")),
    ("spip_breves", (2, 4, "Entre nous", "Chut.", "", "", "2019-06-10 00:00:00", "publie")),
    ("spip_syndic", (1, "La Ville", "https://ville.example", "publie")),
    ("spip_auteurs", (1, "Nadia Lavergnat", "Déléguée", "secret@example.org")),
    ("spip_auteurs", (2, "Personne", "", "")),
    ("spip_auteurs_liens", (1, 1, "article")),
    ("spip_mots", (1, "forum")),
    ("spip_mots_liens", (1, 1, "article")),
    ("spip_documents", (1, "La salle", "", "jpg/salle.jpg", "non", "", "", "image")),
    ("spip_documents", (2, "Le dossier", "", "pdf/dossier.pdf", "non", "", "", "document")),
    ("spip_documents", (3, "Le hall", "Avant {midi}.", "jpg/hall.jpg", "non", "", "A. B.",
                        "document")),
    ("spip_documents", (4, "Le film", "", "https://www.youtube.com/watch?v=abcdefghijk", "oui", "",
                        "", "document")),
    ("spip_documents_liens", (3, 2, "article")),
    ("spip_documents_liens", (4, 2, "article")),
    ("spip_urls", ("article", 2, "Le-bilan", "2019")),
    ("spip_urls", ("article", 2, "Bilan-provisoire", "2018")),
    ("spip_urls", ("article", 6, "Voir-le-bilan", "2019")),
    ("spip_urls", ("rubrique", 1, "Actualites", "2019")),
    ("spip_urls", ("rubrique", 2, "Breves", "2019")),
    ("spip_urls", ("mot", 1, "forum", "2019")),
    ("spip_urls", ("auteur", 1, "Nadia", "2019")),
    ("spip_evenements", (1, 1, "Le forum", "2019-09-12 18:30:00", "2019-09-12 20:00:00", "oui",
                         "Maison", "Nevers", "publie", "Entrée {libre}.")),
    ("spip_forum", (1,)),
]  # fmt: skip


def write_backup(path: Path, rows: Sequence[tuple[str, tuple[object, ...]]]) -> None:
    """Write a backup; what a row leaves out at its end is NULL."""
    with sqlite3.connect(path) as base:
        base.executescript(SCHEMA)
        for table, row in rows:
            columns = base.execute(f"PRAGMA table_info({table})").fetchall()
            names = ", ".join(str(column[1]) for column in columns[: len(row)])
            values = ", ".join("?" * len(row))
            base.execute(f"INSERT INTO {table} ({names}) VALUES ({values})", row)
    base.close()


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("spip")
    write_backup(folder / "dump.sqlite", ROWS)
    files = {"jpg/salle.jpg": photograph(), "jpg/hall.jpg": photograph(),
             "arton1.jpg": photograph(), "pdf/dossier.pdf": b"%PDF-1.4"}  # fmt: skip
    for name, content in files.items():
        (folder / "IMG" / name).parent.mkdir(parents=True, exist_ok=True)
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
        "actualites/2019-06-08-le-ministere.md",
        "actualites/2019-06-09-the-forum.md",
        "actualites/2019-06-10-demenagement.md",
        "actualites/_index.md",
    ]
    assert imported.front("actualites/2019-05-14-le-forum.md") == {
        "title": "Le forum",
        "date": "2019-05-14 09:30",
        "author": "nadia-lavergnat",
        "tags": ["forum", "Brèves"],
        "summary": "Le chapo.",
        "image": {"src": "../IMG/arton1.jpg", "alt": ""},
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
        "**Le forum** : Entrée *libre*.\n\n"
        "[^1]: La note, *en italique*."
    )


def test_what_was_not_public_and_what_stays_behind_is_told(imported: Imported) -> None:
    report = imported.report

    assert imported.front("actualites/2019-06-04-pas-pret.md")["draft"] is True
    assert report.left_out == [
        ("rubrique 3", "private"),
        ("article 4", "trash"),
        ("article 5", "private"),
        ("brève 2", "private"),
    ]
    assert list(imported.settings["sections"]) == ["actualites"]
    assert report.notes["table", "spip_forum"].example == "1"
    assert report.notes["referred site", "La Ville"].example == "https://ville.example"
    written = [path for path in imported.folder.rglob("*") if path.suffix in (".yaml", ".md")]
    texts = [path.read_text() for path in written]
    assert not [text for text in texts if "secret@" in text or "1234" in text]


def test_all_that_stood_around_a_text_comes_along(imported: Imported) -> None:
    assert imported.front("actualites/2019-06-03-le-bilan.md") == {
        "title": "Le bilan",
        "date": "2019-06-03 00:00",
        "summary": "En bref",
        "slug": "Le-bilan",
        "aliases": ["/Le-bilan", "/Bilan-provisoire", "/Voir-le-bilan"],
        "extra": {"surtitre": "Finances"},
    }
    assert imported.body("actualites/2019-06-03-le-bilan.md") == (
        "**Enfin**[^1].\n\nVoir [l’accueil](</>).\n\nP.-S.\n\n[Le site](<https://b.example>)\n\n"
        '::: video "https://www.youtube.com/watch?v=abcdefghijk" title="Le film"\n\n'
        "[^1]: Ou presque.\n\n"
        '::: gallery\n![Le hall](<../IMG/jpg/hall.jpg> "Avant midi."){credit="A. B."}\n:::'
    )
    assert imported.body("actualites/2019-06-08-le-ministere.md") == (
        "[Le ministère](<https://c.example/>)"
    )
    assert imported.body("actualites/2019-06-10-demenagement.md") == (
        "On *bouge*.\n\n[Le plan](<https://d.example>)"
    )
    assert imported.front("actualites/2019-06-09-the-forum.md")["translates"] == (
        "2019-05-14-le-forum.md"
    )


def test_rubrics_key_words_and_authors_are_found_at_their_former_addresses(
    imported: Imported,
) -> None:
    assert imported.front("actualites/_index.md") == {
        "title": "Actualités",
        "summary": "Ce qui change.",
    }
    assert imported.body("actualites/_index.md") == "Le mot de [l’équipe](</tags/breves/>)."
    assert imported.settings["sections"] == {"actualites": {"title": "Actualités"}}
    assert imported.settings["redirects"] == {
        "/+-forum-+": "/tags/forum/",
        "/-Actualites-": "/actualites/",
        "/-Breves-": "/tags/breves/",
        "/_Nadia_": "/auteurs/nadia-lavergnat/",
    }
    page = (imported.folder / "import-report.md").read_text()
    assert "- `/spip.php?article1` → `/actualites/le-forum/`\n" in page


def test_the_site_builds(imported: Imported) -> None:
    assert {diagnostic.code for diagnostic in imported.build()} <= {"image-without-alt"}
    assert imported.answers("/IMG/jpg/salle.jpg")
    assert imported.answers("/Le-bilan")
    assert imported.answers("/Voir-le-bilan")
    assert imported.answers("/+-forum-+")
    assert imported.answers("/_Nadia_")


@pytest.mark.parametrize(
    ("written", "markdown", "kinds"),
    [
        ("Un { texte } et [absent->art9].", "Un *texte* et absent<!-- art9 -->.", ["dead link"]),
        ("{{a {{b}} c", "{{a **b** c", []),  # what is never closed ends at the next sign
        ("<code>a <code>b</code>", "<code>a `b`", []),
        ("[?Loi de 1901]", "[Loi de 1901](<https://fr.wikipedia.org/wiki/Loi_de_1901>)", []),
        ("[CNIL|Commission]", '<abbr title="Commission">CNIL</abbr>', []),
        ("Ici[ici<-].", 'Ici<span id="ici"></span>.', []),
        ("<formulaire|contact>", "<!-- <formulaire|contact> -->", ["shortcode"]),
        ("<h2>Titre</h2>", "<h2>Titre</h2>", []),
        ("Avant {{{Titre}}} après", "Avant \n\n## Titre\n\n après", []),
        ("a <cadre>\n1~2\n3\n</cadre>", "a \n\n```\n1~2\n3\n```", []),
        ("12~000 et https://a.example/~nadia", "12\u00a0000 et https://a.example/~nadia", []),
        ("a[[<n> Note.]] b[[<n>]]", "a[^1] b[^1]\n\n[^1]: Note.", []),
        ("a[[Voir [ici->https://b.example]]].", "a[^1].\n\n[^1]: Voir [ici](<https://b.example>)",
         []),
        ("| {{a}} | {{b}} |\n| {c} | < |\n",
         '<table>\n<tr><th scope="col">a</th><th scope="col">b</th></tr>\n'
         '<tr><td colspan="2"><em>c</em></td></tr>\n</table>', []),
        ("| [a->https://b.example] | c |\n| ^ | d |\n",
         '<table>\n<tr><td rowspan="2"><a href="https://b.example">a</a></td><td>c</td></tr>\n'
         "<tr><td>d</td></tr>\n</table>", []),
    ],
)  # fmt: skip
def test_each_sign_has_its_counterpart(written: str, markdown: str, kinds: list[str]) -> None:
    nothing = Meanings(lambda kind, number: "", lambda kind, number: "")

    text, notes = to_markdown(written, nothing)

    assert text == f"{markdown}\n"
    assert [note.kind for note in notes] == kinds


@pytest.mark.parametrize(
    ("kind", "addresses"),
    [
        ("", ["/forum", "/forum-2019"]),
        ("propres2", ["/forum.html", "/forum-2019.html"]),
        ("arbo", ["/news/local/forum", "/news/local/forum-2019"]),
        ("html", ["/article1.html", "/forum", "/forum-2019"]),
    ],
)
def test_addresses_are_composed_as_the_settings_say(
    kind: str, addresses: list[str], tmp_path: Path
) -> None:
    rows = [
        ("spip_meta", ("type_urls", kind)),
        ("spip_rubriques", (1, 0, "Actualités", "", "")),
        ("spip_rubriques", (2, 1, "Près d’ici", "", "")),
        ("spip_articles", (1, 2, *[""] * 13)),
        ("spip_urls", ("article", 1, "forum-2019", "2018")),
        ("spip_urls", ("article", 1, "forum", "2019")),
        ("spip_urls", ("rubrique", 1, "news", "2019")),
        ("spip_urls", ("rubrique", 2, "local", "2019")),
    ]
    write_backup(tmp_path / "dump.sqlite", rows)

    composed = SpipAddresses(SpipTables(str(tmp_path / "dump.sqlite")))

    assert composed.former("article", 1) == addresses


@pytest.mark.parametrize(
    ("written", "shown"),
    [
        ("<multi>[fr]Bonjour[en]Hello</multi> !", "Hello !"),
        ("<multi>[fr]Bonjour[br]Demat</multi>", "Bonjour"),
        ("<multi>Bonjour[br]Demat</multi>", "Bonjour"),
        ("Bonjour [en]", "Bonjour [en]"),
    ],
)
def test_of_a_text_in_several_languages_one_is_shown(written: str, shown: str) -> None:
    assert in_language(written, "en") == shown
