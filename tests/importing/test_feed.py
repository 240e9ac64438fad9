"""A site of which only the feed is left moves in: RSS, Atom, JSON Feed."""

import json
from pathlib import Path

import pytest

from sitegen.errors import UsageError
from sitegen.importing.kinds.feed_entries import read_feed
from tests.importing.imported import Imported, import_from, write_files

RSS = """<?xml version="1.0" encoding="UTF-8"?>
<rss version="2.0" xmlns:content="http://purl.org/rss/1.0/modules/content/"
 xmlns:dc="http://purl.org/dc/elements/1.1/">
<channel><title>Les Élus</title><link>https://elus.example.org/</link><language>fr-FR</language>
<description>Un numérique utile</description>
<item><title>Le &lt;i&gt;forum&lt;/i&gt;</title><link>https://elus.example.org/actus/forum/</link>
<guid isPermaLink="false">https://elus.example.org/?p=12</guid>
<dc:creator>Nadia Lavergnat</dc:creator>
<pubDate>Tue, 14 May 2019 22:30:00 +0000</pubDate><category>numérique</category>
<description>Deux jours à Nantes.</description>
<enclosure url="https://elus.example.org/sons/forum.mp3" type="audio/mpeg" length="1"/>
<content:encoded><![CDATA[<p>Voir <a href="https://elus.example.org/actus/bilan/">le bilan</a>.</p>
<iframe src="https://www.youtube.com/embed/dQw4w9WgXcQ"></iframe>
<p><img src="https://elus.example.org/img/salle.jpg" alt="La salle"></p>]]></content:encoded></item>
<item><title>Bilan</title><link>https://elus.example.org/actus/bilan/</link>
<pubDate>Mon, 13 May 2019 09:30:00 +0200</pubDate>
<description>Seul un &lt;b&gt;résumé&lt;/b&gt;…</description></item>
</channel></rss>
"""
ATOM = """<?xml version="1.0"?>
<feed xmlns="http://www.w3.org/2005/Atom" xml:lang="fr"><title>Les Élus</title>
<link href="https://elus.example.org/"/><id>tag:elus</id>
<entry><title>Un texte</title><id>tag:elus,2019:1</id>
<link href="https://elus.example.org/2019/05/texte.html"/>
<published>2019-05-14T10:00:00+02:00</published><updated>2019-06-01T10:00:00+02:00</updated>
<author><name>Karim Benali</name></author>
<content type="html">&lt;p&gt;Bonjour.&lt;/p&gt;</content></entry></feed>
"""
JSON = {
    "version": "https://jsonfeed.org/version/1.1",
    "title": "Les Élus",
    "home_page_url": "https://elus.example.org/",
    "language": "fr",
    "items": [
        {
            "id": "1", "url": "https://elus.example.org/notes/une/",
            "content_text": "1 < 2.\n\nDeux.",
            "date_published": "2019-05-14T10:00:00+02:00", "tags": ["brève"],
            "authors": [{"name": "Karim Benali"}],
            "attachments": [{"url": "https://elus.example.org/a.pdf",
                             "mime_type": "application/pdf", "title": "Le rapport"}],
        },
    ],
}  # fmt: skip


@pytest.fixture(scope="module")
def site(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("feed")
    write_files(folder, {"feed.xml": RSS})
    return import_from("rss", folder / "feed.xml", folder / "hub")


def test_the_whole_text_comes_and_the_summary_beside_it(site: Imported) -> None:
    path = "actus/2019-05-15-forum.md"  # half past midnight in Paris

    assert site.front(path) == {
        "title": "Le forum", "date": "2019-05-15 00:30", "author": "Nadia Lavergnat",
        "tags": ["numérique"], "summary": "Deux jours à Nantes.",
    }  # fmt: skip
    assert (
        site.body(path)
        == """\
Voir [le bilan](2019-05-13-bilan.md).

::: video "https://www.youtube.com/watch?v=dQw4w9WgXcQ" title=YouTube

[La salle](https://elus.example.org/img/salle.jpg)

[forum.mp3](https://elus.example.org/sons/forum.mp3)"""
    )


def test_what_the_feed_lacks_is_told(site: Imported) -> None:
    told = {kind: {} for kind, _name in site.report.notes}  # type: dict[str, dict[str, int]]
    for (kind, name), note in site.report.notes.items():
        told[kind][name] = note.count

    assert told == {
        "feed": {
            "what is older than its last text: no feed holds all": 1,
            "summaries, no whole texts": 1,
        },
        "picture elsewhere": {
            "https://elus.example.org/img/salle.jpg": 1,
            "https://elus.example.org/sons/forum.mp3": 1,
        },
    }
    assert site.body("actus/2019-05-13-bilan.md") == "Seul un **résumé**…"


def test_the_site_of_a_feed_builds_and_answers(site: Imported) -> None:
    told = site.build()

    assert told == []
    assert site.answers("/actus/forum/")
    assert site.settings["url"] == "https://elus.example.org/"


def test_atom_and_json_feed_are_read_alike(tmp_path: Path) -> None:
    write_files(tmp_path, {"feeds/a.atom": ATOM, "feeds/b.json": json.dumps(JSON)})
    site = import_from("rss", tmp_path / "feeds", tmp_path / "hub")

    assert site.front("articles/2019-05-14-texte.md") == {
        "title": "Un texte", "date": "2019-05-14 10:00", "updated": "2019-06-01 10:00",
        "author": "Karim Benali", "aliases": ["/2019/05/texte.html"],
    }  # fmt: skip
    assert site.front("notes/2019-05-14-une.md")["title"] == "1 < 2. Deux."
    assert site.body("notes/2019-05-14-une.md") == (
        "1 < 2.\n\nDeux.\n\n[Le rapport](https://elus.example.org/a.pdf)"
    )


@pytest.mark.parametrize("own", [' hreflang="fr-FR"/>', ' hreflang="FR"/>', "/>"])
def test_of_several_languages_the_page_in_the_feed_s_own_is_the_text_s(own: str) -> None:
    """`hreflang` is the language of the page (RFC 4287 §4.2.7.4); feedparser takes the last."""
    page = '<link href="https://elus.example.org/2019/05/texte.html"'
    breton = '<link href="https://elus.example.org/br/texte.html" hreflang="br"/>'
    for links in (page + own + breton, breton + page + own):
        (entry,) = read_feed(ATOM.replace(f"{page}/>", links).encode(), "feed.atom").entries

        assert entry.link == "https://elus.example.org/2019/05/texte.html"


def test_days_in_french_words_are_read_and_what_may_be_two_days_is_told(tmp_path: Path) -> None:
    """No format allows them, but home-made feeds have them; feedparser gives no date for most."""
    days = ("lun., 02 mars 2026 09:30:00 +0100", "1er mai 2026", "05/03/2026 10:00")
    items = "".join(
        f"<item><title>Texte {number}</title><link>https://elus.example.org/{number}</link>"
        f"<pubDate>{day}</pubDate><description>Un.</description></item>"
        for number, day in enumerate(days)
    )
    feed = f'<rss version="2.0"><channel><title>Les Élus</title>{items}</channel></rss>'
    write_files(tmp_path, {"feed.xml": feed})
    site = import_from("rss", tmp_path / "feed.xml", tmp_path / "hub")

    assert site.texts == [
        "articles/2.md", "articles/2026-03-02-0.md", "articles/2026-05-01-1.md",
    ]  # fmt: skip
    assert site.front("articles/2026-03-02-0.md")["date"] == "2026-03-02 09:30"
    told = site.report.notes["feed", "dates that nobody can tell"]
    assert (told.count, told.example) == (1, "05/03/2026 10:00")


def test_entries_without_an_identity_or_with_one_address_are_each_a_text(tmp_path: Path) -> None:
    """RSS asks for neither `guid` nor `link` (2.0, "All elements of an item are optional")."""
    page = "<link>https://elus.example.org/agenda/</link>"
    told = ("<title>Un</title>", "<title>Deux</title>", f"<title>Trois</title>{page}")
    items = "".join(
        f"<item>{words}</item>" for words in (*told, f"<title>Quatre</title>{page}", "")
    )
    feed = f'<rss version="2.0"><channel><title>Les Élus</title>{items}{items}</channel></rss>'
    write_files(tmp_path, {"feed.xml": feed})
    site = import_from("rss", tmp_path / "feed.xml", tmp_path / "hub")

    titles = [site.front(path) for path in site.texts]
    assert sorted(front.pop("title") for front in titles) == ["Deux", "Quatre", "Trois", "Un"]
    assert not any("translates" in front for front in titles)
    assert site.build() == []


def test_a_feed_that_breaks_off_is_told(tmp_path: Path) -> None:
    (tmp_path / "feed.xml").write_text(RSS[: RSS.index("Seul un")])

    site = import_from("rss", tmp_path / "feed.xml", tmp_path / "hub")

    assert site.texts == ["actus/2019-05-13-bilan.md", "actus/2019-05-15-forum.md"]
    assert ("feed", "what is not well-formed was guessed") in site.report.notes


@pytest.mark.parametrize(
    ("content", "code"),
    [
        ("<html></html>", "import-source-unlike"),
        ('<!DOCTYPE rss [<!ENTITY a "b">]><rss><channel/></rss>', "import-unreadable"),
        ("<rss><channel><title>a</channel></rss>", "import-unreadable"),
        ('{"version": "https://jsonfeed.org/version/1", "items": [}', "import-unreadable"),
        ('<rss xmlns:wp="http://wordpress.org/export/1.2/"/>', "import-source-unlike"),
    ],
)
def test_what_is_no_feed_is_told(tmp_path: Path, content: str, code: str) -> None:
    (tmp_path / "feed.xml").write_text(content)

    with pytest.raises(UsageError) as raised:
        import_from("rss", tmp_path / "feed.xml", tmp_path / "hub")

    assert [diagnostic.code for diagnostic in raised.value.diagnostics] == [code]
    assert not (tmp_path / "hub").exists()
