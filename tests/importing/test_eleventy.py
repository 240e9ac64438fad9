"""A site of Eleventy moves in: data files beside texts, permalinks, shortcodes, containers."""

import datetime as dt
from pathlib import Path

import pytest

from tests.imaging.pictures import photograph
from tests.importing.imported import Imported, import_from, write_files

FILES: dict[str, str | bytes] = {
    "eleventy.config.js": """\
module.exports = function (config) {
  config.addPassthroughCopy({ public: "/" });
  return { dir: { input: "content", output: "_site" } };
};
""",
    "content/_data/metadata.js": """\
module.exports = {
  title: 'Les Élus', // le nom
  url: "https://elus.example.org/",
  language: 'fr',
};
""",
    "content/blog/blog.11tydata.js": "module.exports = {\n tags: ['posts'],\n layout: 'a',\n};\n",
    "content/events/events.11tydata.js": "export default () => ({ tags: ['event'] });\n",
    "content/blog/2019-05-14-forum.md": """\
---
title: Un forum
description: "Deux jours à <strong>Nantes</strong>"
tags: [forum, posts]
image: {path: /img/salle.jpg, alt: La salle}
eleventyNavigation: {key: x}
---
{% image "/img/salle.jpg", "La salle" %}

{% video "https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv", "Le film" %}

:::quote Nadia Lavergnat
Une phrase.
:::

:::callout Attention
Les dates.
:::

:::grille
Le reste.
:::

{{ collections.posts | length }} textes.
""",
    "content/blog/bilan.md": """\
---
title: Le bilan
date: 2019-06-03
permalink: "/{{ page.fileSlug }}-2019/"
---
Voir [le forum](/blog/2019-05-14-forum/).
""",
    "content/events/assises.md": """\
---
title: Assises
date: 2019-09-12
lieu: Nevers
permalink: "{{ title | chercher }}"
---
Programme.
""",
    "content/nous.njk": "---\ntitle: Nous\nlayout: base.njk\n---\n<p>Nous.</p>\n",
    "content/feed.njk": "---\npermalink: feed.xml\n---\n<feed></feed>\n",
    "public/img/salle.jpg": photograph(),
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("eleventy")
    write_files(folder / "former", FILES)
    return import_from("eleventy", folder / "former", folder / "site", "/bilan-2019/", "/nous/")


def test_every_text_has_its_file_and_templates_none(imported: Imported) -> None:
    assert imported.texts == [
        "blog/2019-05-14-forum.md",
        "blog/2019-06-03-bilan-2019.md",
        "events/2019-09-12-assises.md",
        "nous.md",
    ]


def test_keys_become_those_of_here(imported: Imported) -> None:
    assert imported.front("blog/2019-05-14-forum.md") == {
        "title": "Un forum",
        "date": dt.date(2019, 5, 14),
        "tags": ["forum"],
        "summary": "Deux jours à Nantes",
        "image": {"src": "../img/salle.jpg", "alt": "La salle"},
        "aliases": ["/blog/2019-05-14-forum/"],
    }
    assert imported.front("blog/2019-06-03-bilan-2019.md")["aliases"] == ["/bilan-2019/"]


def test_shortcodes_and_containers_become_those_of_here_or_are_told(imported: Imported) -> None:
    assert imported.body("blog/2019-05-14-forum.md") == (
        "![La salle](<../img/salle.jpg>)\n\n"
        '::: video https://tube.example.org/w/kkGMgK9ZtnKfYAgnEtQxbv title="Le film"\n\n'
        "> Une phrase.\n>\n> Nadia Lavergnat\n\n"
        "::: alert info title=Attention\nLes dates.\n:::\n\n"
        "Le reste.\n\n\n"
        "<!-- {{ collections.posts | length }} --> textes."
    )
    assert {("block", "grille"), ("shortcode", "collections.posts")} <= set(imported.report.notes)


def test_what_only_running_a_program_would_tell_is_told(imported: Imported) -> None:
    assert ("setting", "content/events/events.11tydata.js") in imported.report.notes
    assert ("guess", "permalink") in imported.report.notes


def test_the_site_builds_and_every_address_answers(imported: Imported) -> None:
    told = imported.build()

    assert told == []
    assert imported.settings["title"] == "Les Élus"
    assert imported.answers("/bilan-2019/")
    assert imported.report.lost == []


def test_containers_may_stand_away_from_the_margin_and_colons_of_others_are_text(
    tmp_path: Path,
) -> None:
    text = "---\ntitle: T\nlieu: lieux/salle.md\ndate: 2026-03-05\n---\n"
    body = ":::: note\nReporté.\n ::::\n\n::: inconnu sans fin\n"
    write_files(
        tmp_path / "former",
        {
            "eleventy.config.js": "export default function () {}\n",
            "agenda/a.md": text + body,
            "lieux/salle.md": "---\ntitle: La salle\ncity: Nevers\n---\n",
        },
    )

    moved = import_from("eleventy", tmp_path / "former", tmp_path / "hub")

    path = next(path for path in moved.texts if path.startswith("agenda/"))
    assert moved.body(path) == "::: alert info\nReporté.\n:::\n\n\\::: inconnu sans fin"
    assert moved.front(path)["event"]["location"] == {"name": "La salle", "city": "Nevers"}
    assert moved.build() == []


def test_a_page_of_all_tags_makes_no_section_where_builds_list_them(tmp_path: Path) -> None:
    """Nor is a file told as called otherwise that nothing names and nobody brought."""
    write_files(
        tmp_path / "former",
        {
            "eleventy.config.js": "export default function () {}\n",
            "tags/index.html": "---\ntitle: Tous les thèmes\n---\n<p>Ici.</p>\n",
            "blog/a.md": "---\ntitle: A\ndate: 2026-03-05\ntags: [un]\n---\nTexte.\n",
            "sass/__config.sass": "a\n",
        },
    )

    moved = import_from("eleventy", tmp_path / "former", tmp_path / "hub")

    assert moved.build() == []
    assert "tags" not in moved.settings["sections"]
    assert not any(kind == "renamed file" for kind, _name in moved.report.notes)


def test_what_a_site_says_plainly_is_read_also_beside_a_program(tmp_path: Path) -> None:
    """Folders of its own, what it leaves out, a permalink with a filter, variables and links."""
    text = "---\ntitle: {}\ndate: 2015-01-19\n{}---\n{}\n"
    shown = "[deux]({{ '/2015-01-19/deux/' | url }}) de {{ title }}, {{ site.title }}"
    permalink = "/{{ page.date | jour }}/{{ page.fileSlug }}/"
    program = f"module.exports = {{\n  permalink: '{permalink}',\n  calcul: (a) => a\n}}\n"
    pictures = "image: /s.jpg\nimage_alt: La salle\nimages: [a, b]\n"
    write_files(
        tmp_path / "former",
        {
            ".eleventy.js": "module.exports = (c) => { c.ignores.add('drafts/**'); return { dir: {"
                            "\n input: '.', includes: 'templates', data: 'data' } } }\n",
            ".eleventyignore": "# ce qui n’est pas du site\ndocs\n**/*.test.md\n",
            "data/site.yaml": "title: Les élus\nhost: https://elus.example.org\nlocale: fr-BE\n",
            "posts/posts.11tydata.js": program,
            "posts/un.md": text.format("Un", pictures, shown),
            "posts/deux.md": text.format("Deux", "", "Voir."),
            "s.jpg": photograph(),
            "templates/carte.html": "<p>{{ carte }}</p>\n",
            "docs/interne.md": text.format("Interne", "", "Entre nous."),
            "drafts/plus-tard.md": text.format("Plus tard", "", "Entre nous."),
            "posts/a.test.md": text.format("Essai", "", "Entre nous."),
        },
    )  # fmt: skip

    moved = import_from("eleventy", tmp_path / "former", tmp_path / "hub", "/2015-01-19/un/")

    assert moved.texts == ["posts/2015-01-19-deux.md", "posts/2015-01-19-un.md"]
    assert moved.body(moved.texts[1]) == "[deux](2015-01-19-deux.md) de Un, Les élus"
    front = moved.front(moved.texts[1])
    assert front["image"] == {"src": "../s.jpg", "alt": "La salle"}
    assert front["extra"] == {"images": ["a", "b"]}
    assert moved.report.lost == []
    assert (moved.settings["url"], moved.settings["language"]) == (
        "https://elus.example.org/", "fr-BE",
    )  # fmt: skip
    guesses = {name for kind, name in moved.report.notes if kind == "guess"}
    assert guesses == {"permalink"}
    assert moved.report.assumed == ["timezone: Europe/Paris"]
    assert "- `timezone: Europe/Paris`\n" in (moved.folder / "import-report.md").read_text()
