"""A site of Jekyll moves in: posts, collections, pages, drafts; Liquid within; addresses."""

import datetime as dt
from pathlib import Path

import pytest

from tests.imaging.pictures import photograph
from tests.importing.imported import Imported, import_from, write_files

FILES: dict[str, str | bytes] = {
    "_config.yml": """\
title: Les Élus du numérique
url: https://elus.example.org
baseurl: /blog
timezone: Europe/Paris
permalink: /:categories/:year/:month/:day/:title.html
collections:
  evenements: {output: true, permalink: "/evenements/:name/"}
defaults:
  - {scope: {path: "", type: posts}, values: {author: nadia}}
""",
    "_data/authors.yml": "nadia: {name: Nadia Lavergnat, bio: Déléguée générale}\n",
    "_posts/2019-05-14-forum.md": """\
---
layout: post
title: "Le **forum** : c’est demain"
categories: [actus, vie locale]
tags: forum numerique
excerpt: Deux jours à [Nantes](https://nantes.example).
image: /assets/salle.jpg
redirect_from: [/forum.html]
---
Voir [le bilan]({{ site.baseurl }}{% post_url 2019-06-03-Bilan %})
et [l’équipe]({{ "/equipe/" | relative_url }}).
{: .lead}

{% include youtube.html id="dQw4w9WgXcQ" %}

{% highlight ruby %}
puts "{% link x %}"
{% endhighlight %}

{% include carte.html ville="Nantes" %} La fin.

{% include_cached figure.html url="/assets/salle.jpg" description="La salle" %}
""",
    "_posts/2019-06-03-Bilan.md": """\
---
title: Bilan
categories: actus
---
![](/assets/salle.jpg)
""",
    "actus/_posts/2019-07-01-en-dossier.md": """\
---
title: En dossier
date: 2019-07-02 09:30:00 +0200
---
Texte.
""",
    "_posts/2019-08-01-cache.md": """\
---
title: Caché
published: false
categories: actus
---
Chut.
""",
    "_drafts/plus-tard.md": "---\ntitle: Plus tard\n---\nPas encore.\n",
    "_evenements/assises.html": """\
---
title: Assises
start: 2019-09-12 14:00
end: 2019-09-12 17:00
place: Nevers
---
<p style="color:red">Un <b>programme</b>.</p><ul><li>un<ul><li>deux</li></ul></li></ul>
""",
    "equipe.md": "---\ntitle: L’équipe\npermalink: /equipe/\nnote: à voir\n---\nNous.\n",
    "assets/salle.jpg": photograph(),
    "README.md": "Rien.\n",
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("jekyll")
    write_files(folder / "former", FILES)
    addresses = ("/actus/vie locale/2019/05/14/forum.html", "/forum.html", "/evenements/assises/")
    return import_from("jekyll", folder / "former", folder / "site", *addresses)


def test_every_text_has_its_file(imported: Imported) -> None:
    assert imported.texts == [
        "actus/2019-05-14-forum.md",
        "actus/2019-06-03-bilan.md",
        "actus/2019-07-02-en-dossier.md",
        "actus/2019-08-01-cache.md",
        "equipe.md",
        "evenements/assises.md",
        "posts/plus-tard.md",
    ]


def test_keys_become_those_of_here(imported: Imported) -> None:
    assert imported.front("actus/2019-05-14-forum.md") == {
        "title": "Le forum : c’est demain",
        "date": dt.date(2019, 5, 14),
        "author": "nadia",
        "tags": ["forum", "numerique"],
        "kind": "vie locale",
        "summary": "Deux jours à Nantes.",
        "image": {"src": "../assets/salle.jpg", "alt": ""},
        "aliases": ["/actus/vie%20locale/2019/05/14/forum.html", "/forum.html"],
    }
    assert imported.front("equipe.md")["extra"] == {"note": "à voir"}


def test_liquid_is_resolved_or_told(imported: Imported) -> None:
    assert imported.body("actus/2019-05-14-forum.md") == (
        "Voir [le bilan](2019-06-03-bilan.md)\net [l’équipe](../equipe.md).\n\n"
        '::: video "https://www.youtube.com/watch?v=dQw4w9WgXcQ" title=YouTube\n\n'
        '```ruby\nputs "{% link x %}"\n```\n\n'
        '<!-- {% include carte.html ville="Nantes" %} --> La fin.\n\n\n\n'
        '::: figure ../assets/salle.jpg decorative caption="La salle"'
    )
    assert imported.report.notes["shortcode", "include"].count == 1


def test_an_event_keeps_its_hours_and_its_place(imported: Imported) -> None:
    assert imported.front("evenements/assises.md")["event"] == {
        "start": "2019-09-12 14:00",
        "end": "2019-09-12 17:00",
        "location": "Nevers",
    }
    assert imported.body("evenements/assises.md") == "Un **programme**.\n\n- un\n  - deux"


def test_what_was_not_public_is_a_draft(imported: Imported) -> None:
    assert imported.front("actus/2019-08-01-cache.md")["draft"] is True
    assert imported.front("posts/plus-tard.md")["draft"] is True


def test_texts_of_a_collection_without_pages_are_drafts(tmp_path: Path) -> None:
    settings = "collections_dir: textes\ncollections: {notes: , fiches: {output: true}}\n"
    text = "---\ntitle: T\n---\nTexte.\n"
    write_files(tmp_path / "former", {"_config.yml": settings, "textes/_notes/a.md": text,
                                      "textes/_fiches/b.md": text})  # fmt: skip
    moved = import_from("jekyll", tmp_path / "former", tmp_path / "hub")

    assert moved.front("notes/a.md")["draft"] is True
    assert moved.front("fiches/b.md") == {"title": "T"}
    assert moved.settings["urls"]["page"] == "/{path}.html"


def test_files_that_jekyll_makes_of_data_do_not_come_over_as_they_are(tmp_path: Path) -> None:
    write_files(
        tmp_path / "former",
        {
            "_config.yml": "title: T\n",
            "index.md": "---\ntitle: T\n---\n[Un](un.txt), [deux](deux.txt).\n",
            "un.txt": "---\nlayout: null\n---\n{{ site.title }}\n",
            "deux.txt": "Deux\n",
        },
    )

    moved = import_from("jekyll", tmp_path / "former", tmp_path / "hub")

    assert moved.build() == []
    assert not (moved.folder / "content/un.txt").exists()
    assert moved.answers("/deux.txt")


def test_french_keys_are_understood_and_lists_that_a_template_made_leave_nothing(
    tmp_path: Path,
) -> None:
    loop = "{% for t in site.posts %}\n- [{{ t.titre }}]({{ t.url }})\n{% endfor %}\n"
    head = "---\ntitre_page: À la une\ntitre: À la une | Mairie\nauteur: Nadia\nchapo: Tout.\n---\n"
    write_files(
        tmp_path / "former",
        {
            "_config.yml": "title: T\n",
            "une.md": f"{head}Bonjour.\n\n{loop}\n{{% for n in x %}}Dit.{{% endfor %}}\n",
        },
    )

    moved = import_from("jekyll", tmp_path / "former", tmp_path / "hub")

    assert moved.front("une.md") == {
        "title": "À la une",
        "author": "Nadia",
        "summary": "Tout.",
        "extra": {"titre": "À la une | Mairie"},
    }
    assert moved.body("une.md") == "Bonjour.\n\n\n\nDit."
    assert moved.report.notes["shortcode", "for"].count == 2


def test_what_a_theme_shows_of_the_front_matter_stands_in_the_text(tmp_path: Path) -> None:
    """Rows and galleries, notices, files without a program: readers read them; also in HTML."""
    rows = (
        "intro: [{excerpt: Le **club** de Lyon.}]\n"
        "rang: [{title: Stages, image_path: /a.jpg, alt: Un bassin, excerpt: En juillet.,"
        " url: /stages/, btn_label: S’inscrire}]\n"
        "gallery: [{image_path: /a-th.jpg, url: /a.jpg, alt: Un bassin, title: À Lyon}]\n"
    )
    calls = (
        '{% include feature_row id="intro" type="center" %}\n\n'
        '{% include feature_row id="rang" %}\n'
        "{% include gallery caption='Photos' %}\n\n{% include contact.html %}\n\n"
        "{% include alert warning='Fermé.' %}\n\n"
        "{% include button.html text='Écrire' link='/stages/' %}\n\n"
        '{{ page.title | escape }} de {{ site.title }} {{ site.time | date: "%d" }}\n'
    )
    write_files(
        tmp_path / "former",
        {
            "_config.yml": "title: T\n",
            "club.md": f"---\ntitle: Le club\n{rows}---\n{calls}",
            "page.html": f"---\ntitle: H\n{rows}---\n<p>Ici</p>"
            "{% include feature_row id='rang' %}",
            "stages.md": "---\ntitle: Stages\npermalink: /stages/\n---\nEn juillet.\n",
            "_includes/contact.html": "<p>12 rue <b>Haute</b></p>\n",
            "a.jpg": photograph(),
        },
    )

    moved = import_from("jekyll", tmp_path / "former", tmp_path / "hub")

    row = "## Stages\n\n![Un bassin](<a.jpg>)\n\nEn juillet.\n\n[S’inscrire](<stages.md>)"
    blocks = [block for block in moved.body("club.md").split("\n\n") if block.strip()]
    assert "\n\n".join(block.strip("\n") for block in blocks) == (
        f"Le **club** de Lyon.\n\n{row}\n\n"
        '::: gallery title=Photos\n![Un bassin](<a.jpg> "À Lyon")\n:::\n\n'
        "<p>12 rue <b>Haute</b></p>\n\n::: alert warning\nFermé.\n:::\n\n[Écrire](stages.md)\n\n"
        'Le club de T <!-- {{ site.time | date: "%d" }} -->'
    )
    assert moved.body("page.md") == f"Ici\n\n{row}"
    assert moved.report.notes["shortcode", "site.time"].count == 1
    assert "extra" not in moved.front("club.md")


def test_a_page_stands_where_the_words_of_its_permalink_say(tmp_path: Path) -> None:
    text = "---\ntitle: T\npermalink: {}\n---\nTexte.\n"
    write_files(
        tmp_path / "former",
        {
            "_config.yml": "title: T\ninclude: [_pages]\n",
            "CNAME": "t.example.org\n",
            "_pages/aide.md": text.format("/:basename"),
            "club/bureau.md": text.format("/:path/:basename/"),
        },
    )

    moved = import_from("jekyll", tmp_path / "former", tmp_path / "hub", "/aide", "/club/bureau/")

    assert moved.texts == ["aide.md", "club/bureau.md"]
    assert moved.settings["url"] == "https://t.example.org/"
    assert moved.report.lost == []


def test_articles_in_the_folder_of_all_collections_have_the_addresses_of_others(
    tmp_path: Path,
) -> None:
    """Its name is no category, neither in addresses nor as a section."""
    settings = (
        "title: T\nurl: https://t.example\npermalink: pretty\ncollections_dir: textes\n"
        "defaults: [{scope: {path: _posts, type: posts}, values: {author: Nadia}}]\n"
    )
    text = "---\ntitle: Le forum\n---\nTexte.\n"
    post = "textes/_posts/2019-06-03-forum.md"
    write_files(tmp_path / "former", {"_config.yml": settings, post: text})

    moved = import_from("jekyll", tmp_path / "former", tmp_path / "hub", "/2019/06/03/forum/")

    assert moved.front("posts/2019-06-03-forum.md")["author"] == "Nadia"
    assert moved.report.lost == []


def test_the_site_builds_and_every_address_answers(imported: Imported) -> None:
    told = imported.build()

    assert {diagnostic.code for diagnostic in told} <= {"image-without-alt"}
    assert imported.settings["urls"]["article"] == "/{section}/{year}/{month}/{day}/{slug}.html"
    for address in (
        "/actus/2019/06/03/Bilan.html",
        "/forum.html",
        "/equipe/",
        "/evenements/assises/",
    ):
        assert imported.answers(address), address
    assert imported.report.lost == []
    assert imported.report.unanswered == []


def test_what_jekyll_leaves_out_does_not_become_public(tmp_path: Path) -> None:
    """By a pattern of `exclude:`, or by the default of the folder, whatever all others have."""
    settings = (
        "title: T\nurl: https://t.example\nexclude: ['*.secret.md', _posts/old]\n"
        "defaults: [{scope: {path: _posts/interne}, values: {published: false}},"
        " {scope: {path: '', type: posts}, values: {published: true}}]\n"
    )
    text = "---\ntitle: Le forum\n---\nTexte.\n"
    names = ("a.secret.md", "_posts/old/2019-06-01-b.md", "_posts/interne/2019-06-02-c.md")
    write_files(tmp_path / "former", {"_config.yml": settings} | dict.fromkeys(names, text))

    import_from("jekyll", tmp_path / "former", tmp_path / "hub")

    texts = list((tmp_path / "hub" / "content").rglob("*.md"))
    assert [path.name for path in texts] == ["2019-06-02-c.md"]
    assert "draft: true" in texts[0].read_text(encoding="utf-8")
