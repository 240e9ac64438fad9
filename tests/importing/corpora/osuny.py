"""A site that Osuny writes into Hugo: texts as blocks of YAML, pictures on another host, lists."""

import datetime as dt
from pathlib import Path
from typing import Any

from tests.importing.corpora.shapes import page
from tests.importing.imported import write_files

PICTURE = "fde97f8d-6272-44b0-b72b-5e9e8ff86a37"
BLOCKS: tuple[dict[str, Any], ...] = (
    {"template": "chapter", "data": {"text": "<p>Voir <a href='/nous/'>nous</a>.</p>"}},
    {"template": "title", "data": {}},
    {
        "template": "call_to_action",
        "data": {"text": "<p>Adhérez.</p>", "elements": [{"title": "Adhérer", "url": "/nous/"}]},
    },
    {
        "template": "testimonials",
        "data": {"testimonials": [{"text": "<p>Une phrase.</p>", "author": "Mélina"}]},
    },
    {
        "template": "key_figures",
        "data": {"figures": [{"number": 5, "unit": "ans", "description": "d’études"}]},
    },
    {"template": "video", "data": {"url": "https://www.youtube.com/watch?v=dQw4w9WgXcQ"}},
    {"template": "image", "data": {"image": {"id": PICTURE, "alt": "Le hall"}}},
    {"template": "persons", "data": {"persons": []}},
)
FILES: dict[str, str | bytes] = {
    "config/_default/config.yaml": "theme: osuny\n",
    "config/_default/languages.yaml": "fr: {title: Mon site, contentDir: content/fr}\n",
    "config/production/config.yaml": "baseURL: https://osuny.example.org\n",
    "data/website/fr.yml": "default:\n",
    f"data/media/fd/{PICTURE}.yml": f"name: Salle.png\nurl: https://cdn.example/{PICTURE}\n",
    "content/fr/_index.html": page({"title": "Accueil"}, ""),
    "content/fr/posts/_index.html": page({"title": "Nouvelles", "url": "/actualites/"}, ""),
    "content/fr/events/_index.html": page({"title": "Agenda", "url": "/agenda/"}, ""),
    "content/fr/pages/nous/_index.html": page({"title": "Nous", "url": "/nous/"}, ""),
    "content/fr/persons/nadia-lavergnat.html": page({"title": "Nadia Lavergnat"}, ""),
    "content/fr/posts/2024-09-01-pas-pret.html": page(
        {"title": "Pas prêt", "date": dt.date(2024, 9, 1), "draft": True}, "<p>Chut.</p>"
    ),
}
LISTS = 20


def write(folder: Path) -> Path:
    """Write the site into *folder*, and return it."""
    files = dict(FILES)
    for number in range(LISTS):  # two of five files only list others
        files[f"content/fr/posts_categories/theme-{number}/_index.html"] = page(
            {"title": f"Thème {number}"}, ""
        )
    for number in range(1, 41):
        block = {"kind": "block", "title": f"Un chapitre {number}", "ranks": {"base": 2, "self": 2}}
        month = number % 12 + 1
        front = {
            "title": f"Le texte {number}\n",
            "url": f"/actualites/2024/{month:02}/27/texte-{number}/",
            "date": f"2024-{month:02}-27T16:44:10+01:00",
            "summary": f"<p>Le <b>n° {number}</b>.</p>\n",
            "image": {"id": PICTURE, "alt": "La salle", "credit": "Nadia L."},
            "posts_categories": [f"/posts_categories/theme-{number % LISTS}"],
            "authors": ["nadia-lavergnat"],
            "contents": [block | BLOCKS[number % len(BLOCKS)]],
        }
        files[f"content/fr/posts/2024-{month:02}-27-texte-{number}.html"] = page(front, "")
    for number in range(1, 21):
        day = dt.date(2024, number % 12 + 1, 12)
        slot = {"start": {"date": day, "time": "18:30"}, "end": {"date": day, "time": "20:00"}}
        front = {
            "title": f"Rencontre {number}",
            "url": f"/agenda/2024/rencontre-{number}/",
            "date": "2024-01-05T09:00:00+01:00",
            "dates": {"from": {"day": day}, "to": {"day": day},
                      **({"status": "canceled"} if number % 10 == 0 else {})},
            **({"time_slots": [{**slot, "place": "Nevers"}]} if number % 2 else {}),
        }  # fmt: skip
        files[f"content/fr/events/{day}-rencontre-{number}.html"] = page(front, "")
    write_files(folder, files)
    return folder


ADDRESSES = (
    *(f"/actualites/2024/{n % 12 + 1:02}/27/texte-{n}/" for n in range(1, 41)),
    *(f"/agenda/2024/rencontre-{n}/" for n in range(1, 21)),
    "/actualites/", "/agenda/", "/nous/", "/",
)  # fmt: skip
