"""A site of WordPress moves in: export, uploads, agenda; what was not public stays so."""

import datetime as dt
from pathlib import Path

import pytest
from click.testing import CliRunner

from sitegen.cli import cli
from sitegen.errors import UsageError
from sitegen.importing.kinds.autop import paragraphs
from sitegen.importing.kinds.zones import find_zone
from tests.importing.imported import Imported, import_from
from tests.importing.wordpress_site import POSTS, URL, write_site
from tests.importing.wxr import export, post

UPLOADS = "wp-content/uploads/2019/05"


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("wordpress")
    former = (
        "/2019/05/forum/",
        "/association/bureau/",
        "/evenement/evt-63/",
        "/category/actus/",
        "/z/",
    )
    return import_from("wordpress", write_site(folder / "former", *POSTS), folder / "hub", *former)


def test_the_report_counts_every_post(site: Imported) -> None:
    report = site.report

    assert (report.texts, len(report.drafts), len(report.left_out)) == (55, 3, 5)
    assert (report.kept, report.redirected, report.unanswered) == (50, 1, [])
    assert report.lost == ["/z/"]
    counted = {kind: {} for kind, _name in report.notes}  # type: dict[str, dict[str, int]]
    for (kind, name), told in report.notes.items():
        counted[kind][name] = told.count
    assert counted == {
        "post type": {"acf-field": 1},
        "guess": {"timezone: Europe/Paris": 1},
        "own page": {"/agenda/": 1},
        "comment": {"comments": 2},
        "key": {"lieu": 1},
        "shortcode": {"contact-form-7": 1, "button": 1, "tribe_events": 1},
        "dead link": {"/parti/": 1, f"{URL}/adherer/": 1},
        "block": {"latest-posts": 1},
        "page builder": {
            "vc_row": 1, "vc_column": 1, "vc_column_text": 1, "vc_custom_heading": 1,
        },
        "unused file": {"files": 1},
    }  # fmt: skip


def test_the_settings_say_what_the_export_says(site: Imported) -> None:
    settings = site.settings

    assert settings["title"] == "Les Élus & le numérique"
    assert settings["url"] == f"{URL}/"
    assert (settings["language"], settings["timezone"]) == ("fr", "Europe/Paris")
    assert settings["urls"] == {
        "article": "/{year}/{month}/{slug}/",
        "sections": {"evenement": "/{section}/{slug}/"},
    }
    assert settings["redirects"] == {
        "/author/karim/": "/auteurs/karim-benali/",
        "/author/nadia/": "/auteurs/nadia-lavergnat/",
        "/category/actus/": "/actus/",
        "/category/actus/local/": "/tags/vie-locale/",
        "/category/presse/": "/presse/",
        "/feed/": "/feed.xml",
        "/tag/numerique/": "/tags/numerique/",
    }
    assert settings["menus"]["main"] == [
        "actus",
        "association.md",
        {"title": "La fédération", "url": "https://federation.example.org/"},
    ]
    assert {name: section["title"] for name, section in settings["sections"].items()} == {
        "actus": "Actualités",
        "articles": "Articles",
        "presse": "Communiqués de presse",
        "evenement": "Événements",
    }


def test_a_post_gets_names_instead_of_numbers(site: Imported) -> None:
    assert site.front("actus/2019-05-14-forum.md") == {
        "title": "Le forum & la suite",
        "date": "2019-05-14 09:30",
        "author": "nadia",
        "tags": ["Numérique", "Communiqués de presse", "Vie locale"],
        "summary": "Deux jours à Nantes.",
        "image": {
            "src": f"../{UPLOADS}/salle.jpg", "alt": "La salle, pleine", "caption": "La salle",
        },
        "extra": {"lieu": "Nantes"},
    }  # fmt: skip
    authors = (site.folder / "content/_data/authors.yaml").read_text()
    assert "name: Nadia Lavergnat" in authors
    assert "Robot" not in authors  # who never signed
    assert "prive.example" not in authors  # addresses that no reader saw


def test_the_text_is_what_readers_saw(site: Imported) -> None:
    assert (
        site.body("actus/2019-05-14-forum.md")
        == f"""\
Un premier paragraphe,{"  "}
sur deux lignes.

## Un titre

Voir [le bilan](../presse/2019-05-14-bilan.md), [le même](../presse/2019-05-14-bilan.md), parti<!-- /parti/ -->.

::: figure ../{UPLOADS}/salle.jpg alt="La salle, pleine" caption="La salle, pleine"

::: video "https://www.youtube.com/watch?v=dQw4w9WgXcQ" title=YouTube

::: gallery
![La salle, pleine](../{UPLOADS}/salle.jpg "La salle")
![](../{UPLOADS}/hall-scaled.jpg)
:::

Le ministre a dit : « Nous \\[les élus\\] sommes \\[sic\\] là ».

<!-- [contact-form-7 id="12" title="Contact"] -->

- un
- deux
  - deux bis

```
[gallery]

deux
```"""
    )


def test_blocks_leave_their_comments_behind(site: Imported) -> None:
    assert (
        site.body("presse/2019-05-14-bilan.md")
        == f"""\
Bonjour **à toutes**.

::: figure ../{UPLOADS}/hall-scaled.jpg alt="Le hall" caption="Le hall vide"

::: video https://vimeo.com/76979871 title=Vimeo

<!-- wp:latest-posts {{"postsToShow":3}} -->

Adhérez !

Noté[^1].

---

[^1]: Une *note*."""
    )
    assert site.body("actus/2019-05-14-ete-2019.md") == (
        f"Un texte de **constructeur**.\n\n**Nos valeurs**\n\nAdhérer<!-- {URL}/adherer/ -->"
    )


def test_pages_keep_their_place_and_introduce_their_section(site: Imported) -> None:
    assert site.front("association/bureau.md") == {"title": "Le bureau"}
    assert site.front("actus/_index.md") == {"title": "Nos actualités"}
    assert site.body("_index.md") == "Bienvenue."


def test_what_was_not_public_is_written_nowhere(site: Imported) -> None:
    written = [path for path in site.folder.rglob("*") if path.is_file()]

    assert not [path for path in written if b"Chut" in path.read_bytes()]
    for name in ("2019-05-14-texte-18", "2019-05-14-texte-19", "2030-01-01-texte-20"):
        assert site.front(f"actus/{name}.md")["draft"] is True
    assert [(path.rpartition("#")[2], how) for path, how in site.report.left_out] == [
        ("15", "private"), ("16", "password"), ("17", "trash"), ("21", "trash"), ("35", "private"),
    ]  # fmt: skip


def test_events_come_with_their_places(site: Imported) -> None:
    """Of The Events Calendar: hours, whole days to the last one, places used often as data."""
    folder = "evenement/2019-05-14-evt-6"

    assert site.front(f"{folder}3.md")["event"] == {
        "start": "2026-12-01 18:30", "end": "2026-12-01 20:00", "location": "cite-des-congres",
        "type": "Forum", "organizer": "Les Élus",
    }  # fmt: skip
    assert site.front(f"{folder}4.md")["event"] | {} == {
        "start": dt.date(2026, 12, 3), "end": dt.date(2026, 12, 4),
        "location": "cite-des-congres", "type": "Forum", "organizer": "Les Élus",
    }  # fmt: skip
    assert site.front(f"{folder}5.md")["event"] == {
        "start": "2026-12-05 14:00", "location": {"name": "Mairie", "city": "Rezé"},
        "timezone": "Indian/Reunion", "type": "Forum",
    }  # fmt: skip
    assert "city: Nantes" in (site.folder / "content/_data/venues.yaml").read_text()


def test_only_pictures_that_are_shown_come_and_whole(site: Imported) -> None:
    assert sorted(path.name for path in (site.folder / "content" / UPLOADS).iterdir()) == [
        "hall-scaled.jpg",
        "salle.jpg",
    ]


def test_the_site_builds_at_once(site: Imported) -> None:
    told = site.build()

    assert [(diagnostic.code, diagnostic.path) for diagnostic in told] == [
        ("image-without-alt", "content/actus/2019-05-14-forum.md")
    ]
    for address in (
        "/2019/05/forum/", "/2019/05/été-2019/", "/evenement/evt-63/", "/association/bureau/",
        f"/{UPLOADS}/salle.jpg", "/actus/", "/agenda/", "/category/actus/local/",
    ):  # fmt: skip
        assert site.answers(address), address
    assert not site.answers("/interne/")


def test_another_run_brings_only_what_is_new(tmp_path: Path) -> None:
    source = write_site(tmp_path / "former", *POSTS[:8])
    import_from("wordpress", source, tmp_path / "hub")
    edited = tmp_path / "hub/content/actus/2019-05-14-forum.md"
    edited.write_text(edited.read_text() + "\nAjouté.\n")

    same = import_from("wordpress", source, tmp_path / "hub").report
    write_site(tmp_path / "former", *POSTS)
    more = import_from("wordpress", source, tmp_path / "hub").report

    assert set(same.written.values()) == {"same", "edited"}
    assert edited.read_text().endswith("Ajouté.\n")
    assert more.written["content/actus/2019-05-14-forum.md"] == "edited"
    assert more.written["content/articles/2019-05-14-texte-14.md"] == "same"
    assert more.written["content/association.md"] == "new"


def test_the_command_takes_uploads_that_lie_elsewhere(tmp_path: Path) -> None:
    export = write_site(tmp_path / "former", *POSTS)
    (tmp_path / "former/uploads").rename(tmp_path / "2026-backup")
    hub = tmp_path / "hub"
    arguments = [
        "import",
        "auto",
        str(export),
        str(hub),
        "--uploads",
        str(tmp_path / "2026-backup"),
    ]

    done = CliRunner().invoke(cli, arguments)

    assert done.exit_code == 0, done.output
    assert "55 texts written" in done.output
    assert (hub / "content" / UPLOADS / "salle.jpg").exists()


def test_a_feed_is_no_export(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text("<rss version='2.0'><channel/></rss>")

    with pytest.raises(UsageError) as raised:
        import_from("wordpress", tmp_path / "feed.xml", tmp_path / "hub")

    assert raised.value.diagnostics[0].code == "import-source-unlike"
    assert not (tmp_path / "hub").exists()


def test_an_export_that_breaks_off_leaves_nothing(tmp_path: Path) -> None:
    whole = export(post(1, "Un"), post(2, "Deux"))
    (tmp_path / "export.xml").write_text(whole[: whole.index("<title><![CDATA[Deux")])

    with pytest.raises(UsageError) as raised:
        import_from("wordpress", tmp_path / "export.xml", tmp_path / "hub")

    assert raised.value.diagnostics[0].code == "import-unreadable"
    assert raised.value.diagnostics[0].line > 1
    assert not (tmp_path / "hub").exists()


@pytest.mark.parametrize(
    ("typed", "shown"),
    [
        ("Un.\n\nDeux.", "<p>Un.</p>\n<p>Deux.</p>"),
        ("Un\ndeux", "<p>Un<br>\ndeux</p>"),
        ("<h2>Titre</h2>\nTexte", "<h2>Titre</h2>\n<p>Texte</p>"),
        ("<ul>\n<li>a</li>\n</ul>\nFin", "<ul>\n<li>a</li>\n</ul>\n<p>Fin</p>"),
        ("<blockquote>Un\n\nDeux</blockquote>",
         "<blockquote>\n<p>Un</p>\n<p>Deux</p>\n</blockquote>"),
        ("<p>Déjà.</p>\n<p>Là.</p>", "<p>Déjà.</p>\n<p>Là.</p>"),
        ("<pre>a\n\nb</pre>", "<pre>a\n\nb</pre>"),
        ("a<br /><br />b", "<p>a</p>\n<p>b</p>"),
        ("<strong>Gras</strong> et\r\nsuite", "<p><strong>Gras</strong> et<br>\nsuite</p>"),
    ],
)  # fmt: skip
def test_empty_lines_make_paragraphs(typed: str, shown: str) -> None:
    assert paragraphs(typed) == shown


@pytest.mark.parametrize(
    ("hours", "zone"),
    [
        ([("2019-05-14 09:30:00", "2019-05-14 07:30:00")], "Europe/Paris"),
        ([("2019-05-14 11:30:00", "2019-05-14 07:30:00")], "Indian/Reunion"),
        ([("2019-05-14 07:30:00", "2019-05-14 07:30:00"),
          ("2019-01-14 07:30:00", "2019-01-14 07:30:00")], "UTC"),
        ([("2019-05-14 09:31:00", "2019-05-14 07:30:00")], ""),
        ([], ""),
    ],
)  # fmt: skip
def test_hours_written_twice_tell_the_zone(hours: list[tuple[str, str]], zone: str) -> None:
    assert find_zone(hours) == zone


MODERN = {
    "mec_start_date": "2026-12-05", "mec_start_time_hour": "2", "mec_start_time_minutes": "30",
    "mec_start_time_ampm": "PM", "mec_end_date": "2026-12-05", "mec_end_time_hour": "12",
    "mec_end_time_minutes": "0", "mec_end_time_ampm": "AM", "mec_color": "ff0000",
    "mec_cost": "12 €", "mec_read_more": "https://inscription.example.org/",
}  # fmt: skip
IN_NANTES = [("mec_location", "cite", "Cité des congrès"), ("mec_category", "forum", "Forum"),
             ("mec_organizer", "elus", "Les Élus"), ("mec_label", "x", "Étiquette"),
             ("mec_tag", "eau", "Eau")]  # fmt: skip
MANAGED = {
    "_event_start_date": "2026-12-05", "_event_start_time": "14:30:00",
    "_event_end_date": "2026-12-05", "_event_end_time": "17:00:00", "_event_all_day": "0",
    "_event_timezone": "Europe/Paris", "_event_id": "8", "_location_id": "6",
}  # fmt: skip
IN_REZE = {"_location_id": "6", "_location_address": "1 rue Verte", "_location_town": "Rezé"}


@pytest.fixture(scope="module")
def calendars(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("calendars")

    def modern(number: int, name: str, **meta: str) -> str:
        return post(number, name, type="mec-events", slug=name, link=f"/events/{name}/",
                    terms=IN_NANTES, meta=MODERN | meta)  # fmt: skip

    def managed(number: int, name: str, **meta: str) -> str:
        return post(number, name, type="event", slug=name, link=f"/agenda-2/{name}/",
                    terms=[("event-categories", "forum", "Forum")], meta=MANAGED | meta)  # fmt: skip

    posts = (
        modern(1, "heures", mec_end_time_ampm="PM", mec_end_time_hour="5"),
        modern(2, "sans-fin", mec_hide_end_time="1", mec_event_status="EventCancelled"),
        modern(3, "jours", mec_allday="1", mec_end_date="2026-12-07"),
        modern(4, "deux-jours", mec_hide_end_time="1", mec_end_date="2026-12-06"),
        modern(5, "sans-date", mec_start_date="", mec_end_date=""),
        managed(11, "geres"),
        managed(12, "annule", _event_all_day="1", _event_active_status="0"),
        post(13, "La halle", type="location", link="/lieux/halle/", terms=[], meta=IN_REZE),
        post(14, "Un lieu secret", type="location", status="private", link="/lieux/secret/",
             terms=[], meta=IN_REZE | {"_location_id": "7"}),
        managed(15, "chez-nous", _location_id="7"),
        post(16, "Un autre", type="event", slug="autre", link="/agenda-2/autre/", terms=[]),
    )  # fmt: skip
    return import_from("wordpress", write_site(folder / "former", *posts), folder / "hub")


@pytest.mark.parametrize(
    ("path", "event"),
    [
        ("events/2019-05-14-heures.md",
         {"start": "2026-12-05 14:30", "end": "2026-12-05 17:00", "location": "Cité des congrès",
          "type": "Forum", "organizer": "Les Élus"}),
        ("events/2019-05-14-sans-fin.md",
         {"start": "2026-12-05 14:30", "location": "Cité des congrès",
          "type": "Forum", "organizer": "Les Élus", "status": "cancelled"}),
        ("events/2019-05-14-jours.md",
         {"start": dt.date(2026, 12, 5), "end": dt.date(2026, 12, 7), "type": "Forum",
          "location": "Cité des congrès", "organizer": "Les Élus"}),
        ("events/2019-05-14-deux-jours.md",
         {"start": dt.date(2026, 12, 5), "end": dt.date(2026, 12, 6), "type": "Forum",
          "location": "Cité des congrès", "organizer": "Les Élus"}),
        ("events/2019-05-14-sans-date.md", None),
        ("agenda-2/2019-05-14-geres.md",
         {"start": "2026-12-05 14:30", "end": "2026-12-05 17:00", "location": "la-halle",
          "type": "Forum"}),
        ("agenda-2/2019-05-14-annule.md",
         {"start": dt.date(2026, 12, 5), "location": "la-halle",
          "type": "Forum", "status": "cancelled"}),
        ("agenda-2/2019-05-14-chez-nous.md",
         {"start": "2026-12-05 14:30", "end": "2026-12-05 17:00", "type": "Forum"}),
        ("agenda-2/2019-05-14-autre.md", None),
    ],
)  # fmt: skip
def test_events_of_other_calendars_come_with_their_days(
    calendars: Imported, path: str, event: dict[str, object] | None
) -> None:
    front = calendars.front(path)

    assert front.get("event") == event
    assert "extra" not in front
    assert front.get("tags", ["Eau"]) == ["Eau"]  # neither a place nor a label


def test_places_of_other_calendars_are_venues(calendars: Imported) -> None:
    venues = (calendars.folder / "content/_data/venues.yaml").read_text()

    assert "la-halle:\n  name: La halle\n  address: 1 rue Verte\n  city: Rezé\n" in venues
    assert "secret" not in venues
    body = calendars.body("events/2019-05-14-heures.md")
    assert "<https://inscription.example.org/>" in body
    assert "12 €" in body
