"""A site of Hugo moves in: bundles, sections, shortcodes, events, addresses."""

import datetime as dt
from pathlib import Path

import pytest
import yaml

from sitegen.importing.kinds.hugo_addresses import urlized
from sitegen.importing.kinds.hugo_shortcodes import without_shortcodes
from tests.imaging.pictures import photograph
from tests.importing.imported import Imported, import_from, write_files

FILES: dict[str, str | bytes] = {
    "hugo.toml": """\
baseURL = "https://velo.example.org/"
title = "À vélo"
defaultContentLanguage = "fr"
timeZone = "Europe/Paris"
[permalinks]
  blog = "/blog/:year/:slug/"
[[menu.main]]
  name = "Le blog"
  url = "/blog/"
""",
    "content/_index.md": "---\ntitle: Accueil\n---\nBienvenue.\n",
    "content/blog/_index.md": "---\ntitle: Nouvelles\nlayout: list\n---\nTout ce qui bouge.\n",
    "content/blog/l-ecole.md": """\
+++
title = "L'école à vélo"
date = 2019-05-14T09:30:00+02:00
tags = ["école", ""]
categories = ["actus", "vélo"]
aliases = ["/ancien/"]
image = "/img/salle.jpg"
+++
Un [lien]({{< ref "agenda/forum.md#salle" >}}) <!--more-->

{{< figure src="/img/salle.jpg" alt="La salle" caption="À Nantes" >}}

{{< youtube dQw4w9WgXcQ >}}

{{< photo "/img/salle.jpg" >}}

{{< guidon couleur="rouge" >}}Le texte.{{< /guidon >}}

```
{{</* figure src="x.jpg" */>}}
```
""",
    "content/blog/2018/bundle/index.md": """\
---
title: Un dossier
date: 2018-03-02
draft: true
---
![Plan](plan.jpg)
""",
    "content/blog/2018/bundle/plan.jpg": photograph(),
    "content/agenda/forum.md": """\
---
title: Forum
date: 2019-09-12
publishdate: 2019-06-01
horaire: de 14 h à 17 h
lieu: Maison du vélo
datefin: 2019-09-13
---
## Salle
À partir de 14 h.
""",
    "content/contact.md": "---\ntitle: Contact\nurl: /nous-ecrire.html\n---\nÉcrivez.\n",
    "themes/t/layouts/shortcodes/photo.html": '<img src="{{ .Get 0 }}" loading="lazy">',
    "static/img/salle.jpg": photograph(),
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("hugo")
    write_files(folder / "former", FILES)
    return import_from("hugo", folder / "former", folder / "site", "/blog/2019/lécole-à-vélo/")


def test_every_text_has_its_file(imported: Imported) -> None:
    assert imported.texts == [
        "agenda/2019-06-01-forum.md",
        "blog/2018/2018-03-02-un-dossier.md",
        "blog/2019-05-14-lecole-a-velo.md",
        "blog/_index.md",
        "nous-ecrire.md",
    ]


def test_keys_become_those_of_here(imported: Imported) -> None:
    assert imported.front("blog/2019-05-14-lecole-a-velo.md") == {
        "title": "L'école à vélo",
        "date": "2019-05-14 09:30",
        "tags": ["école", "vélo"],
        "kind": "actus",
        "image": {"src": "../img/salle.jpg", "alt": ""},
        "aliases": ["/blog/2019/l%C3%A9cole-%C3%A0-v%C3%A9lo/", "/ancien/"],
    }


def test_shortcodes_become_those_of_here_or_are_told(imported: Imported) -> None:
    assert imported.body("blog/2019-05-14-lecole-a-velo.md") == (
        "Un [lien](../agenda/2019-06-01-forum.md#salle) \n\n"
        '::: figure ../img/salle.jpg alt="La salle" caption="À Nantes"\n\n'
        '::: video "https://www.youtube.com/watch?v=dQw4w9WgXcQ" title=YouTube\n\n'
        "![](../img/salle.jpg)\n\n"
        '<!-- {{< guidon couleur="rouge" >}} -->Le texte.\n\n'
        '```\n{{< figure src="x.jpg" >}}\n```'
    )
    assert imported.report.notes["shortcode", "guidon"].count == 1


def test_the_date_of_an_event_is_not_that_of_its_publication(imported: Imported) -> None:
    front = imported.front("agenda/2019-06-01-forum.md")

    assert front["date"] == dt.date(2019, 6, 1)
    assert front["event"] == {
        "start": dt.date(2019, 9, 12), "end": dt.date(2019, 9, 13), "location": "Maison du vélo",
    }  # fmt: skip
    assert "De 14 h à 17 h\n\n## Salle" in imported.body("agenda/2019-06-01-forum.md")


def test_files_of_a_bundle_come_with_their_text(imported: Imported) -> None:
    assert imported.body("blog/2018/2018-03-02-un-dossier.md") == "![Plan](un-dossier/plan.jpg)"


def test_the_site_builds_and_every_address_answers(imported: Imported) -> None:
    told = imported.build()

    assert {diagnostic.code for diagnostic in told} <= {"image-without-alt"}
    assert imported.settings["sections"] == {
        "blog": {"title": "Le blog", "aliases": ["/blog/index.xml"]},
        "agenda": {"title": "Agenda", "aliases": ["/agenda/index.xml"]},
    }
    for address in (
        "/index.xml",
        "/blog/index.xml",
        "/ancien/",
        "/nous-ecrire.html",
        "/img/salle.jpg",
        "/blog/2019/lécole-à-vélo/",
    ):
        assert imported.answers(address), address
    assert imported.report.lost == []


@pytest.mark.parametrize(
    ("title", "slug"),
    [
        ("L'école à vélo", "lécole-à-vélo"),
        ("C’est 100 % vélo !", "cest-100-vélo-"),
        ("v1.2", "v1.2"),
    ],
)
def test_slugs_are_made_as_hugo_makes_them(title: str, slug: str) -> None:
    assert urlized(title) == slug


def test_what_sites_of_associations_write_besides(tmp_path: Path) -> None:
    """Places in parts, ends before their start, an address without a scheme, a list's own text."""
    write_files(tmp_path / "former", {
        "config.yaml": "title: A\nbaseURL: lieu.example.org\n",
        "content/tags/_index.md": "---\ntitle: Tous les mots-clés\n---\n",
        "content/projets/potager.md": "---\ntitle: Potager\ntags: [Jardin]\n---\nUn projet.\n",
        "content/events/20191124-film.md": "---\ntitle: Film\n---\nUn soir.\n",
        "content/agenda/atelier.md": (
            "---\ntitle: Atelier\ndate: 2019-02-01\ntags: [Réparer]\n"
            "start: 2019-02-27 18:30\nend: 2019-02-19 20:00\n"
            "location: {street: 1 rue du Luizet, city: Villeurbanne, postal: 69100, floor: 2}\n"
            "---\n::::::: Au programme :::::::\n"
        ),
    })  # fmt: skip

    site = import_from("hugo", tmp_path / "former", tmp_path / "hub")

    front = site.front("agenda/2019-02-01-atelier.md")
    assert site.settings["url"] == "https://lieu.example.org/"
    assert front["event"]["location"] == {
        "name": "Villeurbanne", "address": "1 rue du Luizet", "postcode": "69100",
    }  # fmt: skip
    assert "end" not in front["event"]
    assert front["extra"] == {"end": "2019-02-19 20:00", "location": {"floor": 2}}
    assert site.front("events/film-20191124.md")["slug"] == "20191124-film"
    assert ("own list", "/tags/") in site.report.notes
    assert list(site.settings["tags"]) == ["Réparer"]  # the list of the others has no text
    assert [told.code for told in site.build()] == []
    assert site.answers("/events/20191124-film/")


def test_lists_of_a_sites_own_become_lists_of_here(tmp_path: Path) -> None:
    """Pages of those who sign are people, not sections; a taxonomy of its own gives tags."""
    page = "---\ntitle: {}\n---\n{}\n"
    write_files(tmp_path / "former", {
        "config.yaml": "title: A\nbaseURL: a.example.org\ntaxonomies: {tag: tags, author: authors,"
                       " topic: topics}\n",
        "content/authors/nadia/_index.md": page.format("Nadia Lavergnat", "Élue."),
        "content/authors/gone/_index.md": page.format("Personne", ""),
        "content/topics/velo/_index.md": page.format("Le vélo", ""),
        "content/news/a.md": "---\ntitle: A\ndate: 2019-02-01\nauthors: [nadia]\ntags: [x]\n"
                             "topics: [velo, eau]\n---\nUn.\n",
    })  # fmt: skip

    site = import_from("hugo", tmp_path / "former", tmp_path / "hub", "/authors/nadia/",
                       "/topics/velo/")  # fmt: skip

    front = site.front("news/2019-02-01-a.md")
    assert (front["author"], front["tags"]) == ("nadia", ["x", "Le vélo", "eau"])
    assert "extra" not in front
    assert site.texts == ["news/2019-02-01-a.md"]
    people = yaml.safe_load((site.folder / "content/_data/authors.yaml").read_text())
    assert people == {"nadia": {"name": "Nadia Lavergnat", "bio": "Élue."}}
    assert ("own list", "/authors/gone/") in site.report.notes
    assert site.report.lost == []
    assert [told.code for told in site.build()] == []


def test_each_language_is_a_version_and_takes_no_place_of_another(tmp_path: Path) -> None:
    """Introductions of one section in two languages, a translation by its key, a host of its own,
    a text that has no original."""
    text = "---\ntitle: {}\ndate: 2019-02-01\n{}---\n{}\n"
    languages = (
        "languages:\n  fr: {contentDir: content/fr, baseURL: https://a.example.org, title: À}\n"
        "  en: {contentDir: content/en, baseURL: https://en.example.org, title: At}\n"
    )
    write_files(tmp_path / "former", {
        "config.yaml": f"defaultContentLanguage: fr\n{languages}",
        "content/fr/_index.md": "---\ntitle: Accueil\n---\n",
        "content/en/_index.md": "---\ntitle: Home\n---\n",
        "content/fr/news/_index.md": "---\ntitle: Nouvelles\n---\nIci.\n",
        "content/en/news/_index.md": "---\ntitle: News\n---\nHere.\n",
        "content/fr/news/forum.md": text.format("Forum", "translationKey: f\n", "[Ici](/news/)"),
        "content/en/news/the-forum.md": text.format("The forum", "translationKey: f\n"
                                                    "aliases: [/old/]\n", "Words."),
        "content/en/news/alone.md": text.format("Alone", "", "Words."),
    })  # fmt: skip

    site = import_from("hugo", tmp_path / "former", tmp_path / "hub", "/news/", "/en/news/alone/",
                       "/en/old/")  # fmt: skip

    assert site.texts == [
        "en/news/2019-02-01-alone.md",
        "en/news/2019-02-01-the-forum.md",
        "en/news/_index.md",
        "news/2019-02-01-forum.md",
        "news/_index.md",
    ]
    assert site.settings["url"] == "https://a.example.org/"
    assert site.settings["languages"] == {"en": {"title": "At", "url": "https://en.example.org/"}}
    front = site.front("en/news/2019-02-01-the-forum.md")
    assert front["translates"] == "../../news/2019-02-01-forum.md"
    assert front["aliases"] == ["/en/old/"]
    assert "lang" not in front
    assert (site.body("news/_index.md"), site.body("en/news/_index.md")) == ("Ici.", "Here.")
    assert site.report.lost == []
    assert [told.code for told in site.build()] == []
    assert site.answers("/en/news/alone/")


def test_words_of_shortcodes_are_text_where_they_can_be_told() -> None:
    calls = (
        'Voyez [la page]({{< link "/a/" >}}).\n\n'
        '{{< callout type="warning" title="Gare" >}}\n  Le **texte**.\n{{< /callout >}}\n\n'
        '{{< cards >}}\n{{< card link="/a/" title="Une" subtitle="Dite" >}}\n'
        '{{< card link="/b/" title="Deux" >}}\n{{< /cards >}}\n\n'
        '{{< details "Plus" >}}Dessous.{{< /details >}}\n'
        '{{< pullquote text="Oui." author="Nadia" >}}\n'
    )

    text, notes = without_shortcodes(calls, lambda name: f"{name}#ici")

    blocks = [block.strip() for block in text.split("\n\n") if block.strip()]
    assert blocks == [
        "Voyez [la page](/a/#ici).",
        "::: alert warning title=Gare\nLe **texte**.\n:::",
        "<!-- {{< cards >}} -->",
        "[Une](/a/): Dite",
        "[Deux](/b/)",
        '<!-- {{< details "Plus" >}} -->',
        "**Plus**",
        "Dessous.",
        "> Oui.\n>\n> Nadia",
    ]
    assert [note.name for note in notes] == ["cards", "details"]


@pytest.mark.parametrize("mark", ["---", "+++"])
def test_keys_that_nobody_can_read_stand_above_a_draft(tmp_path: Path, mark: str) -> None:
    """The first build says nothing of them; the report does."""
    keys = 'title: "Le forum\ndate: 2020-01-01'
    write_files(
        tmp_path / "former",
        {
            "hugo.yaml": "title: À vélo\nbaseURL: https://velo.example.org/\n",
            "content/blog/forum.md": f"{mark}\n{keys}\n{mark}\n\nLe forum est passé.\n",
        },
    )

    imported = import_from("hugo", tmp_path / "former", tmp_path / "new")

    assert imported.front("blog/forum.md") == {"title": "Forum", "draft": True}
    assert imported.body("blog/forum.md") == f"~~~\n{keys}\n~~~\n\nLe forum est passé."
    assert imported.build() == []
    assert [kind for kind, _name in imported.report.notes] == ["front matter"]


PLAIN: dict[str, str | bytes] = {"hugo.yaml": "title: À vélo\nbaseURL: https://velo.example.org/\n"}


@pytest.mark.parametrize(
    "head",
    [
        '{"Title": "Budget", "Draft": true}\n',
        '+++\nTitle = "Budget"\nHeadless = true\n+++\n',
        "---\nTitle: Budget\nBuild: {Render: never}\n---\n",
    ],
)
def test_hugo_reads_its_keys_with_capitals_too(tmp_path: Path, head: str) -> None:
    """Its drafts stay drafts."""
    write_files(tmp_path / "former", PLAIN | {"content/blog/budget.md": f"{head}\nTexte.\n"})
    imported = import_from("hugo", tmp_path / "former", tmp_path / "hub")

    front = imported.front("blog/budget.md")
    assert (front["title"], front["draft"]) == ("Budget", True)


def test_a_cascade_is_read_with_capitals_too(tmp_path: Path) -> None:
    folder = "---\ntitle: Nouvelles\nCascade: {Draft: true}\n---\n"
    more = {"content/blog/_index.md": folder, "content/blog/a.md": "---\ntitle: A\n---\nTexte.\n"}
    write_files(tmp_path / "former", PLAIN | more)

    assert import_from("hugo", tmp_path / "former", tmp_path / "hub").front("blog/a.md")["draft"]


def test_what_settings_and_folders_cascade_is_a_draft_where_it_is_meant(tmp_path: Path) -> None:
    """For all below, or for the pages of a glob."""
    text = "---\ntitle: {name}\ndate: 2026-03-05\n---\nTexte.\n"
    folders = ("secret/dossier", "secret", "blog", "blog/interne")
    write_files(
        tmp_path / "former",
        {
            "hugo.toml": 'title = "T"\n[[cascade]]\nDraft = true\n'
            '[cascade.target]\npath = "/{secret,privé}/**"\n',
            "content/blog/_index.md": "---\ntitle: Blog\ncascade:\n- draft: true\n"
            "  _target: {path: /blog/interne/*}\n---\n",
            **{f"content/{folder}/a.md": text.format(name=folder) for folder in folders},
        },
    )

    moved = import_from("hugo", tmp_path / "former", tmp_path / "hub")

    fronts = [moved.front(path) for path in moved.texts]
    drafts = {front["title"] for front in fronts if front.get("draft")}
    assert drafts == {"secret/dossier", "secret", "blog/interne"}
