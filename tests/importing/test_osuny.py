"""A site that Osuny wrote moves in: blocks in YAML, pictures on another host, events."""

import pytest

from tests.importing.imported import Imported, import_from, write_files

PICTURE = "fde97f8d-6272-44b0-b72b-5e9e8ff86a37"
POST = f"""\
---
title: >-
  Le forum
url: "/actualites/2024/05/27/forum/"
date: 2024-05-27T16:44:10+02:00
lastmod: 2024-06-01T10:00:00+02:00
summary: >-
  <p>Deux <b>jours</b>.</p>
image: {{id: "{PICTURE}", alt: "La salle", credit: "Nadia L."}}
posts_categories: ["/posts_categories/vie-locale"]
authors: [nadia-lavergnat]
contents:
  - kind: block
    template: chapter
    title: Un chapitre
    ranks: {{base: 2, self: 2}}
    data:
      text: "<p>Voir <a href='/nous/'>nous</a>.</p>"
      image: {{id: "{PICTURE}", alt: "Le hall"}}
  - kind: block
    template: key_figures
    data: {{figures: [{{number: 5, unit: "ans", description: "d’études"}}]}}
  - kind: block
    template: testimonials
    data: {{testimonials: [{{text: "<p>Une phrase.</p>", author: Mélina}}]}}
  - kind: block
    template: video
    data: {{url: "https://www.youtube.com/watch?v=dQw4w9WgXcQ", video_title: Le film}}
  - kind: block
    template: persons
    title: L’équipe
    data: {{persons: []}}
---
"""
FILES: dict[str, str | bytes] = {
    "config/_default/config.yaml": "theme: osuny\n",
    "config/_default/languages.yaml": "fr: {title: Mon site, contentDir: content/fr}\n",
    "config/production/config.yaml": "baseURL: https://osuny.example.org\n",
    "data/website/fr.yml": "default:\n",
    f"data/media/fd/{PICTURE}.yml": f"name: Salle.png\nurl: https://cdn.example/{PICTURE}\n",
    "content/fr/_index.html": "---\ntitle: Accueil\n---\n",
    "content/fr/posts/_index.html": "---\ntitle: Nouvelles\nurl: /actualites/\n---\n",
    "content/fr/posts/2024-05-27-forum.html": POST,
    "content/fr/persons/nadia-lavergnat.html": "---\ntitle: Nadia Lavergnat\n---\n",
    "content/fr/events/2024-06-12-assises.html": """\
---
title: Assises
url: /agenda/2024/assises/
date: 2024-05-01T09:00:00+02:00
dates: {from: {day: 2024-06-12}, to: {day: 2024-06-13}, status: canceled}
time_slots:
  - start: {date: 2024-06-12, time: "18:30"}
    end: {date: 2024-06-12, time: "20:00"}
    place: Nevers
---
""",
    "content/fr/pages/nous/_index.html": "---\ntitle: Nous\nurl: /nous/\n---\n",
    "content/fr/posts_categories/vie-locale/_index.html": "---\ntitle: Vie locale\n---\n",
}


@pytest.fixture(scope="module")
def imported(tmp_path_factory: pytest.TempPathFactory) -> Imported:
    folder = tmp_path_factory.mktemp("osuny")
    write_files(folder / "former", FILES)
    return import_from("osuny", folder / "former", folder / "site", "/nous/")


def test_texts_come_over_and_lists_are_told(imported: Imported) -> None:
    assert imported.texts == [
        "actualites/2024-05-27-forum.md",
        "events/2024-05-01-assises.md",
        "nous.md",
    ]
    assert imported.report.notes["list", "posts_categories"].count == 1


def test_keys_become_those_of_here(imported: Imported) -> None:
    assert imported.front("actualites/2024-05-27-forum.md") == {
        "title": "Le forum",
        "date": "2024-05-27 16:44",
        "updated": "2024-06-01 10:00",
        "author": "nadia-lavergnat",
        "tags": ["vie locale"],
        "summary": "Deux jours.",
    }


def test_blocks_become_markdown_or_are_told(imported: Imported) -> None:
    assert imported.body("actualites/2024-05-27-forum.md") == (
        "## Un chapitre\n\nVoir [nous](../nous.md).\n\n"
        f"[Le hall](https://cdn.example/{PICTURE})\n\n"
        "- 5 ans d’études\n\n"
        "> Une phrase.\n>\n> Mélina\n\n"
        '::: video "https://www.youtube.com/watch?v=dQw4w9WgXcQ" title="Le film"\n\n'
        "## L’équipe"
    )
    assert imported.report.notes["block", "persons"].count == 1


def test_an_event_has_its_slots_and_its_status(imported: Imported) -> None:
    assert imported.front("events/2024-05-01-assises.md")["event"] == {
        "start": "2024-06-12 18:30",
        "end": "2024-06-12 20:00",
        "status": "cancelled",
        "location": "Nevers",
    }


def test_the_site_builds(imported: Imported) -> None:
    told = imported.build()

    assert {diagnostic.code for diagnostic in told} <= {"image-without-alt"}
    assert imported.report.lost == []
    assert imported.settings["sections"] == {
        "actualites": {"title": "Nouvelles"}, "events": {"title": "Agenda"},
    }  # fmt: skip
