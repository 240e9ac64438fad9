"""A large site of Hugo: folders of years, events with hours in words, shortcodes of its own.

`hugo.txt` holds the addresses that Hugo 0.168 made of it.
"""

import datetime as dt
import json
from pathlib import Path
from typing import Any

from tests.imaging.pictures import photograph
from tests.importing.corpora.shapes import MONTHS, body_of, page, read_addresses
from tests.importing.imported import write_files

CONFIG = """\
baseURL = "https://velo.example.org/"
title = "À vélo"
defaultContentLanguage = "fr"
timeZone = "Europe/Paris"
disableKinds = ["RSS", "taxonomy"]
[taxonomies]
  tag = "tags"
[permalinks]
  blog = "/blog/:year/:slug/"
[markup.goldmark.renderer]
  unsafe = true
[[menu.main]]
  name = "Le blog"
  url = "/blog/"
  weight = 1
[[menu.main]]
  name = "L'agenda"
  url = "/agenda/"
  weight = 2
"""
HOURS = (
    "18h", "18 h 30", "20h30", "9h", "14:00", "10 h", "à 15 h", "19h",
    "de 14 h à 17 h", "9h30-12h", "en fin de journée", "",
)  # fmt: skip
SHORTCODES = (
    '{{< figure src="/img/salle.jpg" alt="La salle" caption="À Nantes" >}}',
    "{{< youtube dQw4w9WgXcQ >}}",
    "{{< vimeo 76979871 >}}",
    '{{< photo "/img/salle.jpg" >}}',
    '{{< guidon couleur="rouge" >}}Le texte.{{< /guidon >}}',
    'Un [lien]({{< ref "agenda/evenement-1.md" >}}), [un autre]({{< relref "/association.md" >}}).',
)
TEMPLATES: dict[str, str | bytes] = {
    "layouts/shortcodes/photo.html": '<img src="{{ .Get 0 }}" loading="lazy">',
    "layouts/shortcodes/guidon.html": '<div class="{{ .Get "couleur" }}">{{ .Inner }}</div>',
    "layouts/page.html": "{{ .Content }}",
    "layouts/list.html": "{{ .Content }}",
}
MAY = dt.date(2019, 5, 1)
SINGLE: dict[str, str | bytes] = {
    "_index.md": page({"title": "Accueil"}),
    "association.md": page({"title": "L'association"}),
    "contact.md": page({"title": "Contact", "url": "/nous-ecrire.html"}),
    "agenda/_index.md": page({"title": "L'agenda", "date": MAY}),
    "blog/_index.md": page({"title": "Nouvelles", "layout": "list"}),
    "blog/2018/_index.md": page({"title": "2018"}),
    "blog/pas-pret.md": page({"title": "Pas prêt", "date": MAY, "draft": True}, "Chut."),
    "blog/passe.md": page({"title": "Passé", "date": MAY, "expiryDate": dt.date(2019, 6, 1)}),
    "blog/futur.md": page({"title": "Futur", "date": MAY, "publishDate": dt.date(2031, 1, 1)}),
    "blog/toml.md": '+++\ntitle = "En TOML"\ndate = 2019-05-14T09:30:00+02:00\n+++\nDu TOML.\n',
    "blog/json.md": json.dumps({"title": "En JSON", "date": "2019-05-15"}) + "\n\nDu JSON.\n",
    "blog/album/index.md": page(
        {"title": "Un album", "date": dt.date(2018, 3, 2)}, "![Plan](plan.jpg)"
    ),
    "blog/album/plan.jpg": photograph(),
}


def front_of(number: int) -> dict[str, Any]:
    """Return what the keys of a text are, five kinds in turn."""
    return (
        {"title": f"L'école à vélo, année {number}", "tags": ["école", ""]},
        {"title": f"Bilan n° {number}", "tags": ["Budget"],
         "aliases": [f"/ancien/bilan-{number}/", f"/blog/2018/bilan-{number}/"]},
        {"title": f"Tribune {number}", "author": "Anne Kermarrec, Yann Le Goff"},
        {"title": f"Compte rendu v1.{number}", "slug": f"compte-rendu-v1.{number}",
         "publishdate": dt.date(2018, 12, 28)},
        {"title": f"Nouvelle {number}", "image": "/img/salle.jpg", "lastmod": dt.date(2020, 1, 2)},
    )[number % 5]  # fmt: skip


def write(folder: Path) -> Path:
    """Write the site into *folder*, and return it."""
    files = {f"content/{name}": text for name, text in SINGLE.items()} | TEMPLATES
    files |= {"hugo.toml": CONFIG, "static/img/salle.jpg": photograph()}
    for number in range(1, 31):
        front = {**front_of(number), "date": f"2018-{MONTHS[number % 12]}-10T09:30:00+02:00"}
        shortcode = SHORTCODES[number % len(SHORTCODES)]
        body = f"Le début. <!--more-->\n\n{body_of(number)}\n\n{shortcode}"
        files[f"content/blog/2018/texte-{number}.md"] = page(front, body)
    for number, hour in enumerate(HOURS * 2, 1):
        month = number % 12 + 1
        front = {
            "title": f"Rencontre {number}",
            "date": dt.date(2019, month, 12),
            "publishdate": dt.date(2019, 1, number % 9 + 1),
            "lieu": "Maison du vélo",
            **({"horaire": hour} if hour else {}),
            **({"datefin": dt.date(2019, month, 13)} if number % 6 == 0 else {}),
        }
        files[f"content/agenda/evenement-{number}.md"] = page(front, "Venez.")
    write_files(folder, files)
    return folder


ADDRESSES = read_addresses("hugo")
