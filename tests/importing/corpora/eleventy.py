"""A site of Eleventy with the State's design system: data files beside texts, shortcodes, events.

`eleventy.txt` holds the addresses that Eleventy 3.1 made of it.
"""

import datetime as dt
from pathlib import Path

from tests.imaging.pictures import photograph
from tests.importing.corpora.shapes import body_of, page, read_addresses
from tests.importing.imported import write_files

CONFIG = """\
export default function (config) {
  config.addPassthroughCopy({ public: "/" });
  config.addShortcode("image", (path, alt) => `<img src="${path}" alt="${alt}">`);
  config.addShortcode("video", (path) => `<video src="${path}"></video>`);
  config.addFilter("chercher", (text) => text);
  return { dir: { input: "content", output: "_site" }, markdownTemplateEngine: "njk" };
}
"""
DATA: dict[str, str | bytes] = {
    "eleventy.config.js": CONFIG,
    "package.json": '{"type": "module"}\n',
    "public/img/salle.jpg": photograph(),
    "content/_data/metadata.js": (
        'export default {\n  title: "Les Élus", // le nom\n'
        '  url: "https://elus.example.org/",\n  language: "fr",\n};\n'
    ),
    "content/_includes/a.njk": "{{ content | safe }}",
    "content/blog/blog.11tydata.js": (
        'export default {\n  tags: ["posts"],\n  layout: "a.njk",\n};\n'
    ),
    "content/agenda/agenda.json": '{"tags": ["event"], "layout": "a.njk"}\n',
    "content/index.njk": "---\ntitle: Accueil\n---\n<p>Bienvenue.</p>\n",
    "content/nous.njk": "---\ntitle: Nous\nlayout: a.njk\n---\n<p>Nous.</p>\n",
    "content/feed.njk": "---\npermalink: feed.xml\n---\n<feed></feed>\n",
    "content/contact.md": page({"title": "Contact", "permalink": "/nous-ecrire/"}, "Écrivez."),
    "content/blog/brouillon.md": page({"title": "Pas prêt", "draft": True}, "Chut."),
    "content/blog/cache.md": page({"title": "Sans page", "permalink": False}, "Chut."),
}
CONTAINERS = (
    '{% image "/img/salle.jpg", "La salle" %}',
    '{% video "https://www.youtube.com/watch?v=dQw4w9WgXcQ" %}',
    ":::quote Nadia Lavergnat\nUne phrase.\n:::",
    ":::callout Attention\nLes dates.\n:::",
    "Voir [le contact](/nous-ecrire/) et [un texte](https://elus.example.org/blog/texte-2/).",
)


def write(folder: Path) -> Path:
    """Write the site into *folder*, and return it."""
    files = dict(DATA)
    for number in range(1, 41):
        front = {
            "title": f"Texte {number}",
            "description": f"Le <strong>n° {number}</strong>",
            "date": dt.date(2019, number % 12 + 1, 10),
            "tags": ["Numérique", "posts"],
            **({"image": {"path": "/img/salle.jpg", "alt": "La salle"}} if number % 3 == 0 else {}),
            **({"permalink": "/{{ page.fileSlug }}-2019/"} if number % 8 == 0 else {}),
            **({"authors": ["Anne Kermarrec"]} if number % 4 == 0 else {}),
        }
        body = f"{body_of(number)}\n\n{CONTAINERS[number % len(CONTAINERS)]}"
        files[f"content/blog/texte-{number}.md"] = page(front, body)
    for number in range(1, 21):
        front = {
            "title": f"Rencontre {number}",
            "date": dt.date(2019, number % 12 + 1, 20),
            "lieu": "Nevers",
            **({"horaire": "de 14h à 17h"} if number % 2 else {}),
        }
        files[f"content/agenda/2019-{number % 12 + 1:02}-20-rencontre-{number}.md"] = page(front)
    write_files(folder, files)
    return folder


ADDRESSES = read_addresses("eleventy")
